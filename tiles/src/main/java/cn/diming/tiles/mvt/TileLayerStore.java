package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import java.util.Collection;

/** The features of all layers in memory. */
public final class TileLayerStore {
    public TileLayerStore(LayerCatalog catalog) {}

    public void replaceAll(Iterable<MapFeature> features) {}

    public void apply(Collection<MapFeature> upserts, Collection<FeatureRef> deletes) {}
}
