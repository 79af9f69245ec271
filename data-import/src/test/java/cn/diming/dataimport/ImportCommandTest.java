package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.dataimport.job.ImportRefused;
import cn.diming.dataimport.job.Imports;
import cn.diming.dataimport.plan.PlanRefused;
import cn.diming.dataimport.source.SourceRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The whole command line, good and bad: an exit code and a Chinese sentence, never a stack trace. */
class ImportCommandTest {

    private static final int ALL_IN = ImportCommand.ALL_IN;
    private static final int FAILED = ImportCommand.FAILED;
    private static final int SOME_REJECTED = ImportCommand.SOME_REJECTED;

    /** What these say is meant for the person; anything else would be a fault of ours. */
    private static final List<Class<? extends RuntimeException>> SPOKEN = List.of(
            SourceRefused.class,
            PlanRefused.class,
            ImportRefused.class,
            BadCoordinateException.class,
            IllegalArgumentException.class);

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();
    private DbConfig database = DbConfig.embedded(Path.of("unused"));

    @BeforeEach
    void files() throws IOException {
        database = DbConfig.embedded(folder.resolve("data"));
        write("good.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n2,细稳村,113.46,22.92\n");
        write("some.csv", "id,name,lon,lat\n1,大稳村,113.45,22.91\n2,,113.46,22.92\n3,远,999,22\n");
        write("none.csv", "id,name,lon,lat\n2,,113.46,22.92\n");
        write("header.csv", "id,name,lon,lat\n");
        write("other.csv", "编号,地名,经度,纬度\n1,大稳村,113.45,22.91\n");
        write("quote.csv", "id,name,lon,lat\n1,\"大稳村,113.45,22.91\n2,细,113,22\n");
        write("empty.csv", "");
        write("empty.geojson", "");
        write("cut.geojson", """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"id": 1, "name": "好"}, "geometry": null},
                {"type": "Feature", "proper""");
        write("mercator.geojson", """
                {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:3857"}}, "features": [
                {"type": "Feature", "properties": {"id": 1, "name": "广州"},
                 "geometry": {"type": "Point", "coordinates": [12607520, 2646073]}}]}
                """);
        write("readme.md", "# 说明\n");
        write("sheet.xlsx", "PK\u0003\u0004 not really");
        Files.write(
                folder.resolve("gbk.csv"), "id,name,lon,lat\n1,大稳村,113.45,22.91\n".getBytes(Charset.forName("GBK")));
        Files.createDirectory(folder.resolve("emptyfolder"));
        Files.createDirectory(folder.resolve("two"));
        Files.copy(folder.resolve("good.csv"), folder.resolve("two/a.csv"));
        Files.copy(folder.resolve("good.csv"), folder.resolve("two/b.csv"));
        zip("two.zip", "a.csv", "b.csv");
        zip("mixed.zip", "a.csv", "bad.shp");
        zip("nothing.zip", "readme.md");
        plan("plan.yml", "position: {lon: lon, lat: lat}\ncrs: EPSG:4490\n");
        plan("nocrs.yml", "position: {lon: lon, lat: lat}\n");
        plan("layer.yml", "position: {lon: lon, lat: lat}\ncrs: EPSG:4490\nlayer: a\n");
        plan("geo.yml", "");
        plan("filter.yml", "position: {lon: lon, lat: lat}\ncrs: EPSG:4490\nfilter: \"name LIKE '大%'\"\n");
        plan("badfilter.yml", "position: {lon: lon, lat: lat}\ncrs: EPSG:4490\nfilter: \"sleep(9) = 1\"\n");
        write("wrong.yml", "target: CASTLE\n");
        write("broken.yml", "target: [");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inspect good.csv                                   | 0 | 位置    可能在 lon、lat 两列
            inspect good.csv                                   | 0 | 第 1 行  id=1  name=大稳村  lon=113.45
            inspect gbk.csv                                    | 0 | 编码    GB18030（依据：不是 UTF-8，按国标编码读取）
            inspect mercator.geojson                           | 0 | 坐标系  EPSG:3857
            inspect mercator.geojson                           | 0 | Point 1.260752E7 2646073.0
            inspect two.zip                                    | 0 | 图层 b（CSV（逗号分隔））
            inspect two --layer b                              | 0 | 图层 b（CSV（逗号分隔））
            inspect two --layer c                              | 1 | 没有图层 c，文件里有：a、b
            inspect header.csv                                 | 0 | 条数    0
            inspect missing.csv                                | 1 | 文件不存在：
            inspect empty.csv                                  | 1 | 空文件
            inspect emptyfolder                                | 1 | 没有可以读取的文件
            inspect nothing.zip                                | 1 | 没有可以读取的文件
            inspect sheet.xlsx                                 | 1 | sheet.xlsx
            inspect readme.md                                  | 1 | 不认识的文件类型
            inspect good.csv --encoding klingon                | 1 | 没有这种编码：klingon
            inspect good.csv --encoding ''                     | 1 | 没有这种编码：
            check good.csv --plan plan.yml                     | 0 | 读 2 行，可用 2 条，方案略去 0 行，被拒 0 行
            check some.csv --plan plan.yml                     | 2 | 第 2 行：缺少名称（name）
            commit good.csv --plan plan.yml                    | 0 | 写入：新增 2，更新 0，未变 0
            commit good.csv --plan plan.yml                    | 0 | 村 → 地名（坐标系 2000 国家大地坐标系）：读 2 行
            commit gbk.csv --plan plan.yml                     | 0 | 写入：新增 1
            commit gbk.csv --plan plan.yml --encoding UTF-8    | 2 | 名称含有乱码
            commit some.csv --plan plan.yml                    | 2 | 被拒 2 行
            commit some.csv --plan plan.yml                    | 2 | 第 3 行：坐标超出范围：999.0，22.0
            commit none.csv --plan plan.yml                    | 2 | 可用 0 条，方案略去 0 行，被拒 1 行
            commit header.csv --plan plan.yml                  | 0 | 读 0 行
            commit good.csv --plan filter.yml                  | 0 | 可用 1 条，方案略去 1 行
            commit two.zip --plan layer.yml                    | 0 | 写入：新增 2
            commit two --plan plan.yml --layer b               | 0 | 写入：新增 2
            commit mixed.zip --plan plan.yml                   | 0 | 注意：
            commit mercator.geojson --plan geo.yml             | 0 | 坐标系 Web 墨卡托
            commit good.csv --plan nocrs.yml --crs GCJ-02      | 0 | 注意：按公开的近似公式换算
            commit good.csv --plan plan.yml --crs 4326         | 0 | 坐标系 WGS 84
            commit cut.geojson --plan geo.yml                  | 2 | JSON 在此中断，内容不完整
            commit quote.csv --plan plan.yml                   | 2 | 引号没有配对
            commit missing.csv --plan plan.yml                 | 1 | 文件不存在：
            commit emptyfolder --plan plan.yml                 | 1 | 没有可以读取的文件
            commit empty.geojson --plan geo.yml                | 1 | 图层 empty 里什么也没有
            commit nothing.zip --plan plan.yml                 | 1 | 没有可以读取的文件
            commit two.zip --plan plan.yml                     | 1 | 文件里有多个图层，请用 --layer 指明：a、b
            commit two.zip --plan plan.yml --layer c           | 1 | 没有图层 c，文件里有：a、b
            commit good.csv --plan layer.yml                   | 1 | 没有图层 a，文件里有：good
            commit good.csv --plan nothing                     | 1 | 没有导入方案 nothing。内置方案：
            commit good.csv --plan emptyfolder                 | 1 | 没有导入方案
            commit good.csv --plan wrong.yml                   | 1 | 导入方案 wrong：target：没有这种目标 CASTLE
            commit good.csv --plan broken.yml                  | 1 | 导入方案 broken 不是合法的 YAML
            commit good.csv --plan badfilter.yml               | 1 | 导入方案 badfilter：filter：
            commit other.csv --plan plan.yml                   | 1 | 用到的字段 id、name、lon、lat 在图层 other 里没有
            commit good.csv --plan named-places                | 1 | 这个文件的字段是：id、name、lon、lat
            commit good.csv --plan nocrs.yml                   | 1 | 不知道坐标系：文件没有声明，请用 --crs 指明
            commit good.csv --plan plan.yml --crs moon         | 1 | 不认识的坐标系“moon”
            commit good.csv --plan plan.yml --crs EPSG:4610    | 1 | 不能从 EPSG:4610 转换
            commit good.csv --plan plan.yml --encoding klingon | 1 | 没有这种编码：klingon
            commit good.csv --plan plan.yml --rejects two      | 1 | 请用 --rejects 另外指定被拒行写到哪里
            commit good.csv --plan plan.yml --rejects good.csv | 1 | 请用 --rejects 另外指定被拒行写到哪里
            commit good.csv --plan plan.yml --rejects no/r.csv | 1 | 请用 --rejects 指定一个可以写的位置
            commit good.csv                                    | 1 | --plan
            commit --plan plan.yml                             | 1 | 文件
            """)
    void everyInputHasItsCodeAndItsSentence(String line, int code, String sentence) throws IOException {
        assertThat(run(line.split(" ", -1))).as(words.toString()).isEqualTo(code);
        assertThat(words.toString()).contains(sentence).doesNotContain("Exception", "\tat ");
        if (code == FAILED) {
            nothingIsWritten();
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void refusedRowsGoIntoAFileBesideOrWhereThePersonSays() {
        assertThat(run("commit", "some.csv", "--plan", "plan.yml")).isEqualTo(SOME_REJECTED);
        assertThat(folder.resolve("some.csv.rejected.csv"))
                .hasContent("\uFEFF行号,原因,id,name,lon,lat\r\n2,缺少名称（name）,2,,113.46,22.92\r\n"
                        + "3,\"坐标超出范围：999.0，22.0（坐标系或坐标次序可能不对）\",3,远,999,22\r\n".replace("\"", ""));
        assertThat(run("commit", "some.csv", "--plan", "plan.yml", "--rejects", "two/r.csv"))
                .isEqualTo(SOME_REJECTED);
        assertThat(folder.resolve("two/r.csv")).exists();
        assertThat(words.toString()).contains("写入：新增 0，更新 0，未变 1", "被拒的行：");
    }

    @Test
    void aCheckWritesNothingIntoTheDatabaseAndACommitAfterItEverything() {
        assertThat(run("check", "good.csv", "--plan", "plan.yml")).isEqualTo(ALL_IN);
        nothingIsWritten();
        assertThat(run("commit", "good.csv", "--plan", "plan.yml")).isEqualTo(ALL_IN);
        try (Core core = Core.open(database, Engines.CLOCK)) {
            assertThat(core.store().count(RecordKind.PLACE)).isEqualTo(2);
        }
    }

    @Test
    void aFileCannotCommandTheTerminal() {
        write("evil.csv", "id,name,lon,lat\n1,a\u001b[2Jb\u202Ec,113,23\n");
        assertThat(run("inspect", "evil.csv")).isEqualTo(ALL_IN);
        assertThat(run("check", "evil.csv", "--plan", "plan.yml")).isEqualTo(SOME_REJECTED);
        assertThat(words.toString()).doesNotContain("\u001b", "\u202E");
    }

    @Test
    void inspectNamesThePlansThatFit() {
        write("codes.csv", "code,name,level,parent_code\n440000000000,广东省,province,\n");
        assertThat(run("inspect", "codes.csv")).isEqualTo(ALL_IN);
        assertThat(words.toString()).contains("适合    内置方案 guangzhou-codes");
        assertThat(run("inspect", "good.csv")).isEqualTo(ALL_IN);
        assertThat(words.toString()).contains("适合    PLACE（地名）；没有合适的内置方案，请写一个 YAML 方案");
    }

    private void nothingIsWritten() {
        try (Core core = Core.open(database, Engines.CLOCK)) {
            assertThat(core.store().count(RecordKind.PLACE)).isZero();
            assertThat(core.db().sql("SELECT count(*) FROM import_job").getLong())
                    .isZero();
        }
    }

    /** Words that name something in the folder are taken as paths. */
    private int run(String... words) {
        String[] arguments = Stream.of(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("''") ? "" : word)
                .map(word -> word.contains(".") || Files.exists(folder.resolve(word)) && !word.isEmpty()
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        CommandLine line = new CommandLine(new ImportCommand(() -> Core.open(database, Engines.CLOCK)));
        PrintWriter out = new PrintWriter(this.words, true);
        line.setOut(out);
        line.setErr(out);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            out.println(
                    SPOKEN.stream().anyMatch(kind -> kind.isInstance(failure)) ? failure.getMessage() : "" + failure);
            return FAILED;
        });
        return line.execute(arguments);
    }

    private void write(String name, String text) {
        Imports.file(folder, name, text);
    }

    private void plan(String name, String more) {
        write(name, "title: 村\ntarget: PLACE\nkey: ${id}\nfields: {name: \"${name}\", category: OTHER}\n" + more);
    }

    private void zip(String name, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(Files.readAllBytes(folder.resolve(entry.endsWith(".csv") ? "good.csv" : "readme.md")));
                zip.closeEntry();
            }
        }
    }
}
