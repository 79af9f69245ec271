package cn.diming.core.coverage;

import cn.diming.core.geo.CompassSector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Tells one cause of many findings: an area that as a whole lies elsewhere. Its vertices then miss those of its neighbours all by
 * the same way, which they vote for.
 */
final class Shifts {

    /** Half of all vertices must miss by the same way; by chance a handful do. */
    private static final double MAJORITY = 0.5;

    private static final int FEWEST_VOTES = 4;
    /** Enough vertices to be sure, few enough to compare each with each. */
    private static final int MOST_VOTERS = 150;

    private final List<Outline> outlines;
    private final double cell;
    private final STRtree tree = new STRtree();

    Shifts(List<Outline> outlines, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.cell = 2 * tolerance.noiseMetres();
        outlines.forEach(outline -> tree.insert(outline.metres().getEnvelopeInternal(), outline));
    }

    /** The defects, those of a shifted area told once as its shift. */
    List<Defect> explain(List<Defect> defects) {
        Map<Integer, Integer> meetings = new HashMap<>();
        for (Defect defect : defects) {
            if (isSymptom(defect)) {
                defect.owners().forEach(owner -> meetings.merge(owner.index(), 1, Integer::sum));
            }
        }
        Map<Integer, Coordinate> shifted = new LinkedHashMap<>();
        meetings.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(entry ->
                        shift(outlines.get(entry.getKey())).ifPresent(way -> shifted.put(entry.getKey(), way)));
        List<Defect> told = new ArrayList<>(defects);
        shifted.forEach((index, way) -> tell(outlines.get(index), way, told));
        return told;
    }

    private static boolean isSymptom(Defect defect) {
        return switch (defect.rule()) {
            case OVERLAP, GAP, SLIVER_OVERLAP, SLIVER_GAP, OUTSIDE_PARENT -> true;
            default -> false;
        };
    }

    private void tell(Outline outline, Coordinate way, List<Defect> told) {
        List<Defect> symptoms = told.stream()
                .filter(defect -> isSymptom(defect) && defect.owners().contains(outline))
                .toList();
        if (symptoms.isEmpty()) {
            return; // told as the shift of a neighbour
        }
        told.removeAll(symptoms);
        Set<Outline> owners = new LinkedHashSet<>(List.of(outline));
        symptoms.forEach(defect -> owners.addAll(defect.owners()));
        Geometry all =
                OverlayNGRobust.union(symptoms.stream().map(Defect::shape).toList());
        double bearing = Math.toDegrees(Math.atan2(way.x, way.y));
        String note =
                String.format(Locale.ROOT, "（约 %.1f 米，向%s）", Math.hypot(way.x, way.y), CompassSector.everyday(bearing));
        double width = symptoms.stream().mapToDouble(Defect::width).max().orElse(0);
        told.add(new Defect(CoverageRule.SHIFTED, List.copyOf(owners), all, width, note));
    }

    /** How far east and north the area lies of where its neighbours leave room for it. */
    private Optional<Coordinate> shift(Outline outline) {
        Coordinate[] own = thinned(outline.metres().getCoordinates());
        Envelope around = new Envelope(outline.metres().getEnvelopeInternal());
        around.expandBy(Math.max(around.getWidth(), around.getHeight()) / 2);
        Map<Long, List<Coordinate>> votes = new HashMap<>();
        for (Object found : tree.query(around)) {
            Outline other = (Outline) found;
            if (other.index() != outline.index()) {
                for (Coordinate theirs : other.metres().getCoordinates()) {
                    if (around.contains(theirs)) {
                        vote(own, theirs, votes);
                    }
                }
            }
        }
        long best = 0;
        int most = 0;
        for (Map.Entry<Long, List<Coordinate>> entry : votes.entrySet()) {
            int count = voters(entry.getKey(), votes);
            if (count > most) {
                most = count;
                best = entry.getKey();
            }
        }
        if (most < FEWEST_VOTES || most < MAJORITY * own.length) {
            return Optional.empty();
        }
        Coordinate way = new Coordinate(column(best) * cell, row(best) * cell);
        return Math.hypot(way.x, way.y) > 2 * cell ? Optional.of(way) : Optional.empty();
    }

    private void vote(Coordinate[] own, Coordinate theirs, Map<Long, List<Coordinate>> votes) {
        for (Coordinate mine : own) {
            long key = key(Math.round((mine.x - theirs.x) / cell), Math.round((mine.y - theirs.y) / cell));
            List<Coordinate> voters = votes.computeIfAbsent(key, k -> new ArrayList<>(2));
            if (voters.size() < MOST_VOTERS && (voters.isEmpty() || voters.getLast() != mine)) {
                voters.add(mine);
            }
        }
    }

    /** Rounding spreads one way over neighbouring cells; a vertex votes once. */
    private int voters(long key, Map<Long, List<Coordinate>> votes) {
        Set<Coordinate> voters = new java.util.HashSet<>();
        for (long dx = -1; dx <= 1; dx++) {
            for (long dy = -1; dy <= 1; dy++) {
                voters.addAll(votes.getOrDefault(key(column(key) + dx, row(key) + dy), List.of()));
            }
        }
        return voters.size();
    }

    private static long key(long column, long row) {
        return column << 32 ^ row & 0xFFFFFFFFL;
    }

    private static long column(long key) {
        return key >> 32;
    }

    private static long row(long key) {
        return (int) key;
    }

    private static Coordinate[] thinned(Coordinate[] all) {
        int step = Math.max(1, all.length / MOST_VOTERS);
        List<Coordinate> some = new ArrayList<>();
        for (int i = 0; i < all.length - 1; i += step) {
            some.add(all[i]);
        }
        return some.toArray(Coordinate[]::new);
    }
}
