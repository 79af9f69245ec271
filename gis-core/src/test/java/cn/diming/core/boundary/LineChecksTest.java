package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.finding.Severity;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class LineChecksTest {

    private static final BoundaryTolerance TOLERANCE = new BoundaryTolerance(0.1, 1, 1, 0.005, 10, 50, 30, 0, 5);
    private static final ThreeWayPoint POINT = new ThreeWayPoint(
            1,
            1,
            List.of(DivisionCode.parse("440113101"), DivisionCode.parse("440113102"), DivisionCode.parse("440113103")),
            Optional.empty(),
            Optional.empty(),
            new LonLat(113.45, 22.93));

    @Test
    void aSoundLineHasNoFinding() {
        assertThat(rules(line(BoundarySamples.LINE, BoundarySamples.agreement("协议")), around(markers())))
                .isEmpty();
    }

    @Test
    void anEndAwayFromItsThreeWayPointIsFound() {
        Geometry late = Drafts.wkt("LINESTRING (113.45 22.92999, 113.45 22.915, 113.45 22.9)");
        assertThat(rules(line(late, BoundarySamples.agreement("协议")), around(markers())))
                .containsExactly(BoundaryRule.BL_01);
    }

    @Test
    void aSpikeAndACrossingAreFound() {
        Geometry spiky = Drafts.wkt(
                "LINESTRING (113.45 22.93, 113.45 22.92, 113.4502 22.91, 113.45 22.92, 113.45 22.915, 113.45 22.9)");
        assertThat(rules(line(spiky, BoundarySamples.agreement("协议")), around(List.of())))
                .contains(BoundaryRule.BL_02);
    }

    @Test
    void aSingleMarkerBesideTheLineIsFoundAndAPairMustStandOnBothSides() {
        List<BoundaryMarker> off =
                List.of(BoundarySamples.marker(1, MarkerKind.SINGLE, Ellipsoid.move(new LonLat(113.45, 22.92), 90, 3)));
        assertThat(rules(sound(), around(off))).containsExactly(BoundaryRule.BL_03);
        List<BoundaryMarker> sameSide = List.of(
                BoundarySamples.marker(2, MarkerKind.PAIR_A, Ellipsoid.move(new LonLat(113.45, 22.91), 90, 20)),
                BoundarySamples.marker(2, MarkerKind.PAIR_B, Ellipsoid.move(new LonLat(113.45, 22.91), 90, 30)));
        assertThat(rules(sound(), around(sameSide))).containsExactly(BoundaryRule.BL_03);
        List<BoundaryMarker> bothSides = List.of(
                BoundarySamples.marker(2, MarkerKind.PAIR_A, Ellipsoid.move(new LonLat(113.45, 22.91), 90, 20)),
                BoundarySamples.marker(2, MarkerKind.PAIR_B, Ellipsoid.move(new LonLat(113.45, 22.91), 270, 30)));
        assertThat(rules(sound(), around(bothSides))).isEmpty();
    }

    @Test
    void numbersRunAlongTheLineAndTheLineRunsSouth() {
        List<BoundaryMarker> swapped = List.of(
                BoundarySamples.marker(2, MarkerKind.SINGLE, new LonLat(113.45, 22.92)),
                BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.91)));
        assertThat(rules(sound(), around(swapped))).containsExactly(BoundaryRule.BL_04);
        assertThat(rules(line(BoundarySamples.LINE.reverse(), BoundarySamples.agreement("协议")), around(markers())))
                .contains(BoundaryRule.BL_04);
    }

    @Test
    void swappedSidesAreFound() {
        LineSurroundings swapped = new LineSurroundings(
                markers(),
                List.of(POINT),
                Optional.of(BoundarySamples.west()),
                Optional.of(BoundarySamples.east()),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(rules(sound(), swapped)).containsExactly(BoundaryRule.BL_05);
    }

    @Test
    void anOutlineThatLeavesTheLegalLineIsFoundWithItsDeviation() {
        Geometry bulging = Drafts.wkt(
                "POLYGON ((113.4 22.9, 113.45 22.9, 113.4502 22.915, 113.45 22.93, 113.4 22.93, 113.4 22.9))");
        LineSurroundings around = new LineSurroundings(
                markers(),
                List.of(POINT),
                Optional.of(BoundarySamples.east()),
                Optional.of(bulging),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        List<BoundaryFinding> found = new LineChecks(sound(), around, TOLERANCE).run();
        assertThat(found).extracting(BoundaryFinding::rule).contains(BoundaryRule.BL_06, BoundaryRule.BL_09);
        assertThat(found.stream()
                        .filter(one -> one.rule() == BoundaryRule.BL_06)
                        .findFirst()
                        .orElseThrow()
                        .metres()
                        .getAsDouble())
                .isBetween(19.0, 21.0);
    }

    @Test
    void aStatedLengthAndCourseAreComparedWithTheLine() {
        Agreement wrong = BoundarySamples.agreement(
                "协议", List.of(), Optional.of(3_400.0), Optional.of("从起点起，向东北行1600米，再向南行1722米。"));
        assertThat(rules(line(BoundarySamples.LINE, wrong), around(markers())))
                .contains(BoundaryRule.BL_07, BoundaryRule.BL_08);
        Agreement right =
                BoundarySamples.agreement("协议", List.of(), Optional.of(3_322.5), Optional.of("从起点起，向南行 3.32 公里，到达终点。"));
        assertThat(rules(line(BoundarySamples.LINE, right), around(markers()))).isEmpty();
    }

    @Test
    void whatIsDescribedFromTheLineItselfAgreesWithIt() {
        Geometry bent = Drafts.wkt("LINESTRING (113.45 22.93, 113.45 22.92, 113.46 22.91, 113.452 22.9)");
        BoundaryLine line = line(bent, BoundarySamples.agreement("协议"));
        String text = new CourseDescription(line.current(), List.of()).text();
        assertThat(text).contains("向南行", "向东南行", "向西南行", "界线全长");
        assertThat(new CourseComparison(new LineMeasure(bent), StatedCourse.steps(text)).differences())
                .isEmpty();
    }

    @Test
    void aNameOnTheWrongSideNearTheLineIsFound() {
        LineSurroundings.Named foreign = new LineSurroundings.Named(
                "李家庄", BoundarySamples.EAST, Ellipsoid.move(new LonLat(113.45, 22.92), 270, 30));
        LineSurroundings.Named far = new LineSurroundings.Named(
                "远村", BoundarySamples.EAST, Ellipsoid.move(new LonLat(113.45, 22.92), 270, 90));
        LineSurroundings.Named own = new LineSurroundings.Named(
                "本村", BoundarySamples.WEST, Ellipsoid.move(new LonLat(113.45, 22.92), 270, 30));
        List<BoundaryFinding> found = new LineChecks(
                        sound(),
                        new LineSurroundings(
                                markers(),
                                List.of(POINT),
                                Optional.of(BoundarySamples.east()),
                                Optional.of(BoundarySamples.west()),
                                List.of(foreign, far, own),
                                Map.of(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty()),
                        TOLERANCE)
                .run();
        assertThat(found)
                .filteredOn(one -> one.rule() == BoundaryRule.BL_10)
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("李家庄"));
    }

    @Test
    void anEnclaveThatNoAgreementListsIsFound() {
        Geometry island = BoundarySamples.box(113.46, 22.91, 113.465, 22.915);
        LineSurroundings around = new LineSurroundings(
                markers(),
                List.of(POINT),
                Optional.of(BoundarySamples.east().difference(island)),
                Optional.of(BoundarySamples.west().union(island)),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(rules(sound(), around)).containsExactly(BoundaryRule.BL_11);
    }

    @Test
    void aRiverThatHasMovedCallsForASpecialInspectionAndMovesNothing() {
        Agreement agreement = BoundarySamples.agreement(
                "协议",
                List.of(new LineSection(0, 3_000, LineSection.Basis.RIVER, Optional.of("沙河"), Optional.empty())),
                Optional.empty(),
                Optional.empty());
        LineSurroundings around = new LineSurroundings(
                markers(),
                List.of(POINT),
                Optional.of(BoundarySamples.east()),
                Optional.of(BoundarySamples.west()),
                List.of(),
                Map.of("沙河", Drafts.wkt("LINESTRING (113.45 22.93, 113.4508 22.915, 113.45 22.9)")),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(new LineChecks(line(BoundarySamples.LINE, agreement), around, TOLERANCE).run())
                .filteredOn(one -> one.severity() != Severity.INFO)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.message()).contains("专项检查", "沙河");
                    assertThat(one.specialReason().orElseThrow())
                            .matches("沙河已离开界线 \\d+\\.\\d\\d 米（里程 0 至 3000 米，以河流为界）");
                });
    }

    @Test
    void stretchesThatOverlapOrReachBeyondTheEndAreNamedAndGapsAreNone() {
        LineSection first = new LineSection(0, 1_000, LineSection.Basis.RIVER, Optional.of("沙河"), Optional.empty());
        LineSection second =
                new LineSection(1_500, 3_000.9, LineSection.Basis.STRAIGHT, Optional.empty(), Optional.empty());
        LineSection between = new LineSection(900, 1_600, LineSection.Basis.CUSTOM, Optional.empty(), Optional.empty());
        assertThat(LineSection.faults(List.of(second, first), 3_000)).isEmpty();
        assertThat(LineSection.faults(List.of(second, between, first), 2_500))
                .containsExactly(
                        "第 2 段起于 900.0 米，与前一段（止于 1000.0 米）重叠",
                        "第 3 段止于 3000.9 米，超出界线长度 2500.0 米",
                        "第 3 段起于 1500.0 米，与前一段（止于 1600.0 米）重叠");
    }

    @Test
    void shiftedCoordinatesOfALineAreFound() {
        Geometry shifted = BoundarySamples.LINE.copy();
        shifted.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
            double[] xy = cn.diming.core.geo.CrsTransform.to(cn.diming.core.geo.Crs.GCJ02)
                    .apply(c.x, c.y);
            c.setX(xy[0]);
            c.setY(xy[1]);
        });
        assertThat(rules(line(shifted, BoundarySamples.agreement("协议")), around(List.of())))
                .contains(BoundaryRule.BL_13);
    }

    @Test
    void aMarkerWithoutWitnessesIsIncompletelyRegistered() {
        BoundaryMarker bare = new BoundaryMarker(
                1,
                1,
                "k",
                "0102001Q",
                java.util.OptionalLong.empty(),
                java.util.OptionalLong.empty(),
                1,
                MarkerKind.SINGLE,
                MarkerStatus.INTACT,
                Optional.of(new LonLat(113.45, 22.92)),
                BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.92))
                        .detail(),
                List.of());
        assertThat(rules(sound(), around(List.of(bare)))).containsExactly(BoundaryRule.BL_15);
    }

    private static Set<BoundaryRule> rules(BoundaryLine line, LineSurroundings around) {
        Set<BoundaryRule> rules = new TreeSet<>();
        new LineChecks(line, around, TOLERANCE)
                .run().stream()
                        .filter(found -> found.severity() != Severity.INFO)
                        .forEach(found -> rules.add(found.rule()));
        return rules;
    }

    private static List<BoundaryMarker> markers() {
        return List.of(
                BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.92)),
                BoundarySamples.marker(2, MarkerKind.SINGLE, new LonLat(113.45, 22.91)));
    }

    private static LineSurroundings around(List<BoundaryMarker> markers) {
        return new LineSurroundings(
                markers,
                List.of(POINT),
                Optional.of(BoundarySamples.east()),
                Optional.of(BoundarySamples.west()),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static BoundaryLine sound() {
        return line(BoundarySamples.LINE, BoundarySamples.agreement("协议"));
    }

    private static BoundaryLine line(Geometry geometry, Agreement agreement) {
        return new BoundaryLine(
                1,
                1,
                "440113101-440113102",
                "甲乙线",
                LineKind.LEGAL,
                "VALID",
                Optional.empty(),
                new LineVersion(1, 1, agreement, geometry, "", Instant.EPOCH));
    }
}
