package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.SharedData;
import cn.diming.dataimport.job.ImportProgress;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.job.Imports;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.plan.PlanRefused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PlansTest {

    static final List<String> BUNDLED = Plans.BUNDLED;

    @Test
    void theListNamesEveryPlanInTheFolder() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(Plans.class.getResource("plans/provinces.yml"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder.getParent()))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yml", "")))
                    .containsExactlyInAnyOrderElementsOf(Plans.BUNDLED);
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void everyBundledPlanCanBeReadAndHasATitle(String name) {
        assertThat(Plans.find(name).title()).isNotEqualTo(name);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "china-divisions, admin/guangzhou_divisions_2023.csv, 3042, 3042, 0",
        "china-divisions, admin/guangdong_divisions_2023.csv.gz, 28745, 28743, 2",
        "guangzhou-codes, admin/guangzhou_codes_names_2023.csv, 3042, 3042, 0",
        "guangzhou-districts, boundaries/guangzhou_districts_wgs84.geojson, 12, 12, 0",
        "guangzhou-towns, boundaries/guangzhou_towns_SYNTHETIC_wgs84.geojson, 178, 178, 0",
        "guangzhou-villages, boundaries/guangzhou_villages_SYNTHETIC_wgs84.geojson.gz, 2851, 2851, 0",
        "gary-districts, boundaries/guangdong_districts_gary2020_gcj02_GBK_with_cpg.zip, 125, 125, 0",
        "gary-districts, boundaries/guangdong_districts_gary2020_gcj02_UTF8_no_cpg_no_prj.zip, 125, 125, 0",
        "provinces, boundaries/china_provinces_tianditu_wgs84.geojson.gz, 34, 34, 0",
        "named-places, places/bench_named_places_wgs84.csv.gz, 184868, 184867, 1",
        "geonames, places/geonames_guangzhou_bbox.tsv, 236, 236, 0",
        "geonames, places/geonames_cities500_CN.tsv.gz, 15621, 15621, 0",
        "geocoding-divisions, geocoding/places.jsonl.gz, 57265, 31938, 0",
        "geocoding-streets, geocoding/places.jsonl.gz, 57265, 2069, 0",
        "geocoding-doors, geocoding/places.jsonl.gz, 57265, 21935, 0",
        "geocoding-pois, geocoding/places.jsonl.gz, 57265, 1320, 0",
        "county-towns, county/towns.geojson.gz, 24, 24, 0",
        "county-villages, county/villages.geojson.gz, 590, 590, 0",
        "county-areas, county/areas.geojson.gz, 978, 978, 0",
        "county-streets, county/lines.geojson.gz, 3600, 2721, 0",
        "county-waters, county/lines.geojson.gz, 3600, 800, 0",
        "county-places, county/points.geojson.gz, 4698, 2548, 0",
        "county-facilities, county/points.geojson.gz, 4698, 1445, 0",
        "county-shops, county/points.geojson.gz, 4698, 705, 0",
        "county-buildings, county/buildings.geojson.gz, 35181, 35181, 0",
        "county-plates, county/buildings.geojson.gz, 35181, 35181, 0",
        "county-building-shops, county/buildings.geojson.gz, 35181, 3476, 0"
    })
    void eachPlanFitsItsFile(String plan, String file, long read, long accepted, long rejected) {
        Path data = SharedData.file(file);
        try (Core core = Engines.GEOPACKAGE.open()) {
            ImportReport report = Imports.check(core, data, Plans.find(plan));
            assertThat(report.read()).isEqualTo(read);
            assertThat(report.accepted()).isEqualTo(accepted);
            assertThat(report.rejected()).as(report.samples().toString()).isEqualTo(rejected);
        }
    }

    /** A door knows its street only by the street's key: 长堤北大道10号 cannot be parted by its text. */
    @Test
    void theGeocodingSetTakesInEveryPartAndDoorsKnowTheirStreets(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("places.jsonl"), """
                {"code":"4406","name":"佛山市","official":"佛山市","type":"city","pt":[110,25],"parents":["44"],"full":"佛山市"}
                {"code":"S1","name":"长堤北大道","old":"红卫大道","type":"street","pt":[110,25],"parents":["4406"],"full":"佛山市长堤北大道"}
                {"code":"D1","name":"","housenumber":"10号","type":"door","street":"S1","pt":[110,25],"parents":["S1","4406"],"full":"佛山市长堤北大道10号"}
                {"code":"P1","name":"金源药店","housenumber":"46号","type":"poi","street":"S1","pt":[110,25],"parents":["S1","4406"],"full":"佛山市长堤北大道金源药店"}
                """);
        try (Core core = Engines.GEOPACKAGE.open()) {
            for (ImportPlan plan : Plans.listOf("geocoding-places")) {
                assertThat(Imports.commit(core, file, plan, Optional.empty(), ImportProgress.SILENT)
                                .accepted())
                        .as(plan.name())
                        .isEqualTo(1);
            }
            assertThat(core.store().find("geocoding", "D1").orElseThrow().title())
                    .isEqualTo("长堤北大道10号");
            assertThat(core.store().find("geocoding", "P1").orElseThrow().text("address"))
                    .contains("长堤北大道46号");
        }
    }

    @Test
    void aPlanOfTheBureauIsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("村名.yml"), "target: PLACE\nkey: ${id}\nfields: {name: \"${名称}\", category: OTHER}\n");
        assertThat(Plans.find(file.toString()).name()).isEqualTo("村名");
        Path gbk = Files.write(folder.resolve("gbk.yml"), "title: 村名".getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> Plans.find(gbk.toString()))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("应为 UTF-8 文本");
        Path huge = Files.write(folder.resolve("huge.yml"), new byte[2 << 20]);
        assertThatThrownBy(() -> Plans.find(huge.toString()))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("太大");
    }

    @Test
    void anUnknownPlanIsRefusedWithTheNamesOfThoseThereAre() {
        assertThatThrownBy(() -> Plans.find("villages"))
                .isInstanceOf(PlanRefused.class)
                .hasMessageStartingWith("没有导入方案 villages。内置方案：china-divisions、");
    }
}
