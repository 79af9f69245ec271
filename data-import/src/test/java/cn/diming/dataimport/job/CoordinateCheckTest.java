package cn.diming.dataimport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.plan.PlanReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports say what coordinates look like before they store them, and say nothing about good ones. */
class CoordinateCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"GCJ-02, 高德", "BD-09, 百度"})
    void aFileOfAMapPlatformIsRecognisedByThePlacesThatAreKnown(String system, String words) {
        try (Core core = Engines.GEOPACKAGE.open()) {
            villages(core);
            CrsTransform shift = CrsTransform.to(Crs.parse(system));
            Path file = table(at -> shift.apply(at[0], at[1]));
            assertThatThrownBy(() -> Imports.commit(core, file, Imports.PLACES))
                    .isInstanceOf(ImportRefused.class)
                    .hasMessageContaining("坐标看来是")
                    .hasMessageContaining(system)
                    .hasMessageContaining("--crs");
            assertThat(core.store().count(RecordKind.PLACE)).isEqualTo(30);
            ImportReport checked = Imports.check(core, file, PlanReader.read("mine", Imports.PLACES));
            assertThat(checked.notes()).anyMatch(note -> note.contains(system));
            ImportReport stated = Imports.commit(
                    core,
                    file,
                    PlanReader.read("mine", Imports.PLACES),
                    Optional.of(Crs.parse(system)),
                    ImportProgress.SILENT);
            assertThat(stated.notes()).noneMatch(note -> note.contains("坐标看来是"));
            assertThat(stated.accepted()).isEqualTo(30);
        }
    }

    @Test
    void whoInsistsIsToldAndBelieved() {
        try (Core core = Engines.GEOPACKAGE.open()) {
            villages(core);
            CrsTransform shift = CrsTransform.to(Crs.GCJ02);
            ImportReport report = Imports.commit(
                    core,
                    table(at -> shift.apply(at[0], at[1])),
                    PlanReader.read("mine", Imports.PLACES),
                    Optional.of(Crs.CGCS2000),
                    ImportProgress.SILENT);
            assertThat(report.accepted()).isEqualTo(30);
            assertThat(report.notes()).anyMatch(note -> note.contains("GCJ-02"));
        }
    }

    /** Drawn by different people, hundreds of metres off, in whatever direction. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 50, 300, 700})
    void placesThatAreOnlyDrawnBadlyRaiseNoAlarm(double metres) {
        try (Core core = Engines.POSTGIS.open()) {
            villages(core);
            Random random = new Random(5);
            ImportReport report = Imports.commit(
                    core,
                    table(at -> new double[] {
                        at[0] + random.nextGaussian() * metres / 102_000,
                        at[1] + random.nextGaussian() * metres / 111_000
                    }),
                    Imports.PLACES);
            assertThat(report.notes()).isEmpty();
            assertThat(report.accepted()).isEqualTo(30);
        }
    }

    @Test
    void placesThatNobodyKnowsRaiseNoAlarm() {
        try (Core core = Engines.GEOPACKAGE.open()) {
            CrsTransform shift = CrsTransform.to(Crs.GCJ02);
            assertThat(Imports.commit(core, table(at -> shift.apply(at[0], at[1])), Imports.PLACES)
                            .notes())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void swappedProjectedAndPackedNumbersAreRefusedBeforeAnyRow(Engines engine) {
        try (Core core = engine.open()) {
            refused(core, at -> new double[] {at[1], at[0]}, "纬度在前、经度在后");
            CrsTransform zoned = CrsTransform.to(Crs.parse("EPSG:4526"));
            refused(core, at -> zoned.apply(at[0], at[1]), "带号");
            refused(core, at -> new double[] {minutes(at[0]), minutes(at[1])}, "度分连写");
            assertThat(core.store().count(RecordKind.PLACE)).isZero();
        }
    }

    private void refused(Core core, UnaryOperator<double[]> written, String words) {
        assertThatThrownBy(() -> Imports.commit(core, table(written), Imports.PLACES))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(words);
    }

    private static void villages(Core core) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            drafts.add(Drafts.village("known-" + i, "第" + i + "村", lon(i), lat(i)));
        }
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "known", drafts);
    }

    private Path table(UnaryOperator<double[]> written) {
        StringBuilder text = new StringBuilder("id,name,lon,lat\n");
        for (int i = 0; i < 30; i++) {
            double[] at = written.apply(new double[] {lon(i), lat(i)});
            text.append(String.format(Locale.ROOT, "%d,第%d村,%.7f,%.7f%n", i, i, at[0], at[1]));
        }
        return Imports.file(folder, "villages.csv", text.toString());
    }

    private static double lon(int i) {
        return 113.4 + i % 6 * 0.013;
    }

    private static double lat(int i) {
        return 22.9 + i / 6 * 0.011;
    }

    private static double minutes(double degrees) {
        return Math.floor(degrees) * 100 + (degrees - Math.floor(degrees)) * 60;
    }
}
