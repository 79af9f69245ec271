package cn.diming.tiles.layer;

/** The one kind of geometry that a layer holds. */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON
}
