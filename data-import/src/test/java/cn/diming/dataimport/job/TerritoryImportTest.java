package cn.diming.dataimport.job;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.BoundaryDrafts;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** No file moves a legal line, or an outline off one, without a new agreement version. */
class TerritoryImportTest {

    private static final String WEST = "440115101000";
    private static final String EAST = "440115102000";
    private static final Geometry AGREED = Drafts.wkt("LINESTRING (113.45 22.93, 113.45 22.915, 113.45 22.9)");
    private static final String WEST_OUTLINE =
            "POLYGON ((113.4 22.9, 113.45 22.9, 113.45 22.915, 113.45 22.93, 113.4 22.93, 113.4 22.9))";

    private static final String LINES = """
            target: BOUNDARY_LINE
            crs: EPSG:4490
            position: {wkt: geometry}
            key: ${code}
            fields: {line_code: "${code}", name: "${name}", left_code: "${left}", right_code: "${right}", level: 4}
            """;
    private static final String DIVISIONS = """
            target: DIVISION
            crs: EPSG:4490
            position: {wkt: geometry}
            key: ${code}
            fields: {code: "${code}", name: "${name}", level: 4, parent_code: "440115000000"}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aFileThatMovesALegalLineIsRejectedRowByRow(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = agreed(core);
            String head = "code,name,left,right,geometry\n440115101-440115102,甲乙线," + EAST + "," + WEST + ",";
            Path moved = Imports.file(
                    folder, "moved.csv", head + "\"LINESTRING (113.45 22.93, 113.452 22.915, 113.45 22.9)\"\n");
            ImportReport report = Imports.commit(core, moved, LINES);
            assertThat(report.rejected()).isEqualTo(1);
            assertThat(report.accepted()).isZero();

            BoundaryLine now = core.boundaryLines().find(line.id()).orElseThrow();
            assertThat(now.current().geometry().equalsExact(AGREED)).isTrue();
            assertThat(core.store().count(RecordKind.BOUNDARY_LINE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aFileThatMovesAnOutlineOffALegalLineIsRejectedAndTheOthersComeIn(Engines engine) {
        try (Core core = engine.open()) {
            agreed(core);
            Path file = Imports.file(
                    folder,
                    "towns.csv",
                    "code,name,geometry\n" + WEST
                            + ",甲镇,\"POLYGON ((113.4 22.9, 113.45 22.9, 113.448 22.915, 113.45 22.93, 113.4 22.93, 113.4 22.9))\"\n"
                            + "440115103000,丙镇,\"POLYGON ((113.3 22.9, 113.4 22.9, 113.4 22.93, 113.3 22.93, 113.3 22.9))\"\n");
            ImportReport report = Imports.commit(core, file, DIVISIONS);
            assertThat(report.accepted()).isEqualTo(1);
            assertThat(report.rejected()).isEqualTo(1);
            assertThat(report.samples().getFirst()).contains("条例》");
            Geometry kept = core.db()
                    .sql("SELECT geom FROM division WHERE code = :code")
                    .param("code", WEST)
                    .find(row -> row.findGeometry("geom").orElseThrow())
                    .orElseThrow();
            assertThat(kept.equalsTopo(Drafts.wkt(WEST_OUTLINE))).isTrue();
        }
    }

    private BoundaryLine agreed(Core core) {
        Imports.commit(
                core,
                Imports.file(folder, "before.csv", "code,name,geometry\n" + WEST + ",甲镇,\"" + WEST_OUTLINE + "\"\n"),
                DIVISIONS);
        return core.boundaryLines()
                .register(Actor.OPERATOR, "甲乙线", LineKind.LEGAL, BoundaryDrafts.agreement("协议书", EAST, WEST), AGREED);
    }
}
