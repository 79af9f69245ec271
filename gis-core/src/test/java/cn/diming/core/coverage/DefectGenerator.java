package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Breaks a sound coverage in known ways and keeps the answer key. No two defects touch the same or neighbouring areas. */
class DefectGenerator {

    static final double DEGREE = 111_320;

    /** What was done, to which areas, where. */
    record Injected(String kind, List<String> keys, Geometry place, Set<CoverageRule> accepted) {}

    final List<Injected> key = new ArrayList<>();
    final List<CoverageUnit> units;
    final Random random;
    final List<CoverageUnit> sound;
    private final STRtree tree = new STRtree();
    private final Set<String> used = new HashSet<>();
    private final List<Integer> order = new ArrayList<>();
    private final boolean withParents;

    DefectGenerator(Coverages.Set set, long seed, boolean withParents) {
        this.random = new Random(seed);
        this.sound = set.units();
        this.units = new ArrayList<>(set.units());
        this.withParents = withParents;
        Geometry[] faults = CoverageValidator.validate(
                sound.stream().map(unit -> unit.outline().orElseThrow()).toArray(Geometry[]::new));
        for (int i = 0; i < sound.size(); i++) {
            if (outline(i).isValid()) {
                tree.insert(outline(i).getEnvelopeInternal(), i);
                if (faults[i] == null || faults[i].isEmpty()) {
                    order.add(i); // where areas overlap as they came, a bite leaves no gap
                }
            }
        }
        Collections.shuffle(order, random);
    }

    /** So many defects of each kind, or as many as the coverage has room for. */
    DefectGenerator inject(int each) {
        for (IntPredicate kind : kinds()) {
            int made = 0;
            while (made < each && next(kind)) {
                made++;
            }
        }
        return this;
    }

    List<IntPredicate> kinds() {
        return List.of(
                this::overlap,
                this::gap,
                this::sliverGap,
                this::sliverOverlap,
                this::duplicate,
                this::shift,
                this::wrongParent,
                this::missing,
                this::bowTie);
    }

    /** Tries areas in random order until the defect can be made at one; those where it cannot may take another. */
    private boolean next(IntPredicate defect) {
        List<Integer> unfit = new ArrayList<>();
        boolean made = false;
        while (!made && !order.isEmpty()) {
            int index = order.removeLast();
            if (free(index)) {
                made = defect.test(index);
                if (!made) {
                    unfit.add(index);
                }
            }
        }
        order.addAll(unfit.reversed());
        return made;
    }

    private boolean free(int index) {
        return !used.contains(sound.get(index).key())
                && neighbours(index).stream()
                        .noneMatch(n -> used.contains(sound.get(n).key()));
    }

