package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Measures how long tiles take to encode: the demo county, and a made-up city of two million plates. Arguments: {@code
 * county} or {@code city}; prints a Markdown table. Run with -Xmx3g for the city.
 */
final class TileBench {
    private static final int[] ZOOMS = {8, 10, 12, 14, 15, 16, 17, 18};
    private static final int ROUNDS = 5;

    private final TileLayerStore store;
    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final List<Coordinate> places = new ArrayList<>();

    private TileBench() {
        store = new TileLayerStore(catalog);
    }

    public static void main(String[] args) {
        for (String set : args.length == 0 ? new String[] {"county", "city"} : args) {
            TileBench bench = new TileBench();
            bench.load(set);
            bench.print();
        }
    }

    private void load(String set) {
        Iterable<MapFeature> features = set.equals("city") ? SyntheticCity.city() : county();
        long start = System.nanoTime();
        long work = cpu();
        store.replaceAll(features);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (cpu() - work) / 1e9;
        Random random = new Random(7);
        for (MapFeature feature : features) {
            if (feature.layer().equals("door_plate") && random.nextInt(set.equals("city") ? 5000 : 90) == 0) {
                places.add(feature.geometry().getCoordinate());
            }
        }
        features = List.of();
        System.out.printf(
                Locale.ROOT, "%n%s: built in %.1f s (%.1f s of CPU), %d MB heap%n%n", set, seconds, busy, heap());
        catalog.layers().forEach(layer -> System.out.printf("%s %d; ", layer.name(), store.size(layer.name())));
        System.out.println();
    }

    private static List<MapFeature> county() {
        Path folder = DemoCounty.folder().orElseThrow(() -> new IllegalStateException("set DIMING_SHARED"));
        return DemoCounty.read(folder);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void print() {
        System.out.println(
                "| z | bytes | features | encode us CPU | max us | gzip+hash us | gzip bytes | allocated / tile |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int round = 0; round < 2; round++) {
            for (int zoom : ZOOMS) {
                String row = row(zoom);
                if (round == 1) {
                    System.out.println(row);
                }
            }
        }
    }

    private String row(int zoom) {
        List<TileCoord> tiles = places.stream()
                .map(place -> tile(zoom, place))
                .distinct()
                .limit(300)
                .toList();
        TileEncoder encoder = new TileEncoder(6);
        var layers = catalog.findSet("map").orElseThrow().visibleTo(Audience.PUBLIC);
        var data = store.snapshot().layers();
        List<byte[]> encoded = new ArrayList<>();
        long best = Long.MAX_VALUE;
        long slowest = 0;
        for (int round = 0; round < ROUNDS * 4; round++) {
            encoded.clear();
            long start = cpu();
            long slow = 0;
            for (TileCoord tile : tiles) {
                long each = System.nanoTime();
                encoded.add(encoder.encode(data, layers, Viewer.PUBLIC, tile));
                slow = Math.max(slow, System.nanoTime() - each);
            }
            long spent = cpu() - start;
            slowest = spent < best ? slow : slowest;
            best = Math.min(best, spent);
        }
        long before = allocated();
        List<Tile> made = new ArrayList<>(tiles.size());
        for (TileCoord tile : tiles) {
            made.add(Tile.of(encoder.encode(data, layers, Viewer.PUBLIC, tile)));
        }
        double share = (double) (allocated() - before)
                / made.stream().mapToInt(tile -> tile.bytes().length).sum();
        return row(zoom, tiles.size(), encoded, best, slowest) + String.format(Locale.ROOT, " %.2f |", share);
    }

    /** Bytes that this thread has allocated. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String row(int zoom, int tiles, List<byte[]> encoded, long best, long slowest) {
        encoded.forEach(Tile::of);
        long start = cpu();
        List<Tile> ready = encoded.stream().map(Tile::of).toList();
        long zip = cpu() - start;
        double n = tiles;
        int features = encoded.stream()
                .mapToInt(bytes -> DecodedTile.of(bytes).layers().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .sum();
        return String.format(
                Locale.ROOT,
                "| %d (%d tiles) | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |",
                zoom,
                tiles,
                encoded.stream().mapToInt(bytes -> bytes.length).sum() / n,
                features / n,
                best / n / 1000,
                slowest / 1000.0,
                zip / n / 1000,
                ready.stream().mapToInt(tile -> tile.gzip().length).sum() / n);
    }

    private static TileCoord tile(int zoom, Coordinate place) {
        return new TileCoord(zoom, TileGrid.worldX(place.x) >> (31 - zoom), TileGrid.worldY(place.y) >> (31 - zoom));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
