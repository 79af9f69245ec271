package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSet;
import cn.diming.tiles.layer.Viewer;
import java.util.List;
import java.util.Optional;

/**
 * What a viewer sees of a layer set.
 *
 * @param bits of the layers in their catalog
 */
record View(LayerSet set, Viewer viewer, List<Layer> layers, long bits) {
    /** Empty if there is no such set for this viewer. */
    static Optional<View> find(LayerCatalog catalog, String layerSet, Viewer viewer) {
        return catalog.findSet(layerSet)
                .filter(set -> viewer.audience().maySee(set.audience()))
                .map(set -> {
                    List<Layer> layers = set.visibleTo(viewer.audience());
                    return new View(set, viewer, layers, catalog.bits(layers));
                });
    }
}
