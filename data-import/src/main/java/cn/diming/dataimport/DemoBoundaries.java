package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.Agreement;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.CourseDescription;
import cn.diming.core.boundary.LineDigest;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.boundary.MarkerKind;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.boundary.ThreeWayPoint;
import cn.diming.core.boundary.Witness;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Boundary lines between the towns of the demo county, with markers and three-way points: all of it invented. */
final class DemoBoundaries {

    private static final double SHORTEST_METRES = 300;
    private static final double BETWEEN_MARKERS_METRES = 2_500;
    private static final double ASIDE_METRES = 15;
    /** Nearer than this, ends of three lines are one point. */
    private static final double SAME_POINT_METRES = 0.05;

    private static final List<String> WITNESSES = List.of("古樟树", "水泥电杆", "石拱桥桥头", "独立房屋墙角", "水塔", "大岩石", "涵洞口", "机井房");

    private final Core core;
    private final List<StoredRecord> towns;
    private final List<Made> made = new ArrayList<>();

    private record Made(BoundaryLine line, LonLat start, LonLat end) {}

    private DemoBoundaries(Core core) {
        this.core = core;
        this.towns = new ArrayList<>();
        core.store().forEach(RecordKind.DIVISION, division -> {
            if (division.number("level").filter(level -> level == 4).isPresent()
                    && division.geometry().isPresent()) {
                towns.add(division);
            }
        });
        towns.sort(Comparator.comparing(DemoBoundaries::codeOf));
    }

    /**
     * Makes them where there are none yet.
     *
     * @return how many lines and markers there are
     */
    static long load(Core core) {
        if (core.store().count(RecordKind.BOUNDARY_LINE) == 0) {
            new DemoBoundaries(core).load();
        }
        return core.store().count(RecordKind.BOUNDARY_LINE) + core.store().count(RecordKind.BOUNDARY_MARKER);
    }

    private void load() {
        for (int i = 0; i < towns.size(); i++) {
            for (int j = i + 1; j < towns.size(); j++) {
                line(towns.get(i), towns.get(j)).ifPresent(this::markers);
            }
        }
        points();
    }

