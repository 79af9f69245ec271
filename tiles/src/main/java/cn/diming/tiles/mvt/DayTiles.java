package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.DayChanges;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tiles as the map was on other days. The map of a day is an edit of today's: it shares with it whatever did not change
 * since, so a day costs what its differences cost. Days and tiles are kept; after any change in the journal, which may
 * have been one of the history, the differences are read anew, and a tile that comes out the same keeps its tag.
 */
public final class DayTiles {
    private static final int DAYS = 32;
    private static final int OVERHEAD = 200;

    private final LayerCatalog catalog;
    private final TileLayerStore store;
    private final Function<LocalDate, DayChanges> changes;
    private final LongSupplier journal;
    private final Cache<LocalDate, Day> days =
            Caffeine.newBuilder().maximumSize(DAYS).build();
    private final Cache<Key, Cached> tiles;
    private final EncoderPool encoders;
    private final AtomicLong serials = new AtomicLong();

    /**
     * @param serial differs for another content
     * @param today version of the store that was edited
     */
    private record Day(long serial, long journal, long today, DayChanges changes, Snapshot then) {}

    private record Key(LocalDate day, String layerSet, Viewer viewer, TileCoord coord) {}

    private record Cached(Tile tile, long serial) {}

    /**
     * @param changes what makes the map of today that of a day
     * @param journal how far {@code store} follows the journal
     * @param publicDecimals decimals of a degree that the public is told
     * @param cacheBytes how much memory the ready tiles may take
     */
    public DayTiles(
            LayerCatalog catalog,
            TileLayerStore store,
            Function<LocalDate, DayChanges> changes,
            LongSupplier journal,
            int publicDecimals,
            long cacheBytes) {
        this.catalog = catalog;
        this.store = store;
        this.changes = changes;
        this.journal = journal;
        this.encoders = new EncoderPool(publicDecimals);
        this.tiles = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Cached cached) -> OVERHEAD + cached.tile.bytes().length + cached.tile.gzip().length)
                .build();
    }

    /** The tile of a layer set on a day; empty if there is no such set for this viewer. */
    public Optional<Tile> findTile(String layerSet, TileCoord coord, Viewer viewer, LocalDate day) {
        return View.find(catalog, layerSet, viewer).map(view -> tile(view, new Key(day, layerSet, viewer, coord)));
    }

    private Tile tile(View view, Key key) {
        Day day = day(key.day);
        Cached cached = tiles.getIfPresent(key);
        if (cached != null && cached.serial == day.serial) {
            return cached.tile;
        }
        return tiles.asMap()
                .compute(key, (same, old) -> old != null && old.serial == day.serial ? old : build(view, key, day, old))
                .tile;
    }

    private Cached build(View view, Key key, Day day, @Nullable Cached old) {
        byte[] bytes = encoders.encode(day.then, view, key.coord);
        return new Cached(
                old != null && Arrays.equals(old.tile.bytes(), bytes) ? old.tile : Tile.of(bytes), day.serial);
    }

    private Day day(LocalDate day) {
        Day kept = days.getIfPresent(day);
        return kept != null && isRight(kept)
                ? kept
                : days.asMap().compute(day, (same, old) -> old != null && isRight(old) ? old : renewed(day, old));
    }

    private boolean isRight(Day day) {
        return day.today == store.version() && day.journal == journal.getAsLong();
    }

    /** The journal's place is noted first and the history read last: what comes in between is seen once more. */
    private Day renewed(LocalDate day, @Nullable Day old) {
        long position = journal.getAsLong();
        Snapshot today = store.snapshot();
        DayChanges now = changes.apply(day);
        if (old != null && old.today == today.version() && old.changes.equals(now)) {
            return new Day(old.serial, position, old.today, now, old.then);
        }
        Edit edit = new Edit(catalog, today);
        edit.apply(now.shown(), now.gone());
        return new Day(serials.incrementAndGet(), position, today.version(), now, edit.result());
    }
}
