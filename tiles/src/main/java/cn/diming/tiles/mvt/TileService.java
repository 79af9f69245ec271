package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSet;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Serves the tiles of every layer set, from the cache where nothing changed since. A cached tile knows the version of
 * the store it was built from; a request looks whether a later change touched its place, so nothing needs to be thrown
 * out and no change can slip between building and caching. Of several requests for one missing tile one builds it.
 */
public final class TileService {
    /** What a cached tile weighs besides its bytes. */
    private static final int OVERHEAD = 200;

    private final LayerCatalog catalog;
    private final TileLayerStore store;
    private final Cache<Key, Cached> cache;
    private final Queue<TileEncoder> encoders = new ConcurrentLinkedQueue<>();

    private record Key(String layerSet, Audience who, TileCoord coord) {}

    /** A tile and the last version for which it is known to be right. */
    private static final class Cached {
        final Tile tile;
        volatile long rightAt;

        Cached(Tile tile, long rightAt) {
            this.tile = tile;
            this.rightAt = rightAt;
        }
    }

    /** @param cacheBytes how much memory the ready tiles may take */
    public TileService(LayerCatalog catalog, TileLayerStore store, long cacheBytes) {
        this.catalog = catalog;
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Cached cached) -> OVERHEAD + cached.tile.bytes().length + cached.tile.gzip().length)
                .build();
    }

    /** The tile of a layer set; empty if there is no such set for this audience. */
    public Optional<Tile> findTile(String layerSet, TileCoord coord, Audience who) {
        return find(layerSet, who).map(set -> tile(set, new Key(layerSet, who, coord)));
    }

    private Tile tile(LayerSet set, Key key) {
        Cached cached = cache.getIfPresent(key);
        if (cached != null && isRight(cached, key.coord)) {
            return cached.tile;
        }
        return cache.asMap()
                .compute(key, (same, old) -> old != null && isRight(old, key.coord) ? old : build(set, key, old))
                .tile;
    }

    private boolean isRight(Cached cached, TileCoord coord) {
        long now = store.version();
        long then = cached.rightAt;
        if (now <= then) {
            return true;
        }
        if (!store.isUnchanged(coord, then, now)) {
            return false;
        }
        cached.rightAt = now;
        return true;
    }

    private Cached build(LayerSet set, Key key, @Nullable Cached old) {
        Snapshot snapshot = store.snapshot();
        byte[] bytes = encode(set, key, snapshot);
        Tile tile = old != null && Arrays.equals(old.tile.bytes(), bytes) ? old.tile : Tile.of(bytes);
        return new Cached(tile, snapshot.version());
    }

    private byte[] encode(LayerSet set, Key key, Snapshot snapshot) {
        TileEncoder free = encoders.poll();
        TileEncoder encoder = free == null ? new TileEncoder() : free;
        byte[] bytes = encoder.encode(snapshot.layers(), set.visibleTo(key.who), key.coord);
        encoders.add(encoder);
        return bytes;
    }

    /**
     * The TileJSON of a layer set; empty if there is no such set for this audience.
     *
     * @param baseUrl address of the service without a slash at the end, as {@code http://localhost:8080}
     */
    public Optional<TileJson> findTileJson(String layerSet, Audience who, String baseUrl) {
        return find(layerSet, who)
                .map(set -> new TileJson(set, who, store.snapshot().bounds(), baseUrl));
    }

    private Optional<LayerSet> find(String name, Audience who) {
        return catalog.findSet(name).filter(set -> who.maySee(set.audience()));
    }
}
