package cn.diming.dataimport.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.dataimport.Reading;
import cn.diming.dataimport.source.SourceField;
import cn.diming.dataimport.source.SourceOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbfTest {
    private static final Charset GBK = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private Reading read(DbfBytes table) throws IOException {
        return Reading.of(table.write(folder, "t"));
    }

    private static DbfBytes places(Charset charset) {
        return new DbfBytes(charset).text("地名", 20).row("东涌镇").row("石碁镇大氹村");
    }

    @ParameterizedTest(name = "written in {0}, .cpg says {1}, code page byte {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "GBK,     GBK,     0, GB18030, .cpg",
                "GBK,     936,     0, GB18030, .cpg",
                "GBK,     GB2312,  0, GB18030, .cpg",
                "GBK,     CP936,   0, GB18030, .cpg",
                "GBK,     -,      77, GB18030, 代码页字节 0x4D",
                "GBK,     OEM,    77, GB18030, 代码页字节 0x4D",
                "GBK,     -,       0, GB18030, 国标编码",
                "GBK,     OEM,     0, GB18030, 国标编码",
                "GBK,     -,      87, GB18030, 国标编码",
                "GBK,     UTF-8,   0, GB18030, 国标编码",
                "UTF-8,   UTF-8,   0, UTF-8,   .cpg",
                "UTF-8,   65001,   0, UTF-8,   .cpg",
                "UTF-8,   -,       0, UTF-8,   合法的 UTF-8",
                "UTF-8,   -,      87, UTF-8,   合法的 UTF-8",
                "UTF-8,   -,      77, UTF-8,   合法的 UTF-8",
                "UTF-8,   GBK,     0, UTF-8,   合法的 UTF-8",
                "Big5,    BIG5,    0, Big5,    .cpg"
            })
    void theEncodingIsFoundAndItsReasonTold(Charset written, String cpg, int byte29, String found, String reason)
            throws IOException {
        if (cpg != null) {
            Files.writeString(folder.resolve("t.cpg"), cpg + "\r\n");
        }
        DbfBytes table = written.name().equals("Big5")
                ? new DbfBytes(written).text("地名", 20).row("東湧鎮")
                : places(written);
        Reading reading = read(table.languageDriver(byte29));
        assertThat(reading.layer().encoding().charset().name()).isEqualTo(found);
        assertThat(reading.layer().encoding().words()).contains(reason);
        assertThat(reading.layer().fieldNames()).containsExactly("地名");
        assertThat(reading.rows().getFirst().attributes()).containsEntry("地名", found.equals("Big5") ? "東湧鎮" : "东涌镇");
    }

    @Test
    void aDeclarationTheBytesContradictIsTold() throws IOException {
        Files.writeString(folder.resolve("t.cpg"), "UTF-8");
        assertThat(read(places(GBK)).words()).contains("声明的编码与内容不符");
    }

    @Test
    void rareHanSurviveInBothEncodings() throws IOException {
        for (Charset charset : new Charset[] {GBK, StandardCharsets.UTF_8}) {
            Reading reading =
                    read(new DbfBytes(charset).text("n", 30).row("𬒈石䶮").row("南𪣻村"));
            assertThat(reading.rows().getFirst().attributes()).containsEntry("n", "𬒈石䶮");
        }
    }

    @Test
    void aCharacterCutByTheFieldWidthIsLeftOut() throws IOException {
        Reading utf8 = read(new DbfBytes(StandardCharsets.UTF_8).text("n", 8).row("东涌镇"));
        assertThat(utf8.layer().encoding().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(utf8.rows().getFirst().attributes()).containsEntry("n", "东涌");
        Reading gbk = read(new DbfBytes(GBK).text("n", 5).row("东涌镇"));
        assertThat(gbk.rows().getFirst().attributes()).containsEntry("n", "东涌");
        assertThat(gbk.words()).doesNotContain("不能按");
    }

    @Test
    void namesCutToTheSameTenBytesStayApart() throws IOException {
        Reading reading =
                read(new DbfBytes(GBK).text("标准地名甲", 4).text("标准地名甲", 4).row("a", "b"));
        assertThat(reading.layer().fieldNames()).containsExactly("标准地名甲", "标准地名甲_2");
        assertThat(reading.words()).contains("重复");
    }

    @Test
    void everyFieldTypeBecomesItsValue() throws IOException {
        byte[] four = ShpBytes.bytes(4).putInt(-7).array();
        byte[] eight = ShpBytes.bytes(8).putDouble(2.5).array();
        byte[] time = ShpBytes.bytes(8).putInt(2_461_042).putInt(3_661_000).array();
        byte[] money = ShpBytes.bytes(8).putLong(123_400).array();
        Reading reading = read(new DbfBytes(StandardCharsets.UTF_8)
                .text("c", 5)
                .field("n", 'N', 12, 0)
                .field("d", 'N', 10, 2)
                .field("f", 'F', 20, 5)
                .field("code", 'N', 19, 0)
                .field("day", 'D', 8, 0)
                .field("yes", 'L', 1, 0)
                .field("i", 'I', 4, 0)
                .field("b", 'B', 8, 0)
                .field("t", '@', 8, 0)
                .field("y", 'Y', 8, 0)
                .row(
                        "007",
                        "       42",
                        "  3.10",
                        "1.5e+003",
                        "440115105000",
                        "20260131",
                        "T",
                        four,
                        eight,
                        time,
                        money));
        assertThat(reading.rows().getFirst().attributes())
                .containsEntry("c", "007")
                .containsEntry("n", 42L)
                .containsEntry("d", 3.1)
                .containsEntry("f", 1500.0)
                .containsEntry("code", 440115105000L)
                .containsEntry("day", LocalDate.of(2026, 1, 31))
                .containsEntry("yes", true)
                .containsEntry("i", -7L)
                .containsEntry("b", 2.5)
                .containsEntry("t", LocalDateTime.of(2026, 1, 1, 1, 1, 1))
                .containsEntry("y", new BigDecimal("12.3400"));
        assertThat(reading.layer().fields().get(5).type()).isEqualTo(SourceField.Type.DATE);
    }

    @ParameterizedTest
    @CsvSource({"N,*****", "N,''", "N,nan", "F,-1.#IND", "D,00000000", "D,''", "L,?", "L,''", "C,''"})
    void blanksAndOverflowsAreNoValueAndNoFault(char type, String text) throws IOException {
        Reading reading =
                read(new DbfBytes(StandardCharsets.UTF_8).field("x", type, 9, 0).row(text));
        assertThat(reading.rows().getFirst().attributes()).isEmpty();
        assertThat(reading.rows().getFirst().faulty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"N,12a,不是数值", "F,1e999,不是数值", "D,20260231,不是日期", "D,2026-1,不是日期", "L,x,不是是/否值"})
    void nonsenseIsNoValueAndTold(char type, String text, String words) throws IOException {
        Reading reading =
                read(new DbfBytes(StandardCharsets.UTF_8).field("x", type, 8, 0).row(text));
        assertThat(reading.rows().getFirst().attributes()).isEmpty();
        assertThat(reading.words()).contains(words);
    }

    @Test
    void aDeletedRowIsPassedOverWithItsShapeAndTheOthersKeepTheirNumbers() throws IOException {
        new ShpBytes(1)
                .add(ShpBytes.point(1, 1))
                .add(ShpBytes.point(2, 2))
                .add(ShpBytes.point(3, 3))
                .write(folder, "t");
        Reading reading =
                read(new DbfBytes(GBK).text("n", 4).row("甲").deleted("乙").row("丙"));
        assertThat(reading.layer().featureCount()).hasValue(2);
        assertThat(reading.rows()).extracting(row -> row.row()).containsExactly(1L, 3L);
        assertThat(reading.wkt(1)).isEqualTo("POINT (3 3)");
    }

    @Test
    void aHeaderThatLiesAboutItsRowsIsCorrected() throws IOException {
        Reading more = read(places(GBK).tellRows(1000));
        assertThat(more.words()).contains("声明有 1000 条记录，实际只有 2 条");
        assertThat(more.rows()).hasSize(2);
        Reading fewer = read(places(GBK).tellRows(1));
        assertThat(fewer.words()).contains("声明有 1 条记录，实际有 2 条");
        assertThat(fewer.rows()).hasSize(2);
    }

    @Test
    void shapesAndRowsThatDoNotMatchAreTold() throws IOException {
        new ShpBytes(1).add(ShpBytes.point(1, 1)).write(folder, "t");
        assertThat(read(places(GBK)).words()).contains("没有对应的图形");
        new ShpBytes(1)
                .add(ShpBytes.point(1, 1))
                .add(ShpBytes.point(1, 1))
                .add(ShpBytes.point(1, 1))
                .write(folder, "t");
        assertThat(read(places(GBK)).words()).contains("没有对应的行");
        Files.delete(folder.resolve("t.dbf"));
        assertThat(Reading.of(folder.resolve("t.shp")).words()).contains("缺少 .dbf 文件");
    }

    @Test
    void theEncodingAPersonNamesIsTaken() throws IOException {
        Path file =
                new DbfBytes(StandardCharsets.ISO_8859_1).text("n", 5).row("é").write(folder, "t");
        Reading reading = Reading.of(file, SourceOptions.STANDARD.withCharset(StandardCharsets.ISO_8859_1));
        assertThat(reading.rows().getFirst().attributes()).containsEntry("n", "é");
        assertThat(Reading.of(file).words()).contains("不能按 GB18030 识别");
    }

    @Test
    void anyBytesAreReadOrToldNeverThrown() throws IOException {
        byte[] good = places(GBK)
                .field("n", 'N', 8, 2)
                .field("d", 'D', 8, 0)
                .row("x", "1.5", "20260101")
                .bytes();
        new ShpBytes(1).add(ShpBytes.point(1, 1)).write(folder, "t");
        Random random = new Random(20260102);
        for (int round = 0; round < 800; round++) {
            byte[] bad = Arrays.copyOf(good, round % 3 == 0 ? random.nextInt(good.length) : good.length);
            for (int i = 0; i < 1 + round % 8 && bad.length > 0; i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("t.dbf"), bad);
            assertThat(Reading.of(folder.resolve("t.shp")).rows()).isNotEmpty();
        }
    }
}
