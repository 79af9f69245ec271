package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Cuts the borders out of a simplified coverage: one line for each pair of neighbours, made of the very vertices their
 * outlines have, so that border and fill coincide. A border that an upper rank draws already is left out.
 */
final class Borders {
    /** Stands for "no neighbour". */
    private static final long OUTSIDE = -1;

    /** A side of a polygon, whichever way it runs. */
    private record Edge(long low, long high) {
        static Edge of(int[] path, int i, int j) {
            long a = (long) path[i] << 32 | path[i + 1];
            long b = (long) path[j] << 32 | path[j + 1];
            return a < b ? new Edge(a, b) : new Edge(b, a);
        }
    }

    private record Pair(long one, long other) {
        long id() {
            return ContentHash.mix(ContentHash.mix(one) + other) >>> 11;
        }
    }

    /** The border of one pair: a path for each band. */
    record Border(long id, int rank, int[][] bands) {}

    private final List<Shape> scope;
    private final Predicate<Shape> core;
    private final Set<Edge> upperEdges = new HashSet<>();

    private Borders(List<Shape> scope, Predicate<Shape> core) {
        this.scope = scope;
        this.core = core;
    }

    /**
     * The borders of the core polygons.
     *
     * @param scope the core, all its neighbours, and the polygons of upper ranks around
     */
    static List<Border> of(List<Shape> scope, Predicate<Shape> core) {
        return new Borders(scope, core).all();
    }

    private List<Border> all() {
        Map<Integer, List<Shape>> byRank = new TreeMap<>();
        scope.forEach(shape ->
                byRank.computeIfAbsent(shape.rank, rank -> new ArrayList<>()).add(shape));
        List<Border> borders = new ArrayList<>();
        byRank.forEach((rank, shapes) -> {
            if (shapes.stream().anyMatch(core)) {
                borders.addAll(oneRank(rank, shapes));
            }
            shapes.forEach(shape -> edges(shape.fullPath(), upperEdges::add));
        });
        return borders;
    }

    private List<Border> oneRank(int rank, List<Shape> shapes) {
        Map<Pair, int[][]> pairs = new HashMap<>();
        for (int band = Bands.FULL; band >= 0; band--) {
            for (Map.Entry<Pair, List<int[]>> line : lines(shapes, band).entrySet()) {
                if (band == Bands.FULL && !isDrawnAbove(line.getValue())) {
                    pairs.put(line.getKey(), emptyBands());
                }
                int[][] bands = pairs.get(line.getKey());
                if (bands != null) {
                    bands[band] = WorldPath.ofChains(line.getValue());
                }
            }
        }
        List<Border> borders = new ArrayList<>();
        pairs.forEach((pair, bands) -> borders.add(new Border(pair.id(), rank, bands)));
        return borders;
    }

    private static int[][] emptyBands() {
        int[][] bands = new int[Bands.COUNT][];
        Arrays.fill(bands, WorldPath.EMPTY);
        return bands;
    }

    private boolean isDrawnAbove(List<int[]> chains) {
        int above = 0;
        int total = 0;
        for (int[] chain : chains) {
            for (int i = 0; i + 3 < chain.length; i += 2) {
                total++;
                above += upperEdges.contains(Edge.of(chain, i, i + 2)) ? 1 : 0;
            }
        }
        return 2 * above > total;
    }

    private Map<Pair, List<int[]>> lines(List<Shape> shapes, int band) {
        Map<Edge, long[]> owners = new HashMap<>();
        for (Shape shape : shapes) {
            edges(shape.path(band), edge -> {
                long[] both = owners.computeIfAbsent(edge, fresh -> new long[] {OUTSIDE, OUTSIDE});
                both[both[0] == OUTSIDE || both[0] == shape.id ? 0 : 1] = shape.id;
            });
        }
        Set<Long> coreIds = new HashSet<>();
        shapes.stream().filter(core).forEach(shape -> coreIds.add(shape.id));
        Map<Pair, List<int[]>> lines =
                new TreeMap<>(Comparator.comparingLong(Pair::one).thenComparingLong(Pair::other));
        for (Shape shape : shapes) {
            int[] path = shape.path(band);
            for (int at = 0; at < path.length; at += 1 + 2 * Math.abs(path[at])) {
                addChains(shape.id, path, at, owners, (pair, chain) -> {
                    if (coreIds.contains(pair.one) || coreIds.contains(pair.other)) {
                        lines.computeIfAbsent(pair, fresh -> new ArrayList<>()).add(chain);
                    }
                });
            }
        }
        return lines;
    }

    private static void edges(int[] path, Consumer<Edge> visitor) {
        for (int at = 0; at < path.length; at += 1 + 2 * Math.abs(path[at])) {
            int count = Math.abs(path[at]);
            for (int i = 0; i < count; i++) {
                visitor.accept(edge(path, at, i));
            }
        }
    }

    private static Edge edge(int[] path, int at, int i) {
        int count = Math.abs(path[at]);
        return Edge.of(path, at + 1 + 2 * (i % count), at + 1 + 2 * ((i + 1) % count));
    }

    /** Cuts a ring where the neighbour changes; gives the pieces of which this polygon is the one to draw. */
    private static void addChains(
            long id, int[] path, int at, Map<Edge, long[]> owners, BiConsumer<Pair, int[]> pieces) {
        int count = Math.abs(path[at]);
        long[] neighbours = new long[count];
        int turn = 0;
        for (int i = 0; i < count; i++) {
            long[] both = owners.getOrDefault(edge(path, at, i), new long[] {OUTSIDE, OUTSIDE});
            neighbours[i] = both[0] == id ? both[1] : both[0];
            turn = i > 0 && neighbours[i] != neighbours[i - 1] ? i : turn;
        }
        for (int first = 0; first < count; ) {
            long neighbour = neighbours[(turn + first) % count];
            int last = first + 1;
            while (last < count && neighbours[(turn + last) % count] == neighbour) {
                last++;
            }
            if (neighbour == OUTSIDE || id < neighbour) {
                pieces.accept(new Pair(id, neighbour), chain(path, at, turn + first, last - first));
            }
            first = last;
        }
    }

    private static int[] chain(int[] path, int at, int first, int edges) {
        int count = Math.abs(path[at]);
        int[] chain = new int[2 * (edges + 1)];
        for (int i = 0; i <= edges; i++) {
            System.arraycopy(path, at + 1 + 2 * ((first + i) % count), chain, 2 * i, 2);
        }
        return chain;
    }
}
