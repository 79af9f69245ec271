package cn.diming.dataimport.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.dataimport.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFilesTest {
    private static final byte[] TABLE = "名称,n\n东涌镇,1\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON = "{\"type\":\"Point\",\"coordinates\":[1,2]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static SourceLayers open(Path path) {
        return Formats.sourceFiles().open(path, SourceOptions.STANDARD);
    }

    private static List<String> names(SourceLayers opened) {
        return opened.layers().stream().map(source -> source.layer().name()).toList();
    }

    private Path zip(Charset names, String... entries) throws IOException {
        Path zip = folder.resolve("z.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), names)) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.endsWith("json") ? JSON : TABLE);
            }
        }
        return zip;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void layersOfAZipKeepTheirChineseNames(Charset names) throws IOException {
        Path zip = zip(names, "数据/乡镇.csv", "数据/村.geojson", "说明.txt", "缩略图.png", "__MACOSX/._村.geojson");
        try (SourceLayers opened = open(zip)) {
            assertThat(names(opened)).containsExactlyInAnyOrder("数据/乡镇", "数据/村");
            assertThat(opened.find("数据/村")).isPresent();
            assertThat(opened.problems()).extracting(SourceProblem::message).containsExactly("说明.txt 视为说明文字，未读取");
        }
    }

    @Test
    void whatWasExtractedIsGoneAfterClosing() throws IOException {
        List<Path> before = temporary();
        try (SourceLayers opened = open(zip(StandardCharsets.UTF_8, "a.csv"))) {
            assertThat(opened.layers()).hasSize(1);
            assertThat(temporary()).hasSize(before.size() + 1);
        }
        assertThatThrownBy(() -> open(zip(StandardCharsets.UTF_8, "a.doc"))).isInstanceOf(SourceRefused.class);
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith("diming-import-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "x/../../a.csv", "/etc/a.csv", "..\\a.csv", "C:\\a.csv", "C:a.csv", "a\nb.csv"})
    void namesThatLeaveTheFolderAreRefusedBeforeAnythingIsWritten(String name) throws IOException {
        Path zip = zip(StandardCharsets.UTF_8, "good.csv", name);
        assertThatThrownBy(() -> open(zip)).isInstanceOf(SourceRefused.class).hasMessageContaining("越出目录");
    }

    @Test
    void aZipInAZipIsToldNotOpened() throws IOException {
        try (SourceLayers opened = open(zip(StandardCharsets.UTF_8, "a.csv", "inner.zip"))) {
            assertThat(opened.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("inner.zip"));
        }
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Path zip = zip(
                StandardCharsets.UTF_8,
                IntStream.range(0, 30).mapToObj(i -> i + ".csv").toArray(String[]::new));
        SourceOptions few = SourceOptions.STANDARD.withLimits(new SourceLimits(20, 1 << 20, 100, 100, 1000, 8));
        assertThatThrownBy(() -> Formats.sourceFiles().open(zip, few))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("超过上限 20");
    }

    @Test
    void aBombIsRefusedByWhatItSaysAndByWhatItIs() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> open(zip)).isInstanceOf(SourceRefused.class).hasMessageContaining("压缩炸弹");
        byte[] lying = Files.readAllBytes(zip);
        int directory = lying.length - 22 - 46 - 5;
        Arrays.fill(lying, directory + 24, directory + 28, (byte) 0);
        Files.write(zip, lying);
        assertThatThrownBy(() -> open(zip)).isInstanceOf(SourceRefused.class);
    }

    @Test
    void aFolderListsItsLayersAndFilesOfOneNameStayApart() throws IOException {
        Files.write(folder.resolve("a.csv"), TABLE);
        Files.write(folder.resolve("a.json"), JSON);
        Files.createDirectory(folder.resolve("sub"));
        Files.write(folder.resolve("sub/b.CSV"), TABLE);
        Files.write(folder.resolve("broken.shp"), new byte[3]);
        try (SourceLayers opened = open(folder)) {
            assertThat(names(opened)).containsExactly("a", "a.csv", "sub/b");
            assertThat(opened.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("broken.shp"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.xyz|hello|不认识的文件类型",
                "a.kml|<?xml version='1.0'?><kml/>|XML",
                "a.csv|<?xml version='1.0'?><kml/>|XML",
                "a.gpkg|SQLite format 3|GeoPackage",
                "a.csv|%PDF-1.4|PDF",
                "a.7z|7z|不认识的文件类型",
                "a|''|不认识的文件类型"
            })
    void foreignFilesAreRefusedWithTheListOfWhatWorks(String name, String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Shapefile（.shp")
                .hasMessageContaining("GeoJSON（")
                .hasMessageContaining("CSV 文本表（");
    }

    @Test
    void foreignNamesDoNotHideKnownContent() throws IOException {
        try (SourceLayers json = open(Files.write(folder.resolve("upload.tmp"), JSON));
                SourceLayers table = open(Files.write(folder.resolve("upload"), TABLE))) {
            assertThat(json.layers().getFirst()).isInstanceOf(GeoJsonSource.class);
            assertThat(table.layers().getFirst()).isInstanceOf(cn.diming.dataimport.source.CsvSource.class);
        }
    }

    @Test
    void whatIsNotThereOrEmptyIsRefused() throws IOException {
        assertThatThrownBy(() -> open(folder.resolve("no.csv"))).hasMessageContaining("文件不存在");
        assertThatThrownBy(() -> open(folder)).isInstanceOf(SourceRefused.class).hasMessageContaining("没有可以读取的文件");
        assertThatThrownBy(() -> open(zip(StandardCharsets.UTF_8, "readme.doc")))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("没有可以读取的文件");
    }

    @Test
    void aDamagedZipIsReadOrRefusedNeverThrown() throws IOException {
        byte[] good = Files.readAllBytes(zip(StandardCharsets.UTF_8, "a.csv", "b.json", "c/d.csv"));
        Random random = new Random(20260105);
        int refusals = 0;
        for (int round = 0; round < 500; round++) {
            byte[] bad = Arrays.copyOf(good, round % 3 == 0 ? 5 + random.nextInt(good.length - 5) : good.length);
            for (int i = 0; i < 1 + round % 4; i++) {
                bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt(256);
            }
            Path file = folder.resolve("bad.zip");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bad);
            }
            try (SourceLayers opened = open(file)) {
                assertThat(opened.layers()).isNotEmpty();
            } catch (SourceRefused refused) {
                refusals++;
            }
        }
        assertThat(refusals).isPositive();
    }
}
