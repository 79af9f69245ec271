package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.SharedData;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.GeometryColumnNames;
import cn.diming.dataimport.source.GeometryColumns;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import cn.diming.dataimport.source.SourceProblem;
import cn.diming.dataimport.source.SourceRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd and broken files of other projects: each is read, or told in Chinese, and nothing else ever happens. */
class TortureFilesTest {
    private static final String HAN = "(?s).*\\p{IsHan}.*";
    /** Against hanging; the slowest takes a tenth of a second. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.file("torture"))) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadOrRefusedInChinese(Path file) {
        Assertions.assertTimeoutPreemptively(NO_HANG, () -> open(file, SourceOptions.STANDARD));
    }

    private static void open(Path file, SourceOptions options) {
        try (SourceLayers opened = Formats.sourceFiles().open(file, options)) {
            assertThat(opened.layers()).isNotEmpty();
            checkWords(opened.problems());
            opened.layers().forEach(TortureFilesTest::readWhole);
            List<GeometryColumns> guesses =
                    GeometryColumnNames.guess(opened.layers().getFirst().layer().fieldNames());
            if (options.geometry().isEmpty() && !guesses.isEmpty()) {
                open(file, options.withGeometry(guesses.getFirst()));
            }
        } catch (SourceRefused refused) {
            assertThat(refused.getMessage()).matches(HAN);
        }
    }

    private static void readWhole(FeatureSource source) {
        checkWords(source.layer().problems());
        long[] last = {0};
        try (Stream<SourceFeature> rows = source.features(0)) {
            rows.forEach(row -> {
                checkWords(row.problems());
                assertThat(row.row()).isGreaterThan(last[0]);
                last[0] = row.row();
            });
        }
        try (Stream<SourceFeature> rest = source.features(last[0])) {
            assertThat(rest).isEmpty();
        }
    }

    private static void checkWords(List<SourceProblem> problems) {
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).matches(HAN));
    }

    /** Counts that GDAL gives for the same files. */
    @ParameterizedTest
    @CsvSource({
        "gdal_autotest/shp/poly.zip, 10, 10",
        "gdal_autotest/shp/gjmultipoly.shp, 1, 1",
        "gdal_autotest/shp/test3356.shp, 1, 1",
        "gdal_autotest/geojsonseq/test.geojsonl, 2, 2",
        "gdal_autotest/geojsonseq/test.geojsons, 2, 2",
        "nts_shapefile/crustal_test_bugged.shp, 19, 19",
        "nts_shapefile/UnifiedChecksMaterialNullInMiddle.shp, 3, 2",
        "nts_shapefile/Volume2.shp, 17, 16",
        "shapelib/tests/shape_eg_data/mexico/states.shp, 32, 32",
        "pyshp/blockgroups.shp, 663, 663"
    })
    void theWellKnownOnesGiveTheirRowsAndGeometries(String name, int rows, int geometries) {
        Reading reading = Reading.of(SharedData.file("torture").resolve(name));
        assertThat(reading.rows()).hasSize(rows);
        assertThat(reading.rows().stream().filter(row -> row.geometry().isPresent()))
                .hasSize(geometries);
    }
}
