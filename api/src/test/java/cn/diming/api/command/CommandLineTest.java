package cn.diming.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.BoundaryDrafts;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Walk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "frobnicate, 不认识 frobnicate",
        "import commit, 缺少 文件",
        "account create --login li, 缺少 --role",
        "account create --login Li --role REVIEWER, 登录名应以小写字母开头",
        "account reset nobody, nobody",
        "import check nowhere.zip --plan gary-districts, 文件不存在",
        "account list --db mysql://localhost/x, 数据库地址应写作",
        "account list --db postgresql://localhost:1/x, 数据库无法连接",
        "backup pom.xml, 文件已存在",
        "tiles export a.zip, .pmtiles 或 .mbtiles",
        "tiles export a.pmtiles --zoom 9-3, 先小后大",
        "tiles export a.pmtiles --zoom x, 最小-最大",
        "tiles export a.pmtiles --region 999999, 没有区划",
        "'tiles export a.pmtiles --bbox 1,2,3', --bbox 应为四个数",
        "'tiles export a.pmtiles --bbox 9,2,3,4', --bbox 应为四个数",
        "tiles export a.pmtiles --at 9999-01-01, 不能晚于今天",
        "tiles export, 缺少 文件",
        "boundaries patrol --line 440113-440115 pom.xml, 没有界线 440113-440115",
        "boundaries patrol --line 1, 缺少 文件",
        "audit verify --head pom.xml, 不是核验留下的文件"
    })
    void whatIsWrongIsToldInOneChineseSentence(String line, String sentence) {
        Answer answer = run(line.split(" ", -1));

        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.err).contains(sentence).doesNotContain("\tat ", "Exception");
    }

    @Test
    void anAccountIsMadeListedAndDisabled() {
        Answer made = run("account", "create", "--login", "li", "--role", "NAMING_OFFICER", "--jurisdiction", "440115");
        Answer disabled = run("account", "disable", "li");
        Answer key = run("account", "key", "li", "--label", "test");

        assertThat(made.out).contains("li", "一次性密码");
        assertThat(disabled.out).contains("地名管理员", "440115", "已停用");
        assertThat(key.out).containsPattern("dm_[\\w-]{43}");
    }

    @Test
    void aBackupIsADatabase() {
        Path copy = folder.resolve("copy.gpkg");
        run("account", "create", "--login", "li", "--role", "REVIEWER");

        assertThat(run("backup", copy.toString()).code).isZero();
        assertThat(copy).isNotEmptyFile();
    }

    @Test
    void aPatrolIsProvenAndItsProofWrittenToAFolder() throws IOException {
        Geometry line = Drafts.wkt("LINESTRING (113.1 21.1, 113.1005 21.1)");
        try (Core core = Core.open(DbConfig.embedded(folder.resolve("data")), Clock.systemUTC())) {
            core.boundaryLines()
                    .register(
                            Actor.OPERATOR,
                            "甲乙线",
                            LineKind.LEGAL,
                            BoundaryDrafts.agreement("协议书", "440113101000", "440113102000"),
                            line);
        }
        Path track = Files.write(
                folder.resolve("巡界.gpx"),
                new Walk(line, 1, 0).along().file("巡界.gpx").content());
        Path proof = folder.resolve("proof");

        Answer made = run(
                "boundaries", "patrol", "--line", "440113101-440113102", "--out", proof.toString(), track.toString());

        assertThat(made.err).isEmpty();
        assertThat(made.out).contains("甲乙线（协议第 1 版）：走到 100.00 %");
        assertThat(made.code).isZero();
        assertThat(proof).isDirectoryContaining("glob:**/{export.json,proof.json,track-1.gpx,proof.pdf}");
        assertThat(Files.readAllBytes(proof.resolve("track-1.gpx"))).isEqualTo(Files.readAllBytes(track));
    }

    @Test
    void theTilesOfADivisionAreOneFile() {
        try (Core core = Core.open(DbConfig.embedded(folder.resolve("data")), Clock.systemUTC())) {
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        }
        Path file = folder.resolve("dawen.pmtiles");

        Answer made = run("tiles", "export", file.toString(), "--region", "440115103208", "--zoom", "6-12");
        assertThat(made.err).isEmpty();
        assertThat(made.out).contains("已导出", "个瓦片");
        assertThat(file).isNotEmptyFile();
        Answer again = run("tiles", "export", folder.resolve("dawen.mbtiles").toString(), "--zoom", "6-9");
        assertThat(again.code).isZero();
    }

    @Test
    void tamperingWithTheAuditLogIsFound() {
        run("account", "create", "--login", "li", "--role", "REVIEWER");
        run("account", "disable", "li");
        Answer intact = run("audit", "verify");
        assertThat(intact.code).isZero();
        assertThat(intact.out).contains("完好", "2 条");
        assertThat(folder.resolve("data/audit.head")).content().startsWith("2 ");
        try (Core core = Core.open(DbConfig.embedded(folder.resolve("data")), Clock.systemUTC())) {
            core.db()
                    .inTransaction(() -> core.db()
                            .sql("UPDATE audit SET action = 'create' WHERE seq = 2")
                            .update());
        }

        Answer broken = run("audit", "verify", "--from", "2");
        assertThat(broken.code).isEqualTo(2);
        assertThat(broken.out).contains("第 2 条", "被改动");
    }

    private Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Diming.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return new Answer(line.execute(all), out.toString(), err.toString());
    }

    private record Answer(int code, String out, String err) {}
}