    private boolean overlap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry bite = Overlay.intersection(bite(border), outline(neighbour));
            return change(
                    index,
                    neighbour,
                    "overlap",
                    Overlay.union(outline(index), bite),
                    bite,
                    Set.of(CoverageRule.OVERLAP, CoverageRule.SLIVER_OVERLAP));
        });
    }

    private boolean gap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry bite = Overlay.intersection(bite(border), outline(index));
            return change(
                    index,
                    neighbour,
                    "gap",
                    Overlay.difference(outline(index), bite),
                    bite,
                    Set.of(CoverageRule.GAP, CoverageRule.SLIVER_GAP, CoverageRule.MISSING_UNIT));
        });
    }

    private boolean sliverGap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry strip = Overlay.intersection(border.buffer(metres(0.2, 3)), outline(index));
            return change(
                    index,
                    neighbour,
                    "sliver-gap",
                    Overlay.difference(outline(index), strip),
                    strip,
                    Set.of(CoverageRule.GAP, CoverageRule.SLIVER_GAP));
        });
    }

    private boolean sliverOverlap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry strip = Overlay.intersection(border.buffer(metres(0.2, 3)), outline(neighbour));
            return change(
                    index,
                    neighbour,
                    "sliver-overlap",
                    Overlay.union(outline(index), strip),
                    strip,
                    Set.of(CoverageRule.OVERLAP, CoverageRule.SLIVER_OVERLAP));
        });
    }

    private boolean duplicate(int index) {
        CoverageUnit unit = sound.get(index);
        boolean sameCode = random.nextBoolean();
        String key = unit.key() + "-again";
        units.add(new CoverageUnit(
                key, sameCode ? unit.code() : unit.code() + "9", unit.name(), unit.parentCode(), unit.outline()));
        return record(
                "duplicate",
                List.of(unit.key(), key),
                outline(index),
                Set.of(CoverageRule.DUPLICATE, CoverageRule.DUPLICATE_CODE),
                index);
    }

    private boolean shift(int index) {
        if (neighbours(index).size() < 2 || !isInside(index)) {
            return false;
        }
        double angle = random.nextDouble() * 2 * Math.PI;
        double by = metres(0.5, 40);
        AffineTransformation move =
                AffineTransformation.translationInstance(by * Math.cos(angle), by * Math.sin(angle));
        units.set(
                index,
                with(index, move.transform(outline(index)), sound.get(index).parentCode()));
        return record(
                "shift",
                List.of(sound.get(index).key()),
                outline(index).getBoundary().buffer(by),
                Set.of(CoverageRule.SHIFTED, CoverageRule.OVERLAP, CoverageRule.SLIVER_OVERLAP),
                index);
    }

    private boolean wrongParent(int index) {
        Set<String> near = new HashSet<>();
        neighbours(index).forEach(n -> sound.get(n).parentCode().ifPresent(near::add));
        String own = sound.get(index).parentCode().orElse("");
        Optional<String> other = sound.stream()
                .flatMap(unit -> unit.parentCode().stream())
                .filter(parent -> !parent.equals(own) && (withParents || !near.contains(parent)))
                .skip(random.nextInt(sound.size() / 2))
                .findFirst();
        if (other.isEmpty()) {
            return false;
        }
        units.set(index, with(index, outline(index), other));
        return record(
                "wrong-parent",
                List.of(sound.get(index).key()),
                outline(index),
                Set.of(CoverageRule.WRONG_PARENT),
                index);
    }

    private boolean missing(int index) {
        if (!withParents && !isInside(index)) {
            return false;
        }
        units.set(index, with(index, outline(index), Optional.of("REMOVED")));
        return record(
                "missing",
                List.of(),
                outline(index),
                Set.of(CoverageRule.MISSING_UNIT, CoverageRule.GAP, CoverageRule.SLIVER_GAP),
                index);
    }

    private boolean bowTie(int index) {
        if (!(outline(index) instanceof Polygon polygon) || polygon.getNumPoints() < 12) {
            return false;
        }
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates().clone();
        int at = 2 + random.nextInt(ring.length - 6);
        Coordinate swapped = ring[at];
        ring[at] = ring[at + 1];
        ring[at + 1] = swapped;
        Geometry broken = polygon.getFactory().createPolygon(ring);
        if (broken.isValid()) {
            return false;
        }
        units.set(index, with(index, broken, sound.get(index).parentCode()));
        return record(
                "self-intersection",
                List.of(sound.get(index).key()),
                outline(index),
                Set.of(CoverageRule.SELF_INTERSECTION),
                index);
    }

    /** The coverage as it is after all that was done. */
    List<CoverageUnit> result() {
        return units.stream()
                .filter(unit -> !unit.parentCode().equals(Optional.of("REMOVED")))
                .toList();
    }

    interface BorderDefect {
        boolean make(Geometry border, int neighbour);
    }

    boolean alongBorder(int index, BorderDefect defect) {
        for (int neighbour : neighbours(index)) {
            Geometry common =
                    outline(index).getBoundary().intersection(outline(neighbour).getBoundary());
            LineMerger merger = new LineMerger();
            merger.add(common);
            for (Object line : merger.getMergedLineStrings()) {
                Geometry border = (Geometry) line;
                if (border instanceof Lineal && border.getLength() * DEGREE > 200) {
                    LengthIndexedLine along = new LengthIndexedLine(border);
                    double length = border.getLength();
                    return defect.make(along.extractLine(0.25 * length, 0.75 * length), neighbour);
                }
            }
        }
        return false;
    }

    Geometry bite(Geometry border) {
        Coordinate middle = new LengthIndexedLine(border).extractPoint(border.getLength() / 2);
        double radius = Math.min(metres(5, 60), border.getLength() / 2);
        return border.getFactory().createPoint(middle).buffer(radius);
    }

    boolean change(
            int index, int neighbour, String kind, Geometry outline, Geometry place, Set<CoverageRule> accepted) {
        if (place.isEmpty() || !outline.isValid() || !(outline instanceof Polygon)) {
            return false;
        }
        units.set(index, with(index, outline, sound.get(index).parentCode()));
        return record(kind, List.of(sound.get(index).key(), sound.get(neighbour).key()), place, accepted, index);
    }

    boolean record(String kind, List<String> keys, Geometry place, Set<CoverageRule> accepted, int index) {
        key.add(new Injected(kind, keys, place, accepted));
        used.add(sound.get(index).key());
        neighbours(index).forEach(n -> used.add(sound.get(n).key()));
        return true;
    }

    List<Integer> neighbours(int index) {
        List<Integer> all = new ArrayList<>();
        for (Object found : tree.query(outline(index).getEnvelopeInternal())) {
            int other = (Integer) found;
            if (other != index && outline(other).intersects(outline(index))) {
                all.add(other);
            }
        }
        return all;
    }

    /** Whether other areas surround it, so that it leaves a hole. */
    boolean isInside(int index) {
        Geometry rest = outline(index).getBoundary();
        for (int neighbour : neighbours(index)) {
            rest = rest.difference(outline(neighbour).getBoundary());
        }
        return rest.getLength() * DEGREE < 1;
    }

    CoverageUnit with(int index, Geometry outline, Optional<String> parent) {
        CoverageUnit unit = sound.get(index);
        return new CoverageUnit(unit.key(), unit.code(), unit.name(), parent, Optional.of(outline));
    }

    Geometry outline(int index) {
        return sound.get(index).outline().orElseThrow();
    }

    double metres(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble()) / DEGREE;
    }
}
