package cn.diming.dataimport.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.diming.dataimport.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    @TempDir
    Path folder;

    private Reading read(String text) throws IOException {
        return Reading.of(Files.writeString(folder.resolve("t.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void theDelimiterIsFound(String delimiter) throws IOException {
        Reading reading = read("code,name,note\n01,东涌镇,a b\n02,榄核镇,c\n".replace(",", delimiter));
        assertThat(reading.rows().getFirst().attributes())
                .containsExactly(Map.entry("code", "01"), Map.entry("name", "东涌镇"), Map.entry("note", "a b"));
        assertThat(reading.layer().featureCount()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8,合法的 UTF-8", "GBK,GB18030,国标编码", "GB18030,GB18030,国标编码"})
    void theEncodingIsFoundAndItsReasonTold(Charset written, String found, String reason) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), "名称,备注\n东涌镇,石碁\n".getBytes(written));
        Reading reading = Reading.of(file);
        assertThat(reading.layer().encoding().charset().name()).isEqualTo(found);
        assertThat(reading.layer().encoding().words()).contains(reason);
        assertThat(reading.rows().getFirst().attributes()).containsEntry("名称", "东涌镇");
    }

    @Test
    void byteOrderMarksAreUnderstoodAndLeftOut() throws IOException {
        assertThat(read("\uFEFF名称,b\n甲,1\n").layer().fieldNames()).containsExactly("名称", "b");
        Path wide = Files.write(folder.resolve("u.txt"), "名称\tb\r\n甲\t1\r\n".getBytes(StandardCharsets.UTF_16));
        assertThat(Reading.of(wide).rows().getFirst().attributes()).containsEntry("名称", "甲");
    }

    @Test
    void fewBadBytesDoNotTurnUtf8IntoGarbage() throws IOException {
        byte[] bytes = ("n\n" + "东涌镇大稳村\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
        bytes[4] = (byte) 0xFF;
        Reading reading = Reading.of(Files.write(folder.resolve("t.csv"), bytes));
        assertThat(reading.rows().get(5).attributes()).containsEntry("n", "东涌镇大稳村");
        assertThat(reading.words()).contains("第一处在第 5 字节").contains("n 有不能识别的字符");
    }

    @Test
    void quotedLineBreaksAndQuotesBelongToTheValue() throws IOException {
        Reading reading = read("a,\"b\nc\"\n\"x\ny\",\"say \"\"hi\"\"\"\n1,two\"2\n\"q\"tail,3\n");
        assertThat(reading.layer().fieldNames()).containsExactly("a", "b c");
        assertThat(reading.rows().getFirst().attributes())
                .containsEntry("a", "x\ny")
                .containsEntry("b c", "say \"hi\"");
        assertThat(reading.rows().get(1).attributes()).containsEntry("b c", "two\"2");
        assertThat(reading.rows()).noneMatch(SourceFeature::faulty);
    }

    @Test
    void aQuoteThatNeverEndsIsToldWithItsLine() throws IOException {
        Reading reading = read("a,b\n1,2\n3,\"oops\n4,5\n");
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.words()).contains("文件第 3 行起的引号没有配对");
        SourceOptions small = SourceOptions.STANDARD.withLimits(new SourceLimits(10, 1 << 30, 100, 100, 100_000, 8));
        Path file = Files.writeString(folder.resolve("q.csv"), "a,b\n\"" + "x".repeat(1_000_000));
        assertThat(Reading.of(file, small).words()).contains("引号没有配对");
    }

    @Test
    void rowsOfAnotherLengthAreToldAndStillCarryWhatTheyHave() throws IOException {
        Reading reading = read("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n\n1,2,3\n");
        assertThat(reading.rows()).extracting(SourceFeature::faulty).containsExactly(true, true, false, false);
        assertThat(reading.words()).contains("文件第 2 行有 2 列，表头有 3 列");
        assertThat(reading.rows().getFirst().attributes()).containsEntry("b", "2");
    }

    @Test
    void headersAreMadeUsable() throws IOException {
        Reading reading = read("名称, 名称 ,,备注\n1,2,3,4\n");
        assertThat(reading.layer().fieldNames()).containsExactly("名称", "名称_2", "列3", "备注");
        assertThat(reading.words()).contains("重复");
    }

    @Test
    void aTableWithoutHeaderTakesTheNamesOfThePlan() throws IOException {
        Path file = Files.writeString(folder.resolve("g.tsv"), "1\t甲\n2\t乙\n");
        Reading reading = Reading.of(file, SourceOptions.STANDARD.withColumns(List.of("id", "name")));
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.rows().getFirst().attributes()).containsEntry("name", "甲");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "113.5,22.8;POINT (113.5 22.8)",
                "39451925.2,2521534.9;POINT (39451925.2 2521534.9)",
                " 113.5 , 22.8 ;POINT (113.5 22.8)",
                "113°30′0″,22°48′0.0″N;POINT (113.5 22.8)",
                "113度30分0秒,22度48分0秒;POINT (113.5 22.8)",
                "113:30:0W,-22 48 0;POINT (-113.5 -22.8)"
            })
    void positionsAreReadAsPeopleWriteThem(String xy, String wkt) throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "经度,纬度,n\n" + xy + ",1\n");
        SourceOptions options = SourceOptions.STANDARD.withGeometry(new GeometryColumns.Pair("经度", "纬度"));
        assertThat(Reading.of(file, options).wkt(0)).isEqualTo(wkt);
    }

    @Test
    void minutesAndSecondsAreExact() {
        assertThat(CoordinateText.parse("113°31′54.5″"))
                .hasValueSatisfying(v -> assertThat(v).isEqualTo(113.53180555555556, within(1e-12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"113.5,", ",22.8", "abc,1", "NaN,1", "Infinity,1", "1e300,1", "113°75′0″,1"})
    void positionsThatAreNoneAreTold(String xy) throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "x,y,n\n" + xy + ",1\n");
        Reading reading = Reading.of(file, SourceOptions.STANDARD.withGeometry(new GeometryColumns.Pair("x", "y")));
        assertThat(reading.words()).contains("坐标无法读取：x = ");
        assertThat(reading.rows().getFirst().geometry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT(1 2);POINT (1 2)",
                "Point Z (1 2 3);POINT (1 2)",
                "POLYGON((0 0,0 1,1 1,0 0));POLYGON ((0 0, 0 1, 1 1, 0 0))"
            })
    void wellKnownTextIsReadWithoutItsHeights(String text, String wkt) throws IOException {
        assertThat(wkt(text).wkt(0)).isEqualTo(wkt == null ? "" : wkt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(1",
                "CIRCULARSTRING(0 0,1 1,2 0)",
                "POLYGON((0 0,0 1,1 1))",
                "POINT(NaN 2)",
                "POINT(1e300 2)",
                "hello"
            })
    void wellKnownTextThatIsNoneIsTold(String text) throws IOException {
        Reading reading = wkt(text);
        assertThat(reading.rows().getFirst().faulty()).isTrue();
        assertThat(reading.rows().getFirst().geometry()).isEmpty();
    }

    @Test
    void deepWellKnownTextIsToldNotFollowed() throws IOException {
        assertThat(wkt("GEOMETRYCOLLECTION(".repeat(50_000) + ")".repeat(50_000))
                        .words())
                .contains("WKT 无法读取");
    }

    private Reading wkt(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("w.csv"), "n,wkt\n1,\"" + text + "\"\n");
        return Reading.of(file, SourceOptions.STANDARD.withGeometry(new GeometryColumns.Wkt("wkt")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id,lng,lat;lng/lat",
                "id,Lon,LAT;Lon/LAT",
                "经度,纬度;经度/纬度",
                "lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84;lng_gcj02/lat_gcj02 lng_wgs84/lat_wgs84",
                "中心点_经度,中心点_纬度;中心点_经度/中心点_纬度",
                "EAST_LONGITUDE,NORTH_LATITUDE;EAST_LONGITUDE/NORTH_LATITUDE",
                "X坐标,Y坐标;X坐标/Y坐标",
                "geonameid,the_geom;the_geom",
                "lng_a,lat_b;''",
                "belongs,lattice,index;''"
            })
    void columnsOfPositionsAreGuessedFromTheirNames(String header, String guesses) {
        List<String> found = GeometryColumnNames.guess(List.of(header.split(","))).stream()
                .map(guess -> switch (guess) {
                    case GeometryColumns.Pair pair -> pair.x() + "/" + pair.y();
                    case GeometryColumns.Wkt wkt -> wkt.column();
                })
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(guesses);
    }

    @Test
    void aPositionIsNeverReadOnlyBecauseOfANiceName() throws IOException {
        assertThat(read("lng,lat\n113,22\n").rows().getFirst().geometry()).isEmpty();
    }

    @Test
    void filesThatAreNoTextTableAreRefused() throws IOException {
        assertThatThrownBy(() -> read("")).isInstanceOf(SourceRefused.class).hasMessageContaining("空文件");
        Path binary = Files.write(folder.resolve("b.csv"), new byte[] {1, 2, 0, 3});
        assertThatThrownBy(() -> Reading.of(binary))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("不是文本文件");
    }

    @Test
    void anyTextIsReadOrToldNeverThrown() throws IOException {
        byte[] good = "a,\"b\",c\r\n1,\"x\ny\",3\r\n甲,,乙\r\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260104);
        List<Integer> sizes = new ArrayList<>();
        for (int round = 0; round < 800; round++) {
            byte[] bad = Arrays.copyOf(good, round % 3 == 0 ? 20 + random.nextInt(good.length - 20) : good.length);
            for (int i = 0; i < 1 + round % 8; i++) {
                bad[random.nextInt(bad.length)] = (byte) "\",\r\n;\t\\ax\u00e9".charAt(random.nextInt(10));
            }
            Path file = Files.write(folder.resolve("f.csv"), bad);
            try {
                sizes.add(Reading.of(file).rows().size());
            } catch (SourceRefused refused) {
                assertThat(refused.getMessage()).contains("引号没有配对");
            }
        }
        assertThat(sizes).isNotEmpty().allMatch(size -> size < 50);
    }
}
