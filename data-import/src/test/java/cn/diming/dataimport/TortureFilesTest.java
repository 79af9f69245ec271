package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.dataimport.source.FeatureSource;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd and broken files of other projects: each is read, or told in Chinese, and nothing else ever happens. */
class TortureFilesTest {
    private static final Pattern HAN = Pattern.compile("(?s).*\\p{IsHan}.*");
    /** A hang, not a speed: the slowest takes a tenth of a second. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    static Stream<Path> files() throws IOException {
        Path torture = SharedData.path("torture");
        try (Stream<Path> all = Files.walk(torture)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadOrRefusedInChinese(Path file) {
        Assertions.assertTimeoutPreemptively(NO_HANG, () -> {
            long t = System.nanoTime();
            String out;
            try (SourceLayers layers = Formats.sourceFiles().open(file, SourceOptions.STANDARD)) {
                assertThat(layers.layers()).isNotEmpty();
                checkWords(layers.problems());
                layers.layers().forEach(TortureFilesTest::readWhole);
                out = "READ";
            } catch (SourceRefused refused) {
                assertThat(refused.getMessage()).matches(HAN);
                out = refused.getMessage();
            }
            System.out.println("##" + (System.nanoTime() - t) / 1000000 + "ms " + file + " " + out);
        });
    }

    private static void readWhole(FeatureSource source) {
        checkWords(source.layer().problems());
        long[] n = {0, 0, 0};
        try (Stream<SourceFeature> rows = source.features(0)) {
            rows.forEach(row -> {
                checkWords(row.problems());
                n[0]++;
                if (row.geometry().isPresent()) n[1]++;
                if (row.faulty()) n[2]++;
                row.problems().stream().limit(2).forEach(p -> System.out.println("   #" + row.row() + " " + p));
            });
        }
        System.out.println(n[0] + " rows " + n[1] + " geoms " + n[2] + " faulty " + source.layer());
    }

    private static void checkWords(List<SourceProblem> problems) {
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).matches(HAN));
    }
}
