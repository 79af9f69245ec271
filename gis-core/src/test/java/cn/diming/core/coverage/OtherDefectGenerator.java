package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Breaks a coverage as other people and programs do: areas grown and shrunk as a whole, single vertices moved, duplicates drawn
 * the other way round, enclaves swallowed or lost, parts dropped, strips of centimetres, codes of another parent, spikes.
 */
final class OtherDefectGenerator extends DefectGenerator {

    private static final Set<CoverageRule> OVERLAPS =
            Set.of(CoverageRule.OVERLAP, CoverageRule.SLIVER_OVERLAP, CoverageRule.DUPLICATE, CoverageRule.SHIFTED);
    private static final Set<CoverageRule> GAPS =
            Set.of(CoverageRule.GAP, CoverageRule.SLIVER_GAP, CoverageRule.MISSING_UNIT, CoverageRule.SHIFTED);

    OtherDefectGenerator(Coverages.Set set, long seed, boolean withParents) {
        super(set, seed, withParents);
    }

    /** Those that few areas are fit for come first. */
    @Override
    List<IntPredicate> kinds() {
        return List.of(
                this::swallowed,
                this::enclaveLost,
                this::partLost,
                this::acrossTheParentsEdge,
                this::grown,
                this::shrunk,
                this::vertexOut,
                this::vertexIn,
                this::hairOverlap,
                this::hairGap,
                this::redrawn,
                this::codeOfAnother,
                this::farAway,
                this::spike,
                this::speck,
                this::withoutOutline);
    }

    private boolean grown(int index) {
        Geometry larger = outline(index).buffer(metres(1, 8), 2);
        return isInside(index)
                && replaced(index, larger, "grown", Overlay.difference(larger, outline(index)), OVERLAPS);
    }

    private boolean shrunk(int index) {
        Geometry smaller = outline(index).buffer(-metres(1, 8), 2);
        return isInside(index)
                && smaller instanceof Polygon
                && replaced(index, smaller, "shrunk", Overlay.difference(outline(index), smaller), GAPS);
    }

    private boolean vertexOut(int index) {
        return vertex(index, "vertex-out", true);
    }

    private boolean vertexIn(int index) {
        return vertex(index, "vertex-in", false);
    }

    /** One vertex of the outer ring is moved by some metres; neighbours stay. */
    private boolean vertex(int index, String kind, boolean out) {
        if (!isInside(index) || !(outline(index) instanceof Polygon area) || area.getNumInteriorRing() > 0) {
            return false;
        }
        Coordinate[] ring = area.getExteriorRing().getCoordinates();
        int at = 1 + random.nextInt(ring.length - 2);
        double angle = random.nextDouble() * 2 * Math.PI;
        double by = metres(4, 25);
        Coordinate[] moved = ring.clone();
        moved[at] = new Coordinate(ring[at].x + by * Math.cos(angle), ring[at].y + by * Math.sin(angle));
        Polygon changed = area.getFactory().createPolygon(moved);
        if (!changed.isValid()) {
            return false;
        }
        Geometry claimed = changed.difference(area);
        Geometry given = area.difference(changed);
        boolean wide = width(out ? claimed : given) > 0.5 / DEGREE;
        return wide && replaced(index, changed, kind, out ? claimed : given, out ? OVERLAPS : GAPS);
    }

    /** Area by half the outline: of a strip, its width. */
    private static double width(Geometry piece) {
        return piece.isEmpty() ? 0 : piece.getArea() / (piece.getLength() / 2);
    }

