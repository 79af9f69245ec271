package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** No path moves a legal line, or the outline of a division along one, without a new agreement version. */
class TerritoryGuardTest {

    private static final Geometry MOVED = Drafts.wkt("LINESTRING (113.45 22.93, 113.451 22.915, 113.45 22.9)");
    /** The east takes a bite of the west. */
    private static final Geometry GRABBING =
            Drafts.wkt("POLYGON ((113.45 22.9, 113.5 22.9, 113.5 22.93, 113.45 22.93, 113.449 22.915, 113.45 22.9))");
    /** The east gives land away. */
    private static final Geometry YIELDING =
            Drafts.wkt("POLYGON ((113.45 22.9, 113.5 22.9, 113.5 22.93, 113.45 22.93, 113.4503 22.915, 113.45 22.9))");
    /** Only where no legal line is. */
    private static final Geometry ELSEWHERE = Drafts.wkt(
            "POLYGON ((113.45 22.9, 113.5 22.9, 113.52 22.915, 113.5 22.93, 113.45 22.93, 113.45 22.915, 113.45 22.9))");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void noEditMovesALegalLineOrChangesWhatItsAgreementSays(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            refused(() -> core.records().change(Actor.OPERATOR, line.id(), 1, Map.of(), Optional.of(MOVED)));
            Map.of("agreement", "x", "left_code", "440113103000", "kind", "PROPOSED", "course_description", "x")
                    .forEach((column, value) -> refused(() -> core.records()
                            .change(
                                    Actor.OPERATOR,
                                    line.id(),
                                    1,
                                    Map.of(column, Optional.of(value)),
                                    Optional.empty())));
            refused(() -> core.records().delete(Actor.OPERATOR, line.id(), 1));
            core.records().change(Actor.OPERATOR, line.id(), 1, Map.of("name", Optional.of("甲乙界线")), Optional.empty());
            assertUnmoved(core, line);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void noImportMovesALegalLineNotEvenOneThatCameByImport(Engines engine) {
        try (Core core = engine.open()) {
            BoundarySamples.divisions(core);
            take(core, RecordKind.BOUNDARY_LINE, line(BoundarySamples.LINE));
            refused(() -> take(core, RecordKind.BOUNDARY_LINE, line(MOVED)));
            BoundaryLine line =
                    core.boundaryLines().list(Actor.OPERATOR, Optional.empty()).getFirst();
            assertUnmoved(core, line);
            take(core, RecordKind.BOUNDARY_LINE, line(BoundarySamples.LINE));
            BoundaryLine after = core.boundaryLines()
                    .adopt(Actor.OPERATOR, line.id(), line.version(), BoundarySamples.agreement("新协议"), MOVED);
            assertThat(after.current().number()).isEqualTo(2);
            assertThat(core.boundaryLines().versions(Actor.OPERATOR, line.id())).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void noEditOrImportMovesAnOutlineOffALegalLine(Engines engine) {
        try (Core core = engine.open()) {
            BoundarySamples.line(core);
            StoredRecord east = division(core, BoundarySamples.EAST);
            for (Geometry outline : List.of(GRABBING, YIELDING)) {
                refused(() -> core.records()
                        .change(Actor.OPERATOR, east.id(), east.version(), Map.of(), Optional.of(outline)));
                refused(() -> take(
                        core,
                        RecordKind.DIVISION,
                        Drafts.division(BoundarySamples.EAST, "乙镇", 4, "440113000000", Optional.of(outline))));
            }
            refused(() -> core.records().delete(Actor.OPERATOR, east.id(), east.version()));
            refused(() -> core.records()
                    .change(
                            Actor.OPERATOR,
                            east.id(),
                            east.version(),
                            Map.of("code", Optional.of("440113109000")),
                            Optional.empty()));
            assertThat(division(core, BoundarySamples.EAST)
                            .geometry()
                            .orElseThrow()
                            .equalsExact(BoundarySamples.east()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anOutlineMayChangeWhereNoLegalLineIsAndComeNearerToOne(Engines engine) {
        try (Core core = engine.open()) {
            BoundarySamples.line(core);
            StoredRecord east = division(core, BoundarySamples.EAST);
            StoredRecord wider =
                    core.records().change(Actor.OPERATOR, east.id(), east.version(), Map.of(), Optional.of(ELSEWHERE));
            assertThat(wider.geometry().orElseThrow().equalsExact(ELSEWHERE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aVillageDoesNotReachAcrossTheLineOfItsTown(Engines engine) {
        try (Core core = engine.open()) {
            BoundarySamples.line(core);
            String village = "440113102201";
            Geometry inside = BoundarySamples.box(113.46, 22.91, 113.47, 22.92);
            take(
                    core,
                    RecordKind.DIVISION,
                    Drafts.division(village, "某村", 5, BoundarySamples.EAST, Optional.of(inside)));
            refused(() -> take(
                    core,
                    RecordKind.DIVISION,
                    Drafts.division(
                            village,
                            "某村",
                            5,
                            BoundarySamples.EAST,
                            Optional.of(BoundarySamples.box(113.44, 22.91, 113.47, 22.92)))));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNewAgreementLetsTheOutlinesFollow(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            Geometry further = Drafts.wkt("LINESTRING (113.45 22.93, 113.4503 22.915, 113.45 22.9)");
            core.boundaryLines().adopt(Actor.OPERATOR, line.id(), 1, BoundarySamples.agreement("新协议"), further);
            StoredRecord east = division(core, BoundarySamples.EAST);
            core.records().change(Actor.OPERATOR, east.id(), east.version(), Map.of(), Optional.of(YIELDING));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void sqlPastTheApplicationIsRefusedByTheDatabase(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            StoredRecord east = division(core, BoundarySamples.EAST);
            sqlRefused(core, "UPDATE boundary_line SET geom = :geom WHERE id = " + line.id(), MOVED);
            sqlRefused(
                    core,
                    "UPDATE boundary_line SET geom = :geom, agreement_version = 2 WHERE id = " + line.id(),
                    MOVED);
            sqlRefused(core, "UPDATE boundary_line SET kind = 'PROPOSED' WHERE id = " + line.id());
            sqlRefused(core, "UPDATE boundary_line SET left_code = right_code WHERE id = " + line.id());
            sqlRefused(core, "DELETE FROM boundary_line_version");
            sqlRefused(core, "UPDATE boundary_line_version SET geom = :geom", MOVED);
            sqlRefused(core, "DELETE FROM boundary_line");
            sqlRefused(core, "UPDATE division SET geom = :geom WHERE id = " + east.id(), YIELDING);
            sqlRefused(core, "UPDATE division SET geom = NULL WHERE id = " + east.id());
            sqlRefused(core, "UPDATE division SET code = '440113109000' WHERE id = " + east.id());
            sqlRefused(core, "DELETE FROM division WHERE id = " + east.id());
            if (core.db().kind().equals("geopackage")) {
                sqlRefused(core, "INSERT OR REPLACE INTO boundary_line SELECT * FROM boundary_line");
                sqlRefused(core, "INSERT OR REPLACE INTO division SELECT * FROM division WHERE id = " + east.id());
            } else {
                sqlRefused(core, "TRUNCATE boundary_line CASCADE");
                sqlRefused(core, "TRUNCATE division CASCADE");
            }
            assertUnmoved(core, line);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void villageManagementLinesAreNoLegalLinesAndMayBeEdited(Engines engine) {
        try (Core core = engine.open()) {
            BoundarySamples.divisions(core);
            BoundaryLine line = core.boundaryLines()
                    .register(
                            Actor.OPERATOR,
                            "村级管理线",
                            LineKind.MANAGEMENT,
                            BoundarySamples.agreement("村际协商记录"),
                            BoundarySamples.LINE);
            core.records().change(Actor.OPERATOR, line.id(), 1, Map.of(), Optional.of(MOVED));
            assertThat(core.boundaryLines().inspectionDue(line)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void noEditMovesAMarkerBesideItsRegistration(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            BoundaryMarker marker = core.boundaryMarkers()
                    .register(
                            BoundarySamples.ONE_SIDE,
                            line.id(),
                            BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.92)));
            refused(() -> core.records()
                    .change(
                            Actor.OPERATOR,
                            marker.id(),
                            1,
                            Map.of(),
                            Optional.of(new LonLat(113.46, 22.92).toPoint())));
        }
    }

    private static RecordDraft line(Geometry geometry) {
        return new RecordDraft(
                "line-1",
                Map.of(
                        "line_code",
                        "440113101-440113102",
                        "name",
                        "甲乙线",
                        "left_code",
                        BoundarySamples.EAST,
                        "right_code",
                        BoundarySamples.WEST,
                        "level",
                        4L),
                Optional.of(geometry),
                List.of(),
                List.of());
    }

    private static void take(Core core, RecordKind kind, RecordDraft draft) {
        core.intake().take(Actor.OPERATOR, kind, "test", List.of(draft));
    }

    private static StoredRecord division(Core core, String code) {
        return core.store()
                .find(
                        RecordKind.DIVISION,
                        core.divisions().find(code).orElseThrow().id())
                .orElseThrow();
    }

    private static void assertUnmoved(Core core, BoundaryLine line) {
        BoundaryLine now = core.boundaryLines().find(line.id()).orElseThrow();
        assertThat(now.current().geometry().equalsExact(BoundarySamples.LINE)).isTrue();
        assertThat(now.current().sha256()).isEqualTo(line.current().sha256());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(Refused.class).hasMessageContaining("条例》");
    }

    private static void sqlRefused(Core core, String sql) {
        assertThatThrownBy(
                        () -> core.db().inTransaction(() -> core.db().sql(sql).update()))
                .as(sql)
                .hasStackTraceContaining("territory guard");
    }

    private static void sqlRefused(Core core, String sql, Geometry geometry) {
        assertThatThrownBy(() -> core.db()
                        .inTransaction(
                                () -> core.db().sql(sql).param("geom", geometry).update()))
                .as(sql)
                .hasStackTraceContaining("territory guard");
    }
}
