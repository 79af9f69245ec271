package cn.diming.dataimport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.IntakeResult;
import cn.diming.core.record.StoredRecord;
import cn.diming.dataimport.Formats;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.plan.PlanReader;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportJobTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aCommitStoresTheGoodRowsAndASecondOneChangesNothing(Engines engine) {
        Path file = Imports.file(folder, "a.csv", """
                id,name,lon,lat
                1,大稳村,113.45,22.91
                2,,113.46,22.92
                3,𠮷村,113.47,22.93
                """);
        try (Core core = engine.open()) {
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "d", Drafts.dawen());
            ImportReport first = Imports.commit(core, file, Imports.PLACES);
            assertThat(first.read()).isEqualTo(3);
            assertThat(first.accepted()).isEqualTo(2);
            assertThat(first.rejected()).isEqualTo(1);
            assertThat(first.stored()).isEqualTo(new IntakeResult(2, 0, 0));
            assertThat(first.samples()).containsExactly("第 2 行：缺少名称（name）");
            assertThat(Imports.all(core, RecordKind.PLACE))
                    .extracting(StoredRecord::title)
                    .containsExactlyInAnyOrder("大稳村", "𠮷村");
            assertThat(Imports.all(core, RecordKind.PLACE))
                    .extracting(place -> place.text("division_code").orElse(""))
                    .containsExactlyInAnyOrder("440115103208", "440115000000");

            ImportReport second = Imports.commit(core, file, Imports.PLACES);
            assertThat(second.stored()).isEqualTo(new IntakeResult(0, 0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aCheckFindsTheSameAndWritesNothing(Engines engine) {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n2,,113.46,22.92\n");
        try (Core core = engine.open()) {
            ImportReport report = Imports.check(core, file, PlanReader.read("mine", Imports.PLACES));
            assertThat(report.accepted()).isEqualTo(1);
            assertThat(report.rejected()).isEqualTo(1);
            assertThat(report.stored()).isEqualTo(IntakeResult.NONE);
            assertThat(Imports.all(core, RecordKind.PLACE)).isEmpty();
            assertThat(jobs(core)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatTheChecksOfPlatesFindStandsInTheReportAndStaysWithTheJob(Engines engine) {
        Path file = Imports.file(
                folder,
                "plates.csv",
                "id,plate,lon,lat\n1,1号,113.4499,22.9051\n2,1号,113.4499,22.9052\n3,二号,113.4501,22.9052\n");
        String plan = """
                title: 门牌
                target: DOOR_PLATE
                crs: EPSG:4490
                position: {lon: lon, lat: lat}
                key: ${id}
                fields: {street_name: 芝正街, number_text: "${plate}", division_code: "440115103208"}
                """;
        try (Core core = engine.open()) {
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "d", Drafts.dawen());
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            "s",
                            List.of(Drafts.street("s1", "芝正街", "LINESTRING (113.45 22.905, 113.45 22.907)")));
            ImportReport report = Imports.commit(core, file, plan);
            assertThat(report.plates().plates()).isEqualTo(3);
            assertThat(report.plates().lines())
                    .contains("DP-01 号码重复：1 处，如 芝正街1号：有 2 块", "DP-16 写法不规范：1 处，如 芝正街二号：应写作“2号”");
            String kept = core.db()
                    .sql("SELECT findings FROM import_job")
                    .list(row -> row.getText("findings"))
                    .getFirst();
            assertThat(kept).contains("DP-01").contains("DP-16");
            assertThat(Imports.commit(core, file, plan).plates().plates()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anInterruptedImportIsCompletedByRepeatingIt(Engines engine) {
        Path file = Imports.file(folder, "many.csv", many(12_000));
        ImportPlan plan = PlanReader.read("mine", Imports.PLACES + "names: [{kind: ALIAS, value: \"旧${name}\"}]\n");
        try (Core whole = engine.open();
                Core broken = engine.open()) {
            Imports.commit(whole, file, plan, Optional.empty(), ImportProgress.SILENT);
            ImportProgress pulledPlug = rows -> {
                if (rows == 7_321) {
                    throw new IllegalStateException("power cut");
                }
            };
            assertThatThrownBy(() -> Imports.commit(broken, file, plan, Optional.empty(), pulledPlug))
                    .hasMessage("power cut");
            assertThat(broken.store().count(RecordKind.PLACE)).isEqualTo(5_000);
            assertThat(jobs(broken)).containsExactly("FAILED 7321 5000 0 0 0");
            assertThat(folder).isDirectoryNotContaining("glob:**.part");

            ImportReport again = Imports.commit(broken, file, plan, Optional.empty(), ImportProgress.SILENT);
            assertThat(again.stored()).isEqualTo(new IntakeResult(7_000, 0, 5_000));
            assertThat(Imports.content(broken, RecordKind.PLACE)).isEqualTo(Imports.content(whole, RecordKind.PLACE));
            assertThat(jobs(broken)).containsExactlyInAnyOrder("FAILED 7321 5000 0 0 0", "DONE 12000 7000 0 5000 0");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void eachCommitLeavesARowThatSaysWhatWasImported(Engines engine) {
        Path file = Imports.file(folder, "地名.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n2,,1,1\n");
        try (Core core = engine.open()) {
            AtomicReference<List<String>> during = new AtomicReference<>(List.of());
            Imports.commit(
                    core,
                    file,
                    PlanReader.read("mine", Imports.PLACES),
                    Optional.empty(),
                    rows -> during.set(jobs(core)));
            assertThat(during.get()).containsExactly("RUNNING 0 0 0 0 0");
            assertThat(jobs(core)).containsExactly("DONE 2 1 0 0 1");
            assertThat(core.db()
                            .sql("SELECT plan_name, file_name, file_sha256, finished_at FROM import_job")
                            .list(row -> row.getText("plan_name") + " " + row.getText("file_name") + " "
                                    + row.getText("file_sha256") + " " + row.getInstant("finished_at")))
                    .containsExactly("mine 地名.csv "
                            + "24af68e1e5cc908bd2e9308c463626036f949c9d9610b650f6e2adcbc03d7f44 "
                            + Engines.CLOCK.instant());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aKilledImportIsClosedWhenTheSameFileIsImportedAgain(Engines engine) {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n");
        try (Core core = engine.open()) {
            ImportJobStore.start(core, Actor.OPERATOR, "mine", file);
            Imports.commit(core, file, Imports.PLACES);
            assertThat(jobs(core)).containsExactlyInAnyOrder("FAILED 0 0 0 0 0", "DONE 1 1 0 0 0");
        }
    }

    @Test
    void whoMayNotImportIsRefusedBeforeAnythingIsWritten() {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n");
        ImportPlan plan = PlanReader.read("mine", Imports.PLACES);
        try (Core core = Engines.GEOPACKAGE.open();
                SourceLayers layers = Formats.sourceFiles().open(file, SourceOptions.STANDARD)) {
            ImportJob job = new ImportJob(layers.layers().getFirst(), plan, Optional.empty());
            assertThatThrownBy(() -> job.commit(core, Actor.PUBLIC, file, Imports.rejects(file), ImportProgress.SILENT))
                    .isInstanceOf(Denied.class);
            assertThat(jobs(core)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void rowsThatContradictTheDatabaseAreRejectedAndTheRestGoesIn(Engines engine) {
        String plan = """
                target: BOUNDARY_MARKER
                crs: EPSG:4490
                source: %s
                position: {lon: lon, lat: lat}
                key: ${id}
                fields: {marker_key: "${key}", official_number: "${key}", kind: 单立}
                """;
        Path first = Imports.file(folder, "a.csv", "id,key,lon,lat\n1,A-07,113.4,22.9\n");
        Path second = Imports.file(
                folder,
                "b.csv",
                "id,key,lon,lat\n"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> "%d,A-%02d,113.4,22.9%n".formatted(i + 50, i))
                                .collect(Collectors.joining()));
        try (Core core = engine.open()) {
            Imports.commit(core, first, plan.formatted("one"));
            ImportReport report = Imports.commit(core, second, plan.formatted("two"));
            assertThat(report.stored()).isEqualTo(new IntakeResult(19, 0, 0));
            assertThat(report.accepted()).isEqualTo(19);
            assertThat(report.samples()).containsExactly("第 8 行：与库中已有的记录冲突：57，界桩内部编号 A-07");
            assertThat(jobs(core)).contains("DONE 20 19 0 0 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void rareCharactersSurviveWhereverTheyStandInALargeBatch(Engines engine) {
        String rare = "𪣻".repeat(8_000);
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> i + ",村,113.4,22.9," + "村".repeat(i % 2) + rare + "\n")
                .collect(Collectors.joining());
        Path file = Imports.file(folder, "rare.csv", "id,name,lon,lat,note\n" + rows);
        String plan = Imports.PLACES.replace("category:", "meaning: \"${note}\", category:");
        try (Core core = engine.open()) {
            assertThat(Imports.commit(core, file, plan).accepted()).isEqualTo(100);
            assertThat(Imports.all(core, RecordKind.PLACE))
                    .allMatch(place ->
                            place.text("meaning").orElse("").replace("村", "").equals(rare));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatADatabaseCannotKeepRejectsTheRowAlone(Engines engine) {
        Path file = Imports.file(folder, "odd.geojson", """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"id": 1, "name": "好", "note": "a"}, "geometry": null},
                {"type": "Feature", "properties": {"id": 2, "name": "空字符", "note": "a\\u0000b"}, "geometry": null},
                {"type": "Feature", "properties": {"id": 3, "name": "大数", "rank": 99999999999}, "geometry": null},
                {"type": "Feature", "properties": {"id": 4, "name": "登记", "reg": "x"}, "geometry": null},
                {"type": "Feature", "properties": {"id": 5, "name": "坏\\u0007名"}, "geometry": null}
                ]}
                """);
        try (Core core = engine.open()) {
            ImportReport report = Imports.commit(core, file, """
                    target: PLACE
                    key: ${id}
                    fields: {name: "${name}", category: OTHER, rank: "${rank}"}
                    attributes: [note]
                    registrations: [{class: "22200", code: "${reg}"}]
                    """);
            assertThat(report.stored()).isEqualTo(new IntakeResult(1, 0, 0));
            assertThat(report.samples())
                    .containsExactly(
                            "第 2 行：其他属性含有不可见的控制字符",
                            "第 3 行：等级超出范围：99999999999",
                            "第 4 行：地名代码应为 20 位数字：x",
                            "第 5 行：名称含有不可见的控制字符：坏<U+0007>名");
        }
    }

    @Test
    void twoProcessesMayWriteIntoOneGeoPackage() throws Exception {
        Path file = Imports.file(folder, "many.csv", many(12_000));
        DbConfig config = Engines.GEOPACKAGE.fresh();
        try (Core importing = Core.open(config, Engines.CLOCK);
                Core serving = Core.open(config, Engines.CLOCK)) {
            Thread server = Thread.ofPlatform()
                    .start(() -> IntStream.range(0, 40)
                            .forEach(i -> serving.intake()
                                    .take(
                                            Actor.OPERATOR,
                                            RecordKind.PLACE,
                                            "clerk",
                                            List.of(Drafts.village("c" + i, "新村", 113, 23)))));
            ImportReport report = Imports.commit(importing, file, Imports.PLACES);
            server.join();
            assertThat(report.stored()).isEqualTo(new IntakeResult(12_000, 0, 0));
            assertThat(serving.store().count(RecordKind.PLACE)).isEqualTo(12_040);
        }
    }

    @Test
    void theReferenceSystemIsSaidWithWhatItIsWorth() {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n");
        try (Core core = Engines.GEOPACKAGE.open()) {
            ImportReport report = Imports.commit(
                    core, file, PlanReader.read("mine", Imports.PLACES), Optional.of(Crs.GCJ02), ImportProgress.SILENT);
            assertThat(report.notes()).contains("按公开的近似公式换算，仅供对照，不可用于量测");
        }
    }

    private static String many(int rows) {
        return "id,name,lon,lat\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "%d,第%d村,%f,%f%n".formatted(i, i, 113 + i * 1e-5, 23 - i * 1e-5))
                        .collect(Collectors.joining());
    }

    private static List<String> jobs(Core core) {
        return core.db()
                .sql("SELECT * FROM import_job")
                .list(row -> row.getText("state") + " " + row.getLong("rows_read") + " " + row.getLong("rows_inserted")
                        + " " + row.getLong("rows_updated") + " " + row.getLong("rows_unchanged") + " "
                        + row.getLong("rows_rejected"));
    }
}
