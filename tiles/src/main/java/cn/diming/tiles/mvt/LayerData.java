package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;

/** The features of one layer at one moment; immutable. */
sealed interface LayerData permits PointData, ShapeData {
    Layer layer();

    ValueDictionary dictionary();

    /** Number of features. */
    int size();

    /** A delta larger than this share of the base, or than the floor, is merged into it. */
    static boolean isLarge(int delta, int base) {
        return delta > Math.max(64, Math.min(2048, base / 16));
    }
}
