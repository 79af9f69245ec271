package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

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
    private final EncoderPool encoders;
    private final Recompressor recompressor = new Recompressor();
    private final Map<ViewKey, View> views = new ConcurrentHashMap<>();

    private record ViewKey(String layerSet, Viewer viewer) {}

    private record Key(String layerSet, Viewer viewer, TileCoord coord) {}

    /** A tile and the last version for which it is known to be right. */
    private static final class Cached {
        final Tile tile;
        volatile long rightAt;

        Cached(Tile tile, long rightAt) {
            this.tile = tile;
            this.rightAt = rightAt;
        }
    }

    /**
     * @param publicDecimals decimals of a degree that the public is told
     * @param cacheBytes how much memory the ready tiles may take
     */
    public TileService(LayerCatalog catalog, TileLayerStore store, int publicDecimals, long cacheBytes) {
        this.catalog = catalog;
        this.store = store;
        this.encoders = new EncoderPool(publicDecimals);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Cached cached) -> OVERHEAD + cached.tile.weight())
                .build();
    }

    /** The tile of a layer set; empty if there is no such set for this viewer. */
    public Optional<Tile> findTile(String layerSet, TileCoord coord, Viewer viewer) {
        return find(layerSet, viewer).map(view -> tile(view, new Key(layerSet, viewer, coord)));
    }

    /** The last journal number that is part of every tile given out from now on. */
    public long position() {
        return store.position();
    }

    /** Waits for a journal number to be part of the tiles, no longer than so many milliseconds. */
    public void await(long seq, long millis) {
        store.await(seq, millis);
    }

    private Tile tile(View view, Key key) {
        Cached cached = cache.getIfPresent(key);
        if (cached == null || !isRight(view, cached, key.coord)) {
            cached = cache.asMap()
                    .compute(
                            key,
                            (same, old) -> old != null && isRight(view, old, key.coord) ? old : build(view, key, old));
        }
        recompressor.asked(cached.tile);
        return cached.tile;
    }

    private boolean isRight(View view, Cached cached, TileCoord coord) {
        long now = store.version();
        long then = cached.rightAt;
        if (now <= then) {
            return true;
        }
        if (!store.history().isUnchanged(coord, then, now, view.bits())) {
            return false;
        }
        cached.rightAt = now;
        return true;
    }

    private Cached build(View view, Key key, @Nullable Cached old) {
        Snapshot snapshot = store.snapshot();
        byte[] bytes = encoders.encode(snapshot, view, key.coord);
        Tile tile = old != null && Arrays.equals(old.tile.bytes(), bytes) ? old.tile : Tile.of(bytes);
        return new Cached(tile, snapshot.version());
    }

    /** Where there is data, longitude/latitude; the whole world if there is none. */
    public Envelope bounds() {
        Envelope bounds = store.snapshot().bounds();
        return bounds.isNull() ? TileJson.WORLD : bounds;
    }

    /**
     * The TileJSON of a layer set; empty if there is no such set for this viewer.
     *
     * @param baseUrl address of the service without a slash at the end, as {@code http://localhost:8080}
     */
    public Optional<TileJson> findTileJson(String layerSet, Viewer viewer, String baseUrl) {
        return find(layerSet, viewer)
                .map(view -> new TileJson(
                        view.set(), viewer.audience(), store.snapshot().bounds(), baseUrl));
    }

    /** Views of sets that exist are kept; there are as many as jurisdictions at most. */
    private Optional<View> find(String layerSet, Viewer viewer) {
        ViewKey key = new ViewKey(layerSet, viewer);
        View known = views.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<View> found = View.find(catalog, layerSet, viewer);
        found.ifPresent(view -> views.put(key, view));
        return found;
    }
}
