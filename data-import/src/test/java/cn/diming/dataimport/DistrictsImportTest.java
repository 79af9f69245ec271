package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.SharedData;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.IntakeResult;
import cn.diming.core.record.StoredRecord;
import cn.diming.dataimport.job.ImportProgress;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.job.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

/** The same districts in different clothes come out the same. */
class DistrictsImportTest {

    private static final String GARY = "boundaries/guangdong_districts_gary2020_gcj02_";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theEncodingOfAShapefileMakesNoDifference(Engines engine) {
        Path gbk = copy(GARY + "GBK_with_cpg.zip");
        Path utf8 = copy(GARY + "UTF8_no_cpg_no_prj.zip");
        try (Core core = engine.open()) {
            assertThat(commit(core, gbk, "gary-districts", Optional.empty()).stored())
                    .isEqualTo(new IntakeResult(125, 0, 0));
            assertThat(commit(core, utf8, "gary-districts", Optional.empty()).stored())
                    .isEqualTo(new IntakeResult(0, 0, 125));
            assertThat(Imports.all(core, RecordKind.DIVISION))
                    .anySatisfy(district -> assertThat(district.values())
                            .containsEntry("code", "440113000000")
                            .containsEntry("parent_code", "440100000000")
                            .containsEntry("name", "番禺区"));
        }
    }

    @Test
    void shiftedCoordinatesComeOutWhereTheyBelong() {
        Map<String, StoredRecord> shifted = districts("gcj02", Optional.of(Crs.GCJ02));
        Map<String, StoredRecord> right = districts("wgs84", Optional.empty());
        assertThat(shifted.keySet()).isEqualTo(right.keySet());
        right.forEach((code, district) -> {
            Coordinate[] wanted = district.geometry().orElseThrow().getCoordinates();
            Coordinate[] got = Objects.requireNonNull(shifted.get(code))
                    .geometry()
                    .orElseThrow()
                    .getCoordinates();
            assertThat(got).hasSameSizeAs(wanted);
            for (int i = 0; i < got.length; i++) {
                assertThat(got[i].distance(wanted[i])).isLessThan(1e-6);
            }
        });
    }

    private Map<String, StoredRecord> districts(String system, Optional<Crs> crs) {
        Path file = copy("boundaries/guangzhou_districts_" + system + ".geojson");
        try (Core core = Engines.GEOPACKAGE.open()) {
            ImportReport report = commit(core, file, "guangzhou-districts", crs);
            assertThat(report.accepted()).isEqualTo(12);
            List<StoredRecord> all = Imports.all(core, RecordKind.DIVISION);
            return all.stream().collect(Collectors.toMap(d -> d.text("code").orElseThrow(), Function.identity()));
        }
    }

    private static ImportReport commit(Core core, Path file, String plan, Optional<Crs> crs) {
        return Imports.commit(core, file, Plans.find(plan), crs, ImportProgress.SILENT);
    }

    /** The shared folder may be read-only, and refused rows are told beside the file. */
    private Path copy(String name) {
        Path shared = SharedData.file(name);
        try {
            return Files.copy(shared, folder.resolve(shared.getFileName().toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