    private boolean hairOverlap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry strip = Overlay.intersection(border.buffer(metres(0.04, 0.2), 1), outline(neighbour));
            return change(index, neighbour, "hair-overlap", Overlay.union(outline(index), strip), strip, OVERLAPS);
        });
    }

    private boolean hairGap(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry strip = Overlay.intersection(border.buffer(metres(0.04, 0.2), 1), outline(index));
            return change(index, neighbour, "hair-gap", Overlay.difference(outline(index), strip), strip, GAPS);
        });
    }

    /** The same area again: begun elsewhere, the other way round, with more vertices, under another code. */
    private boolean redrawn(int index) {
        if (!(outline(index) instanceof Polygon area)) {
            return false;
        }
        LinearRing[] holes = new LinearRing[area.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = turned(area.getInteriorRingN(i));
        }
        Polygon again = area.getFactory().createPolygon(turned(area.getExteriorRing()), holes);
        CoverageUnit unit = sound.get(index);
        String key = unit.key() + "-redrawn";
        Geometry denser = random.nextBoolean() ? again : Densifier.densify(again, 30 / DEGREE);
        units.add(new CoverageUnit(
                key, "9" + unit.code().substring(1), unit.name(), unit.parentCode(), Optional.of(denser)));
        return record("redrawn", List.of(unit.key(), key), area, Set.of(CoverageRule.DUPLICATE), index);
    }

    private LinearRing turned(LinearRing ring) {
        List<Coordinate> open = new ArrayList<>(List.of(ring.getCoordinates()).subList(0, ring.getNumPoints() - 1));
        Collections.rotate(open, random.nextInt(open.size()));
        List<Coordinate> other = new ArrayList<>(open.reversed());
        other.add(other.getFirst());
        return ring.getFactory().createLinearRing(other.toArray(Coordinate[]::new));
    }

    /** The area's code begins with another parent's, while the parent that it names is right. */
    private boolean codeOfAnother(int index) {
        CoverageUnit unit = sound.get(index);
        Optional<CoverageUnit> other = sound.stream()
                .filter(one -> !one.parentCode().equals(unit.parentCode()))
                .skip(random.nextInt(sound.size() / 2))
                .findFirst();
        if (other.isEmpty() || unit.code().length() != other.get().code().length()) {
            return false;
        }
        String code = other.get().code().substring(0, unit.code().length() - 3) + "9" + (10 + random.nextInt(90));
        units.set(index, new CoverageUnit(unit.key(), code, unit.name(), unit.parentCode(), unit.outline()));
        return record("code-of-another", List.of(unit.key()), outline(index), Set.of(CoverageRule.WRONG_PARENT), index);
    }

    /** The hole of an area in which another lies is filled. */
    private boolean swallowed(int index) {
        if (!(outline(index) instanceof Polygon area) || area.getNumInteriorRing() == 0) {
            return false;
        }
        Polygon full = area.getFactory().createPolygon(area.getExteriorRing());
        Geometry lost = full.difference(area);
        boolean held =
                neighbours(index).stream().anyMatch(n -> lost.buffer(1e-9).covers(outline(n)));
        return held && replaced(index, full, "swallowed", lost, OVERLAPS);
    }

    /** An area that lies in a hole of another is missing. */
    private boolean enclaveLost(int index) {
        boolean enclave = neighbours(index).size() == 1 && isInside(index);
        if (!enclave) {
            return false;
        }
        units.set(index, with(index, outline(index), Optional.of("REMOVED")));
        return record("enclave-lost", List.of(), outline(index), GAPS, index);
    }

    /** One part of an area in several parts is dropped. */
    private boolean partLost(int index) {
        if (!(outline(index) instanceof MultiPolygon area)) {
            return false;
        }
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Geometry part = area.getGeometryN(i);
            Geometry edge = part.getBoundary();
            for (int n : neighbours(index)) {
                edge = edge.difference(outline(n).getBoundary());
            }
            boolean surrounded = edge.getLength() * DEGREE < 1;
            if (surrounded) {
                units.set(
                        index,
                        with(index, area.difference(part), sound.get(index).parentCode()));
                return record("part-lost", List.of(), part, GAPS, index); // others stand around it
            }
        }
        return false;
    }

    private boolean farAway(int index) {
        if (!isInside(index)) {
            return false;
        }
        double angle = random.nextDouble() * 2 * Math.PI;
        double by = metres(300, 900);
        Geometry moved = AffineTransformation.translationInstance(by * Math.cos(angle), by * Math.sin(angle))
                .transform(outline(index));
        return replaced(
                index,
                moved,
                "far-away",
                moved.union(outline(index)),
                Set.of(CoverageRule.SHIFTED, CoverageRule.OVERLAP, CoverageRule.GAP, CoverageRule.MISSING_UNIT));
    }

    /** The edge runs out and back the same way. */
    private boolean spike(int index) {
        if (!(outline(index) instanceof Polygon area) || area.getNumInteriorRing() > 0) {
            return false;
        }
        List<Coordinate> ring = new ArrayList<>(List.of(area.getExteriorRing().getCoordinates()));
        int at = 1 + random.nextInt(ring.size() - 2);
        Coordinate tip = new Coordinate(ring.get(at).x + metres(20, 60), ring.get(at).y + metres(20, 60));
        ring.addAll(at + 1, List.of(tip, ring.get(at)));
        Polygon broken = area.getFactory().createPolygon(ring.toArray(Coordinate[]::new));
        return !broken.isValid() && replaced(index, broken, "spike", area, Set.of(CoverageRule.SELF_INTERSECTION));
    }

    /** An overlap of a square metre. */
    private boolean speck(int index) {
        return alongBorder(index, (border, neighbour) -> {
            Geometry speck =
                    Overlay.intersection(border.getInteriorPoint().buffer(0.7 / DEGREE, 1), outline(neighbour));
            return width(speck) > 0.1 / DEGREE
                    && change(index, neighbour, "speck", Overlay.union(outline(index), speck), speck, OVERLAPS);
        });
    }

    /** A bite of an area that belongs to another parent: at once an overlap and outside of its own. */
    private boolean acrossTheParentsEdge(int index) {
        return alongBorder(index, (border, neighbour) -> {
            boolean foreign =
                    !sound.get(index).parentCode().equals(sound.get(neighbour).parentCode());
            Geometry bite = Overlay.intersection(bite(border), outline(neighbour));
            return foreign
                    && change(
                            index,
                            neighbour,
                            "across-the-parents-edge",
                            Overlay.union(outline(index), bite),
                            bite,
                            Set.of(CoverageRule.OVERLAP, CoverageRule.SLIVER_OVERLAP, CoverageRule.OUTSIDE_PARENT));
        });
    }

    private boolean withoutOutline(int index) {
        CoverageUnit unit = sound.get(index);
        units.set(index, new CoverageUnit(unit.key(), unit.code(), unit.name(), unit.parentCode(), Optional.empty()));
        return record(
                "without-outline", List.of(unit.key()), outline(index), Set.of(CoverageRule.MISSING_OUTLINE), index);
    }

    private boolean replaced(int index, Geometry outline, String kind, Geometry place, Set<CoverageRule> accepted) {
        units.set(index, with(index, outline, sound.get(index).parentCode()));
        return record(kind, List.of(sound.get(index).key()), place, accepted, index);
    }
}
