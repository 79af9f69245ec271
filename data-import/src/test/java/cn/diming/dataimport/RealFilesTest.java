package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.SharedData;
import cn.diming.core.geo.Crs;
import cn.diming.dataimport.source.GeometryColumns;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files an office has: read whole, nothing lost, nothing faulty. */
class RealFilesTest {
    private static final String DISTRICTS = "boundaries/guangdong_districts_gary2020_gcj02_";

    @Test
    void theDistrictsAreTheSameInBothEncodings() {
        Reading gbk = Reading.of(SharedData.file(DISTRICTS + "GBK_with_cpg.zip"));
        Reading utf8 = Reading.of(SharedData.file(DISTRICTS + "UTF8_no_cpg_no_prj.zip"));
        assertThat(gbk.rows()).hasSize(125).noneMatch(SourceFeature::faulty);
        assertThat(gbk.rows().stream().map(SourceFeature::attributes).toList())
                .isEqualTo(utf8.rows().stream().map(SourceFeature::attributes).toList());
        assertThat(gbk.rows()).anyMatch(row -> row.attributes().containsValue("番禺区"));
        assertThat(gbk.rows().stream().map(row -> row.geometry().orElseThrow()).toList())
                .isEqualTo(utf8.rows().stream()
                        .map(row -> row.geometry().orElseThrow())
                        .toList());
        assertThat(gbk.layer().name()).isEqualTo("广东省_GBK");
        assertThat(gbk.layer().encoding().words()).isEqualTo("GB18030（依据：.cpg 文件：GBK）");
        assertThat(utf8.layer().encoding().words()).startsWith("UTF-8（依据：全文是合法的 UTF-8");
        assertThat(gbk.layer().crs().crs()).hasValue(Crs.CGCS2000);
        assertThat(utf8.layer().crs().crs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"towns, 24", "villages, 590", "points, 4698", "lines, 3600", "areas, 978", "buildings, 35181"})
    void theCountyIsReadWhole(String name, int rows) {
        Reading reading = Reading.of(SharedData.file("county/" + name + ".geojson.gz"));
        assertThat(reading.rows())
                .hasSize(rows)
                .noneMatch(SourceFeature::faulty)
                .allMatch(row -> row.geometry().isPresent());
        assertThat(reading.layer().crs().crs()).hasValue(Crs.WGS84);
        assertThat(reading.layer().featureCount()).hasValue(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "places/bench_named_places_wgs84.csv.gz, lng, lat, 184868, 184868",
        "admin/guangzhou_divisions_2023.csv, lng_wgs84, lat_wgs84, 3042, 1050",
        "geocoding/places.jsonl.gz, pt[0], pt[1], 57265, 57265"
    })
    void tablesGetTheirPositionsFromTheColumnsOfThePlan(String name, String x, String y, int rows, int placed) {
        SourceOptions options = SourceOptions.STANDARD.withGeometry(new GeometryColumns.Pair(x, y));
        Reading reading = Reading.of(SharedData.file(name), options);
        assertThat(reading.rows()).hasSize(rows).noneMatch(SourceFeature::faulty);
        assertThat(reading.rows().stream().filter(row -> row.geometry().isPresent()))
                .hasSize(placed);
        assertThat(reading.layer().crs().crs()).isEmpty();
    }

    @Test
    void aTableWithoutHeaderIsReadWithNamesFromThePlan() {
        SourceOptions options = SourceOptions.STANDARD.withColumns(List.of(
                "geonameid",
                "name",
                "ascii",
                "alternatives",
                "lat",
                "lng",
                "class",
                "code",
                "country",
                "cc2",
                "a1",
                "a2",
                "a3",
                "a4",
                "population",
                "elevation",
                "dem",
                "timezone",
                "modified"));
        Reading reading = Reading.of(SharedData.file("places/geonames_guangzhou_bbox.tsv"), options);
        assertThat(reading.rows()).noneMatch(SourceFeature::faulty).hasSizeGreaterThan(100);
        assertThat(reading.rows().getFirst().attributes()).containsEntry("geonameid", "1783986");
    }
}