    private Optional<BoundaryLine> line(StoredRecord one, StoredRecord other) {
        Geometry a = one.geometry().orElseThrow();
        Geometry b = other.geometry().orElseThrow();
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return Optional.empty();
        }
        LineMerger merger = new LineMerger();
        merger.add(OverlayNGRobust.overlay(a.getBoundary(), b.getBoundary(), OverlayNG.INTERSECTION));
        List<LineString> parts = new ArrayList<>();
        for (Object part : merger.getMergedLineStrings()) {
            parts.add((LineString) part);
        }
        return parts.stream()
                .filter(part -> Ellipsoid.lengthMetres(part) >= SHORTEST_METRES && part.isSimple())
                .max(Comparator.comparingDouble(Ellipsoid::lengthMetres))
                .map(part -> register(one, other, directed(part)));
    }

    /** From west to east, or from north to south where that is longer. */
    private static LineString directed(LineString line) {
        Coordinate start = line.getCoordinateN(0);
        Coordinate end = line.getCoordinateN(line.getNumPoints() - 1);
        double east = (end.x - start.x) * Math.cos(Math.toRadians(start.y));
        double south = start.y - end.y;
        boolean backwards = Math.abs(east) >= Math.abs(south) ? east < 0 : south < 0;
        return backwards ? line.reverse() : line;
    }

    private BoundaryLine register(StoredRecord one, StoredRecord other, LineString geometry) {
        boolean oneIsLeft = isLeft(one.geometry().orElseThrow(), geometry);
        DivisionCode left = new DivisionCode(codeOf(oneIsLeft ? one : other));
        DivisionCode right = new DivisionCode(codeOf(oneIsLeft ? other : one));
        LocalDate agreed = LocalDate.of(2019, 3, 1).plusDays(37L * made.size() % 2_200);
        String title = one.title() + "与" + other.title() + "行政区域界线协议书（演示，虚构）";
        Agreement draft = agreement(title, agreed, left, right, geometry, Optional.empty());
        String course = new CourseDescription(
                        new LineVersion(0, 1, draft, geometry, LineDigest.of("", 1, draft, geometry), Instant.EPOCH),
                        List.of())
                .text();
        BoundaryLine line = core.boundaryLines()
                .register(
                        Actor.OPERATOR,
                        one.title().charAt(0) + other.title().substring(0, 1) + "线（" + one.title() + "—" + other.title()
                                + "）",
                        LineKind.LEGAL,
                        agreement(title, agreed, left, right, geometry, Optional.of(course)),
                        geometry);
        Coordinate[] all = geometry.getCoordinates();
        made.add(new Made(line, LonLat.of(all[0]), LonLat.of(all[all.length - 1])));
        return line;
    }

    private static Agreement agreement(
            String title,
            LocalDate agreed,
            DivisionCode left,
            DivisionCode right,
            Geometry geometry,
            Optional<String> course) {
        return new Agreement(
                title,
                Optional.of(agreed),
                Optional.of(agreed),
                Optional.of("云溪县人民政府（演示）"),
                left,
                right,
                Optional.of(Math.rint(Ellipsoid.lengthMetres(geometry))),
                course,
                Optional.of(10_000),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isLeft(Geometry area, LineString line) {
        LineMeasure measure = new LineMeasure(line);
        LonLat middle = measure.at(measure.lengthMetres() / 2);
        LonLat after = measure.at(measure.lengthMetres() / 2 + 1);
        LonLat aside = Ellipsoid.move(middle, Ellipsoid.bearingDegrees(middle, after) - 90, ASIDE_METRES);
        return new IndexedPointInAreaLocator(area).locate(new Coordinate(aside.lon(), aside.lat()))
                == Location.INTERIOR;
    }

    private void markers(BoundaryLine line) {
        LineMeasure measure = new LineMeasure(line.current().geometry());
        int count = Math.max(1, (int) (measure.lengthMetres() / BETWEEN_MARKERS_METRES));
        for (int i = 1; i <= count; i++) {
            LonLat place = measure.at(measure.lengthMetres() * i / (count + 1));
            DivisionCode managing = i % 2 == 0 ? line.left() : line.right();
            core.boundaryMarkers().register(Actor.OPERATOR, line.id(), marker(line, i, place, managing));
        }
    }

    private BoundaryMarker marker(BoundaryLine line, int sequence, LonLat place, DivisionCode managing) {
        int seed = (int) (line.id() % 97) + sequence;
        List<Witness> witnesses = new ArrayList<>();
        for (int i = 0; i < Witness.FEWEST; i++) {
            witnesses.add(new Witness(
                    WITNESSES.get((seed + i) % WITNESSES.size()),
                    (seed * 37 + i * 121) % 360,
                    8 + (seed * 13 + i * 7) % 60));
        }
        return new BoundaryMarker(
                0,
                0,
                "",
                "%s%03dQ".formatted(line.shortCode(), sequence),
                OptionalLong.empty(),
                OptionalLong.empty(),
                sequence,
                MarkerKind.SINGLE,
                seed % 11 == 0 ? MarkerStatus.FADED : MarkerStatus.INTACT,
                Optional.of(place),
                new BoundaryMarker.Detail(
                        Optional.of(managing.digits()),
                        Optional.of(core.divisions()
                                .find(managing.digits())
                                .map(town -> town.name() + "境边（虚构）")
                                .orElse("")),
                        Optional.of("花岗岩"),
                        Optional.of("12×12×120 厘米"),
                        List.of(name(line.left()), name(line.right()), "%03d".formatted(sequence)),
                        OptionalDouble.of(20 + seed % 180),
                        Optional.of("GNSS RTK"),
                        OptionalDouble.of(0.05),
                        line.current().agreement().agreedOn()),
                witnesses);
    }

    private String name(DivisionCode code) {
        return core.divisions().find(code.digits()).map(town -> town.name()).orElse(code.prefix());
    }

    /** Where the ends of three lines meet, three towns do. */
    private void points() {
        List<List<DivisionCode>> known = new ArrayList<>();
        for (Made one : made) {
            for (LonLat end : List.of(one.start, one.end)) {
                List<DivisionCode> codes = made.stream()
                        .filter(other -> Ellipsoid.distanceMetres(other.start, end) < SAME_POINT_METRES
                                || Ellipsoid.distanceMetres(other.end, end) < SAME_POINT_METRES)
                        .flatMap(other -> List.of(other.line.left(), other.line.right()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(DivisionCode::digits))
                        .toList();
                if (codes.size() == 3 && !known.contains(codes)) {
                    known.add(codes);
                    core.boundaryMarkers()
                            .register(
                                    Actor.OPERATOR,
                                    new ThreeWayPoint(0, 0, codes, Optional.empty(), Optional.of("三镇交会处（虚构）"), end));
                }
            }
        }
    }

    private static String codeOf(StoredRecord town) {
        return town.text("code").orElseThrow();
    }
}
