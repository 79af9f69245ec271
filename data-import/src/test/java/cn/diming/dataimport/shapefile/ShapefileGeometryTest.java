package cn.diming.dataimport.shapefile;

import static cn.diming.dataimport.shapefile.ShpBytes.parts;
import static cn.diming.dataimport.shapefile.ShpBytes.reversed;
import static cn.diming.dataimport.shapefile.ShpBytes.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.dataimport.Reading;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceOptions;
import cn.diming.dataimport.source.SourceRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

class ShapefileGeometryTest {
    @TempDir
    Path folder;

    private Reading read(byte[] shp) throws IOException {
        return Reading.of(Files.write(folder.resolve("a.shp"), shp));
    }

    private Reading read(ShpBytes shapes) throws IOException {
        return read(shapes.shp());
    }

    static Stream<Arguments> shapes() {
        double[] line = {0, 0, 1, 1, 2, 0};
        double[] other = {5, 5, 6, 6};
        double[] outer = square(0, 0, 10);
        double[] hole = reversed(square(2, 2, 4));
        return Stream.of(
                Arguments.of("a point", 1, ShpBytes.point(113.5, 22.8), "POINT (113.5 22.8)"),
                Arguments.of("a point with height", 11, ShpBytes.pointZ(113.5, 22.8, 9), "POINT (113.5 22.8)"),
                Arguments.of("points", 8, ShpBytes.multipoint(1, 2, 3, 4), "MULTIPOINT ((1 2), (3 4))"),
                Arguments.of("a null shape", 1, ShpBytes.nothing(), ""),
                Arguments.of("a line", 3, parts(3, line), "LINESTRING (0 0, 1 1, 2 0)"),
                Arguments.of("a line with height", 13, parts(13, line), "LINESTRING (0 0, 1 1, 2 0)"),
                Arguments.of("lines", 3, parts(3, line, other), "MULTILINESTRING ((0 0, 1 1, 2 0), (5 5, 6 6))"),
                Arguments.of("a polygon", 5, parts(5, outer), "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))"),
                Arguments.of(
                        "a polygon with a hole and height",
                        15,
                        parts(15, outer, hole),
                        "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 6 2, 6 6, 2 6, 2 2))"),
                Arguments.of("an empty polygon", 5, parts(5), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyShapeTypeIsReadWithoutItsHeights(String what, int type, byte[] content, String wkt) throws IOException {
        Reading reading = read(new ShpBytes(type).add(content));
        assertThat(reading.wkt(0)).isEqualTo(wkt);
        assertThat(reading.rows()).hasSize(1).noneMatch(SourceFeature::faulty);
    }

    static Stream<List<double[]>> orders() {
        double[] shell = square(0, 0, 10);
        double[] hole = square(2, 2, 6);
        double[] island = square(4, 4, 2);
        return Stream.of(
                List.of(shell, hole, island),
                List.of(island, hole, shell),
                List.of(reversed(shell), hole, reversed(island)),
                List.of(hole, reversed(shell), island));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ringsNestByWhereTheyLieWhateverTheirOrderAndDirection(List<double[]> rings) throws IOException {
        Geometry read = geometry(rings.toArray(double[][]::new));
        assertThat(read.getNumGeometries()).isEqualTo(2);
        assertThat(read.isValid()).isTrue();
        assertThat(read.getArea()).isEqualTo(100 - 36 + 4);
    }

    @Test
    void aHoleThatTouchesItsShellIsStillAHole() throws IOException {
        Geometry read = geometry(square(0, 0, 10), new double[] {0, 0, 4, 2, 2, 4, 0, 0});
        assertThat(read.getNumGeometries()).isEqualTo(1);
        assertThat(read.isValid()).isTrue();
        // all corners of the diamond are on the square
        Geometry diamond = geometry(square(0, 0, 4), new double[] {2, 0, 0, 2, 2, 4, 4, 2, 2, 0});
        assertThat(diamond.getArea()).isEqualTo(8);
    }

    @Test
    void neighboursThatShareAnEdgeStayTwoShells() throws IOException {
        assertThat(geometry(square(0, 0, 2), square(2, 0, 2)).getArea()).isEqualTo(8);
    }

    private Geometry geometry(double[]... rings) throws IOException {
        return read(new ShpBytes(5).add(parts(5, rings)))
                .rows()
                .getFirst()
                .geometry()
                .orElseThrow();
    }

    @Test
    void ringsThatEncloseNothingAreLeftOutAndTold() throws IOException {
        Reading sliver = read(new ShpBytes(5).add(parts(5, square(0, 0, 2), new double[] {5, 5, 6, 6, 5, 5})));
        assertThat(sliver.wkt(0)).startsWith("POLYGON");
        assertThat(sliver.words()).contains("有 1 个环退化");
        assertThat(sliver.rows()).noneMatch(SourceFeature::faulty);
        Reading nothing = read(new ShpBytes(5).add(parts(5, new double[] {5, 5, 6, 6, 5, 5})));
        assertThat(nothing.rows()).allMatch(SourceFeature::faulty);
    }

    @Test
    void unclosedAndRepeatedRingsAreMended() throws IOException {
        Reading open = read(new ShpBytes(5).add(parts(5, new double[] {0, 0, 0, 2, 2, 2, 2, 0})));
        assertThat(open.wkt(0)).isEqualTo("POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0))");
        assertThat(open.words()).contains("有 1 个环没有闭合");
        Reading twice = read(new ShpBytes(5).add(parts(5, square(0, 0, 2), reversed(square(0, 0, 2)))));
        assertThat(twice.wkt(0)).startsWith("POLYGON ((").doesNotContain("), (");
        assertThat(twice.words()).contains("有 1 个环重复");
    }

    @Test
    void countsThatExceedTheRecordAreToldAndCostNothing() throws IOException {
        byte[] lying = parts(5, square(0, 0, 2));
        ByteBuffer.wrap(lying)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(36, Integer.MAX_VALUE)
                .putInt(40, Integer.MAX_VALUE);
        Reading reading = read(new ShpBytes(5).add(lying).add(parts(5, square(1, 1, 1))));
        assertThat(reading.words()).contains("声明有 2147483647 个部分").contains("第 100 字节");
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.wkt(1)).startsWith("POLYGON");
    }

    @Test
    void threeDimensionalPatchesAndUnknownTypesAreRefusedRowByRow() throws IOException {
        byte[] patch = ShpBytes.bytes(60).putInt(31).array();
        byte[] unknown = ShpBytes.bytes(20).putInt(77).array();
        Reading reading = read(new ShpBytes(31).add(patch).add(unknown).add(ShpBytes.point(1, 2)));
        assertThat(reading.words()).contains("MultiPatch").contains("图形类型 77 不认识");
        assertThat(reading.wkt(2)).isEqualTo("POINT (1 2)");
    }

    @Test
    void numbersThatAreNoPositionsAreToldNotPassedOn() throws IOException {
        Reading reading = read(new ShpBytes(1)
                .add(ShpBytes.point(Double.NaN, 2))
                .add(ShpBytes.point(1e300, 2))
                .add(ShpBytes.point(-1e39, -1e39)));
        assertThat(reading.rows()).extracting(SourceFeature::faulty).containsExactly(true, true, false);
        assertThat(reading.rows()).allMatch(row -> row.geometry().isEmpty());
    }

    @Test
    void aTruncatedFileGivesWhatIsThereAndTheBytePosition() throws IOException {
        byte[] whole = new ShpBytes(1)
                .add(ShpBytes.point(1, 2))
                .add(ShpBytes.point(3, 4))
                .shp();
        for (int length = 129; length < whole.length; length++) {
            Reading reading = read(Arrays.copyOf(whole, length));
            assertThat(reading.wkt(0)).isEqualTo("POINT (1 2)");
            assertThat(reading.words()).contains("第 128 字节");
            assertThat(reading.rows()).hasSize(2);
        }
    }

    @Test
    void aRecordWithAWrongLengthDoesNotHideTheNext() throws IOException {
        byte[] shp = new ShpBytes(1)
                .add(ShpBytes.pointZ(1, 2, 3), 28)
                .add(ShpBytes.point(3, 4))
                .shp();
        Reading reading = read(shp);
        assertThat(reading.wkt(0)).isEqualTo("POINT (1 2)");
        assertThat(reading.wkt(1)).isEqualTo("POINT (3 4)");
        assertThat(reading.words()).contains("不属于任何记录");
    }

    @Test
    void bytesAfterTheLastRowOfTheTableAreNoRow() throws IOException {
        byte[] shp = new ShpBytes(1).add(ShpBytes.point(1, 2)).shp();
        byte[] tail = Arrays.copyOf(shp, shp.length + 40);
        Arrays.fill(tail, shp.length, tail.length, (byte) 9);
        assertThat(read(tail).words()).contains("第 128 字节").contains("40 字节不是记录");
        new DbfBytes(StandardCharsets.UTF_8).text("n", 3).row("a").write(folder, "a");
        assertThat(read(tail).rows()).hasSize(1).noneMatch(SourceFeature::faulty);
    }

    @Test
    void theIndexIsFollowedWhereItKnowsBetterAndIgnoredWhereItLies() throws IOException {
        ShpBytes shapes = new ShpBytes(1)
                .add(ShpBytes.point(9, 9))
                .add(ShpBytes.point(3, 4))
                .add(ShpBytes.point(1, 2));
        byte[] shp = shapes.shp();
        ByteBuffer.wrap(shp).putInt(100 + 2 * 28, 1);
        ByteBuffer shx = ByteBuffer.wrap(Arrays.copyOf(shapes.shx(), 116));
        Path file = Files.write(folder.resolve("e.shp"), shp);
        // the first record was rewritten at the end of the file, as editors do
        Files.write(folder.resolve("e.shx"), shx.putInt(100, (100 + 2 * 28) / 2).array());
        Reading edited = Reading.of(file);
        assertThat(edited.wkt(0) + edited.wkt(1)).isEqualTo("POINT (1 2)POINT (3 4)");
        assertThat(edited.rows()).hasSize(2);
        Files.write(
                folder.resolve("e.shx"),
                shx.putInt(100, 70).putInt(108, 1_000_000).array());
        assertThat(Reading.of(file).wkt(0)).isEqualTo("POINT (9 9)");
    }

    @Test
    void readingGoesOnAfterARow() throws IOException {
        ShpBytes shapes = new ShpBytes(1);
        for (int i = 1; i <= 50; i++) {
            shapes.add(ShpBytes.point(i, i));
        }
        Path file = shapes.write(folder, "many");
        Reading rest = Reading.of(file, SourceOptions.STANDARD, 47);
        assertThat(rest.rows()).extracting(SourceFeature::row).containsExactly(48L, 49L, 50L);
        assertThat(rest.wkt(0)).isEqualTo("POINT (48 48)");
    }

    @Test
    void aFileThatIsNoShapefileIsRefusedInChinese() throws IOException {
        Path file = Files.write(folder.resolve("x.shp"), new byte[200]);
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("不是 Shapefile 主文件");
    }

    @Test
    void anyBytesAreReadOrToldNeverThrown() throws IOException {
        byte[] good = new ShpBytes(5)
                .add(parts(5, square(0, 0, 10), reversed(square(2, 2, 3))))
                .add(ShpBytes.nothing())
                .add(parts(15, square(0, 0, 10)))
                .shp();
        Random random = new Random(20260101);
        for (int round = 0; round < 800; round++) {
            byte[] bad = Arrays.copyOf(good, round % 3 == 0 ? 100 + random.nextInt(good.length - 100) : good.length);
            for (int i = 0; i < 1 + round % 8; i++) {
                bad[36 + random.nextInt(bad.length - 36)] = (byte) random.nextInt(256);
            }
            assertThat(read(bad).rows()).hasSizeLessThan(200);
        }
    }
}
