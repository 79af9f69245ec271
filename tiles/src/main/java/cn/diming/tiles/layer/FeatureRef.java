package cn.diming.tiles.layer;

/** Names one feature of a layer. */
public record FeatureRef(String layer, long id) {}
