package cn.diming.dataimport.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.dataimport.Formats;
import cn.diming.dataimport.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonSourceTest {
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[113.5,22.8]}";
    private static final String FEATURE =
            "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"name\":\"东涌镇\"},\"geometry\":" + POINT + "}";

    @TempDir
    Path folder;

    private Reading read(String name, String text) throws IOException {
        return Reading.of(Files.writeString(folder.resolve(name), text));
    }

    private Reading geometry(String json) throws IOException {
        return read("g.json", "{\"type\":\"Feature\",\"properties\":null,\"geometry\":" + json + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[%s]}",
                "{\"features\":[%s],\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4]}",
                "{\"name\":\"x\",\"features\":[%s],\"other\":{\"a\":[1,{}]},\"type\":\"FeatureCollection\"}",
                "%s",
                "\uFEFF%s",
                "[%s]",
                "\u001e%s\n",
                "\n\n%s\n"
            })
    void aFeatureIsReadWhereverItStands(String around) throws IOException {
        Reading reading = read("a.geojson", around.formatted(FEATURE));
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.wkt(0)).isEqualTo("POINT (113.5 22.8)");
        assertThat(reading.rows().getFirst().attributes())
                .containsEntry("name", "东涌镇")
                .containsEntry("@id", 7L);
        assertThat(reading.words()).isEmpty();
        assertThat(reading.layer().featureCount()).hasValue(1);
    }

    @Test
    void membersMayComeInAnyOrder() throws IOException {
        String sorted = "{\"geometry\":{\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]],\"type\":\"Polygon\"},"
                + "\"properties\":{},\"type\":\"Feature\"}";
        assertThat(read("a.json", sorted).wkt(0)).isEqualTo("POLYGON ((0 0, 0 1, 1 1, 0 0))");
        assertThat(read("b.json", "{\"features\":[" + sorted + "]}").wkt(0)).startsWith("POLYGON");
        assertThat(read("c.json", "{\"coordinates\":[1,2],\"type\":\"Point\"}").wkt(0))
                .isEqualTo("POINT (1 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point|[1,2]|POINT (1 2)",
                "Point|[1,2,3]|POINT (1 2)",
                "LineString|[[1,2],[3,4]]|LINESTRING (1 2, 3 4)",
                "MultiPoint|[[1,2],[3,4]]|MULTIPOINT ((1 2), (3 4))",
                "MultiLineString|[[[1,2],[3,4]],[[5,6],[7,8]]]|MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "Polygon|[[[0,0],[0,9],[9,9],[0,0]],[[1,2],[1,3],[2,3],[1,2]]]|POLYGON ((0 0, 0 9, 9 9, 0 0), (1 2, 1 3, 2 3, 1 2))",
                "MultiPolygon|[[[[0,0],[0,9],[9,9],[0,0]]]]|MULTIPOLYGON (((0 0, 0 9, 9 9, 0 0)))",
                "Polygon|[[[0,0],[0,9],[9,9]]]|POLYGON ((0 0, 0 9, 9 9, 0 0))",
                "Point|[]|''",
                "MultiPolygon|[]|''"
            })
    void everyGeometryTypeIsReadWithoutItsHeights(String type, String coordinates, String wkt) throws IOException {
        Reading reading = geometry("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");
        assertThat(reading.wkt(0)).isEqualTo(wkt);
        assertThat(reading.rows()).noneMatch(SourceFeature::faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[1]}|坐标只有一个数值",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}|坐标中有不是数字的内容",
                "{\"type\":\"Point\",\"coordinates\":[1,null]}|坐标中有不是数字的内容",
                "{\"type\":\"Point\",\"coordinates\":[NaN,2]}|坐标不是有效的数值",
                "{\"type\":\"Point\",\"coordinates\":[1e308,2]}|坐标不是有效的数值",
                "{\"type\":\"Point\",\"coordinates\":[1e999,2]}|坐标不是有效的数值",
                "{\"type\":\"Point\",\"coordinates\":[[1,2]]}|坐标的层数与几何类型 Point 不符",
                "{\"type\":\"Polygon\",\"coordinates\":[1,2]}|坐标的层数与几何类型 Polygon 不符",
                "{\"type\":\"Polygon\",\"coordinates\":[[[[[[1,2]]]]]]}|坐标中有不是数字的内容",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}|点少于四个",
                "{\"type\":\"LineString\",\"coordinates\":[[0,0]]}|线只有一个点",
                "{\"type\":\"Circle\",\"coordinates\":[0,0]}|不认识的几何类型",
                "{\"type\":\"Point\"}|没有坐标",
                "{\"type\":\"Point\",\"coordinates\":5}|没有坐标",
                "{\"type\":\"GeometryCollection\",\"geometries\":[5]}|不能识别的成员",
                "5|geometry 不是对象",
                "[1,2]|geometry 不是对象"
            })
    void aWrongGeometryIsAProblemOfItsRowOnly(String wrong, String words) throws IOException {
        Reading reading = read(
                "w.json",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                        + "\"geometry\":" + wrong + "}," + FEATURE + "]}");
        assertThat(reading.rows().getFirst().faulty()).isTrue();
        assertThat(reading.rows().getFirst().problems().getFirst().message()).contains(words);
        assertThat(reading.wkt(1)).isEqualTo("POINT (113.5 22.8)");
    }

    @Test
    void nestedCollectionsAreReadToACertainDepth() throws IOException {
        assertThat(geometry("{\"type\":\"GeometryCollection\",\"geometries\":[" + POINT + "]}")
                        .wkt(0))
                .isEqualTo("GEOMETRYCOLLECTION (POINT (113.5 22.8))");
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(5000) + "]}".repeat(5000);
        assertThat(geometry(deep).rows()).allMatch(SourceFeature::faulty);
    }

    @Test
    void depthAndSizeAreJudgedPerRow() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Reading reading = read("d.json", "[{\"a\":" + deep + "}," + FEATURE + "]");
        assertThat(reading.words()).contains("嵌套超过");
        assertThat(reading.wkt(1)).startsWith("POINT");
        SourceOptions small = SourceOptions.STANDARD.withLimits(new SourceLimits(10, 1 << 20, 100, 3, 1000, 8));
        Path line = Files.writeString(
                folder.resolve("v.geojsonl"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1],[2,2],[3,3]]}}\n"
                        + FEATURE);
        assertThat(Reading.of(line, small).words()).contains("顶点超过 3 个");
    }

    @Test
    void valuesKeepTheirTypesAndNestedOnesCanBeReached() throws IOException {
        Reading reading = read(
                "p.json",
                "[{\"code\":\"0440\",\"n\":7,\"x\":1.5,\"yes\":true,\"none\":null,\"huge\":12345678901234567890,"
                        + "\"pt\":[113.5,22.8],\"parents\":[{\"name\":\"番禺区\"}],\"a.b\":1}]");
        SourceFeature row = reading.rows().getFirst();
        assertThat(row.attributes())
                .containsEntry("code", "0440")
                .containsEntry("n", 7L)
                .containsEntry("x", 1.5)
                .containsEntry("yes", true)
                .containsEntry("huge", new BigDecimal("12345678901234567890"))
                .doesNotContainKey("none");
        assertThat(row.value("pt")).map(Object::toString).hasValue("[113.5,22.8]");
        assertThat(row.value("pt[1]")).hasValue(22.8);
        assertThat(row.value("parents[0].name")).hasValue("番禺区");
        assertThat(row.value("a.b")).hasValue(1L);
        assertThat(Stream.of("pt[9]", "pt.x", "pt[0", "nothing", "n[0]", "").map(row::value))
                .allMatch(v -> v.isEmpty());
        assertThat(reading.layer().fieldNames()).contains("pt");
    }

    @Test
    void linesOfPlainObjectsAreRowsAndTheirPositionIsWhereThePlanSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("places.jsonl"),
                "{\"code\":\"11\",\"type\":\"province\",\"pt\":[75.5,29.5]}\n\n{\"code\":\"12\",\"type\":\"province\"}\n");
        assertThat(Reading.of(file).rows())
                .hasSize(2)
                .allMatch(row -> row.geometry().isEmpty());
        Reading placed =
                Reading.of(file, SourceOptions.STANDARD.withGeometry(new GeometryColumns.Pair("pt[0]", "pt[1]")));
        assertThat(placed.wkt(0)).isEqualTo("POINT (75.5 29.5)");
        assertThat(placed.wkt(1)).isEmpty();
        assertThat(placed.layer().crs()).isEqualTo(DeclaredCrs.NONE);
    }

    @Test
    void aBrokenLineDoesNotHarmTheOthers() throws IOException {
        Reading reading =
                read("a.geojsonl", FEATURE + "\n{\"type\":\"Feature\", oops}\n" + FEATURE + "\n{\"type\":\"Feat");
        assertThat(reading.rows()).hasSize(4);
        assertThat(reading.rows()).extracting(SourceFeature::faulty).containsExactly(false, true, false, true);
        assertThat(reading.words()).contains("第 2 行第").contains("第 4 行第").contains("中断");
    }

    @Test
    void aBrokenDocumentGivesWhatStandsBeforeAndTheLine() throws IOException {
        Reading reading = read(
                "b.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + FEATURE + ",\n" + FEATURE + ",\n{\"type\" 5");
        assertThat(reading.rows()).hasSize(3);
        assertThat(reading.words()).contains("第 4 行第").contains("不是合法的 JSON");
        assertThat(reading.layer().featureCount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"FeatureCollection\"}|没有 features 数组",
                "{\"type\":\"Topology\",\"objects\":{}}|TopoJSON",
                "{\"type\":\"FeatureCollection\",\"features\":[1]}|不是要素",
                "\"text\"|不是要素",
                "{\"type\":\"Feature\",\"properties\":[1],\"geometry\":null}|properties 不是对象"
            })
    void whatIsNoFeatureIsTold(String text, String words) throws IOException {
        assertThat(read("n.json", text).words()).contains(words);
    }

    @Test
    void theReferenceSystemIsTheRuleTheMemberOrUnknown() throws IOException {
        assertThat(read("a.geojson", FEATURE).layer().crs().basis()).isEqualTo(DeclaredCrs.Basis.GEOJSON_RULE);
        String collection = "{\"type\":\"FeatureCollection\",%s\"features\":[" + FEATURE + "]%s}";
        String member = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";
        assertThat(read("b.json", collection.formatted(member + ",", ""))
                        .layer()
                        .crs()
                        .basis())
                .isEqualTo(DeclaredCrs.Basis.CRS_MEMBER);
        DeclaredCrs behind =
                read("c.json", collection.formatted("", "," + member)).layer().crs();
        assertThat(behind.crs()).isPresent();
        Reading strange = read("d.json", collection.formatted("\"crs\":{\"x\":1},", ""));
        assertThat(strange.layer().crs().crs()).isEmpty();
        assertThat(strange.words()).contains("无法识别 crs 成员");
        Reading metres = geometry("{\"type\":\"Point\",\"coordinates\":[451925.2,2521534.9]}");
        assertThat(metres.layer().crs()).isEqualTo(DeclaredCrs.NONE);
        assertThat(metres.words()).contains("坐标超出经纬度的范围");
    }

    @Test
    void aReferenceSystemDeclaredBehindTheRowsLookedAtDoesNotPassUnseen() throws IOException {
        Path file = Files.writeString(
                folder.resolve("late.json"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", List.of(FEATURE, FEATURE, FEATURE))
                        + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}}}");
        Reading reading = Reading.of(file, SourceOptions.STANDARD.withScanRows(1));
        assertThat(reading.rows()).hasSize(4);
        assertThat(reading.words()).contains("文件末尾才声明坐标系");
    }

    @Test
    void compressedAndGbkFilesAreRead() throws IOException {
        Path packed = folder.resolve("p.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(FEATURE.getBytes(StandardCharsets.UTF_8));
        }
        Reading reading = Reading.of(packed);
        assertThat(reading.rows().getFirst().attributes()).containsEntry("name", "东涌镇");
        assertThat(reading.layer().name()).isEqualTo("p");
        Path gbk = Files.write(folder.resolve("g.json"), FEATURE.getBytes(Charset.forName("GBK")));
        assertThat(Reading.of(gbk).rows().getFirst().attributes()).containsEntry("name", "东涌镇");
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(whole, whole.length - 9));
        assertThat(Reading.of(packed).words()).contains("文件不完整");
    }

    @Test
    void aBombStopsAtTheLimit() throws IOException {
        Path bomb = folder.resolve("bomb.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 64; i++) {
                out.write(blanks);
            }
        }
        assertThat(Reading.of(bomb).words()).contains("压缩炸弹");
    }

    @Test
    void readingGoesOnAfterARow() throws IOException {
        Path file = Files.writeString(folder.resolve("r.geojsonl"), (FEATURE + "\n").repeat(20));
        assertThat(Reading.of(file, SourceOptions.STANDARD, 17).rows())
                .extracting(SourceFeature::row)
                .containsExactly(18L, 19L, 20L);
    }

    @Test
    void aStreamGivesRowsBeforeTheFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("s.geojsonl"), (FEATURE + "\n").repeat(1000));
        try (SourceLayers opened = Formats.sourceFiles().open(file, SourceOptions.STANDARD.withScanRows(5));
                Stream<SourceFeature> rows = opened.layers().getFirst().features(0)) {
            assertThat(opened.layers().getFirst().layer().featureCount()).isEmpty();
            assertThat(rows.limit(3)).hasSize(3);
        }
    }

    @Test
    void anyTextIsReadOrToldNeverThrown() throws IOException {
        byte[] good = ("{\"type\":\"FeatureCollection\",\"features\":[" + FEATURE + "," + FEATURE
                        + ",{\"a\":[1,{\"b\":null}],\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}]}")
                .getBytes(StandardCharsets.UTF_8);
        String alphabet = "{}[]\",:0123456789.eE-nulltrefs \n\u001e\\";
        Random random = new Random(20260103);
        for (int round = 0; round < 800; round++) {
            byte[] bad = Arrays.copyOf(good, round % 3 == 0 ? 1 + random.nextInt(good.length - 1) : good.length);
            for (int i = 0; i < 1 + round % 8; i++) {
                bad[random.nextInt(bad.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            Path file = Files.write(folder.resolve("f.json"), bad);
            assertThat(Reading.of(file).rows()).hasSizeLessThan(100);
        }
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(read("e.json", "").rows()).isEmpty();
        assertThat(read("f.json", "{\"type\":\"FeatureCollection\",\"features\":[]}")
                        .rows())
                .isEmpty();
        Path binary = Files.write(folder.resolve("b.json"), new byte[] {0, 1, 2, 3});
        assertThatThrownBy(() -> Reading.of(binary))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("不是文本文件");
    }
}
