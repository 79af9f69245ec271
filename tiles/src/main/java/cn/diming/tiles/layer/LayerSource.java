package cn.diming.tiles.layer;

/** Where the features of a layer come from. */
public sealed interface LayerSource {
    /** Features are fed one by one from the register. */
    record Fed() implements LayerSource {}

    /** One label point for each named polygon of another layer. */
    record LabelsOf(String layer) implements LayerSource {}

    /** The borders between neighbouring polygons of another layer, each drawn once. */
    record BordersOf(String layer) implements LayerSource {}
}
