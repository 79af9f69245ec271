package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.StandardNames;
import cn.diming.core.record.PlaceCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The register over HTTP: a street through its days, bulk edits, aliases, protection, audit. */
@ParameterizedClass
@EnumSource(Engines.class)
class NameRegisterFlowTest {

    @TempDir
    Path folder = Path.of("");

    private final Service service;
    private final Client officer;

    NameRegisterFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.officer = service.program(Role.NAMING_OFFICER, "440115");
    }

    @Test
    void mapRegisterAndPlaceAgreeOnEachDay() {
        long street = establish("稳德路", "1985-03-01", 22.931);
        decide((names, changes) -> {
            names.rename(changes, street, "稳贤路", Optional.of("Wěnxián Lù"), on("1999-10-01"));
            return 0L;
        });
        long other = establish("稳善路", "1990-01-01", 22.932);
        decide((names, changes) -> {
            names.merge(changes, List.of(street), other, on("2010-05-01"));
            return 0L;
        });
        decide((names, changes) -> {
            names.cancel(changes, other, on("2020-07-01"));
            return 0L;
        });
        for (String day : List.of(
                "1984-01-01",
                "1985-03-01",
                "1999-09-30",
                "1999-10-01",
                "2010-04-30",
                "2010-05-01",
                "2020-06-30",
                "2020-07-01",
                "2026-02-28")) {
            List<String> map = names(
                    service.visitor().get("/api/v1/register/map?bbox=113.4,22.93,113.5,22.935&asOf=" + day),
                    "features",
                    "properties");
            List<String> register =
                    names(officer.get("/api/v1/register?q=%E7%A8%B3&division=440115&asOf=" + day), "rows", "");
            assertThat(register).as(day).containsExactlyInAnyOrderElementsOf(map);
        }
        JsonNode then = service.visitor()
                .get("/api/v1/register/" + street + "?asOf=1990-06-01")
                .json();
        assertThat(then.get("name").asString()).isEqualTo("稳德路");
        assertThat(then.get("to").asString()).isEqualTo("1999-10-01");
        JsonNode now = service.visitor().get("/api/v1/register/" + street).json();
        assertThat(now.get("inForce").asBoolean()).isFalse();
        assertThat(now.get("successors").get(0).get("name").asString()).isEqualTo("稳善路");
        service.visitor().get("/api/v1/register/" + street + "?asOf=1985-02-28").isProblem(404);
        JsonNode timeline =
                officer.get("/api/v1/register/" + street + "/timeline").json();
        assertThat(timeline.get("states")).hasSize(3);
        assertThat(timeline.get("states").get(1).get("changes").toString()).contains("稳德路", "稳贤路", "名称");
        assertThat(timeline.get("events").get(0).get("kind").asString()).isEqualTo("MERGED");
        assertThat(timeline.get("records").get(0).get("kind").asString()).isEqualTo("CHANGE");
    }

    @Test
    void aPageFollowsThePageBeforeInBothDirections() {
        for (int i = 0; i < 7; i++) {
            establish("分页" + "一二三四五六七".charAt(i) + "路", "2000-01-0" + (i + 1), 22.94);
        }
        for (String order : List.of(
                "sort=NAME",
                "sort=NAME&descending=true",
                "sort=UPDATED",
                "sort=DIVISION",
                "sort=CLASS_CODE&descending=true",
                "sort=NAME&asOf=2010-01-01")) {
            List<String> all =
                    names(officer.get("/api/v1/register?q=%E5%88%86%E9%A1%B5&limit=100&" + order), "rows", "");
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = officer.get("/api/v1/register?q=%E5%88%86%E9%A1%B5&limit=3&" + order + cursor)
                        .hasStatus(200);
                paged.addAll(names(page, "rows", ""));
                assertThat(page.json().has("total")).isEqualTo(cursor.isEmpty());
                cursor = page.json().has("next")
                        ? "&cursor=" + page.json().get("next").asString()
                        : "";
            } while (!cursor.isEmpty());
            assertThat(paged).as(order).hasSize(7).isEqualTo(all);
        }
        assertThat(officer.get("/api/v1/register?q=fenyeyi").json().get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void aBulkEditIsDoneWholeOrNotAtAllAndNamesEachStaleRow() {
        long one = establish("批改一路", "2000-01-01", 22.95);
        long two = establish("批改二路", "2000-01-01", 22.951);
        bulk(one, 1, two, 1, "{\"meaning\": \"改\", \"attributes\": {\"secrecy\": \"公开\"}}")
                .hasStatus(200);
        Answer stale = bulk(one, 2, two, 1, "{\"meaning\": \"再改\"}").isProblem(412);
        assertThat(stale.json().get("fields")).hasSize(1);
        assertThat(stale.json().get("fields").get(0).get("field").asString()).isEqualTo(Long.toString(two));
        assertThat(service.core.records().get(one).text("meaning")).contains("改");
        bulk(one, 2, two, 2, "{\"attributes\": {\"secrecy\": \"随便\"}}").isProblem(422);
        bulk(one, 2, one, 2, "{\"meaning\": \"重复\"}").isProblem(422);
        assertThat(service.core.records().get(two).version()).isEqualTo(2);
    }

    @Test
    void theFilterGoesIntoAFileThatASpreadsheetReads() throws Exception {
        long street = establish("导出路", "2000-01-01", 22.96);
        long formula = establish("=导出巷", "2000-01-01", 22.961);
        Answer csv = officer.get("/api/v1/register/export?format=CSV&q=%E5%AF%BC%E5%87%BA")
                .hasStatus(200);
        assertThat(csv.header("Content-Disposition")).contains("attachment");
        assertThat(csv.text())
                .startsWith("\uFEFF编号,标准名称,")
                .contains(street + ",导出路,")
                .contains(formula + ",'=导出巷,");
        Answer xlsx = officer.get("/api/v1/register/export?format=XLSX&q=%E5%AF%BC%E5%87%BA")
                .hasStatus(200);
        Path file = Files.write(folder.resolve("register.xlsx"), xlsx.response().body());
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile());
                var part = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            sheet = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(part)
                    .getDocumentElement()
                    .getTextContent();
        }
        assertThat(sheet).contains("导出路", "标准名称");
    }

    @Test
    void anAliasIsKeptWithoutACaseAndAFormerNameIsNot() {
        long street = establish("别名路", "2000-01-01", 22.97);
        decide((names, changes) -> {
            names.rename(changes, street, "新别名路", Optional.empty(), on("2005-01-01"));
            return 0L;
        });
        String aliases = "/api/v1/register/" + street + "/aliases";
        Answer made = officer.post(aliases, "{\"text\": \"老路\", \"kind\": \"ALIAS\", \"from\": \"1990-01-01\"}")
                .hasStatus(201);
        long id = made.json().get("id").asLong();
        officer.post(aliases, "{\"text\": \"老路\", \"kind\": \"ALIAS\"}").isProblem(422);
        officer.patch(aliases + "/" + id, "{\"text\": \"老老路\", \"kind\": \"SHORT\"}", "If-Match", "\"2\"")
                .isProblem(412);
        officer.patch(aliases + "/" + id, "{\"text\": \"老老路\", \"kind\": \"SHORT\"}", "If-Match", "\"1\"")
                .hasStatus(200);
        JsonNode entry = service.visitor().get("/api/v1/register/" + street).json();
        assertThat(entry.get("names").toString()).contains("老老路", "别名路");
        long former = 0;
        for (JsonNode name : entry.get("names")) {
            former = name.get("kind").asString().equals("FORMER")
                    ? name.get("id").asLong()
                    : former;
        }
        officer.delete(aliases + "/" + former, "If-Match", "\"1\"").isProblem(422);
        service.catchUp();
        assertThat(service.visitor()
                        .get("/api/v1/search?q=%E8%80%81%E8%80%81%E8%B7%AF")
                        .text())
                .contains("新别名路");
        officer.delete(aliases + "/" + id, "If-Match", "\"2\"").hasStatus(204);
    }

    @Test
    void aProtectedNameIsPublicAndKeptFromTheCountyUpwards() {
        long street = establish("名录街", "1900-01-01", 22.98);
        String draft =
                "{\"placeId\": %d, \"class\": \"OLD_STREET\", \"batch\": 1, \"meaning\": \"古街\", \"measures\": [\"SIGN\"]}"
                        .formatted(street);
        service.program(Role.NAMING_OFFICER, "440115103")
                .post("/api/v1/protection-list", draft)
                .isProblem(422);
        Answer made = officer.post("/api/v1/protection-list", draft).hasStatus(201);
        officer.post("/api/v1/protection-list", draft).isProblem(422);
        String path = made.header("Location");
        JsonNode entry = service.visitor().get(path).json();
        assertThat(entry.get("name").asString()).isEqualTo("名录街");
        assertThat(entry.get("classTitle").asString()).isEqualTo("老街老巷");
        assertThat(entry.has("lon")).isTrue();
        JsonNode list = service.visitor()
                .get("/api/v1/protection-list?q=minglu&class=OLD_STREET")
                .json();
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.get("classes")).hasSize(10);
        assertThat(service.core.protectionList().isProtected(street)).isTrue();
        assertThat(officer.get("/api/v1/register?protected=true&q=minglu")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        officer.patch(path, "{\"meaning\": \"\", \"legends\": \"白鹭\"}", "If-Match", "\"1\"")
                .hasStatus(200);
        assertThat(service.visitor().get(path).json().has("meaning")).isFalse();
        officer.delete(path + "?reason=adjusted", "If-Match", "\"1\"").isProblem(412);
        officer.delete(path + "?reason=adjusted", "If-Match", "\"2\"").hasStatus(204);
        assertThat(service.core.protectionList().isProtected(street)).isFalse();
    }

    @Test
    void theAuditLogTellsEveryStepAndIsIntact() {
        long street = establish("审计路", "2000-01-01", 22.99);
        Client administrator = service.program(Role.ADMINISTRATOR, "");
        JsonNode entries = administrator
                .get("/api/v1/audit?kind=PLACE&record=" + street)
                .json()
                .get("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("action").asString()).isEqualTo("name");
        assertThat(entries.get(0).get("title").asString()).isEqualTo("审计路");
        assertThat(administrator.get("/api/v1/audit?limit=2").json().has("next"))
                .isTrue();
        assertThat(administrator
                        .get("/api/v1/audit/verification")
                        .json()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theFormHasTheFieldsOfTheSurvey() {
        JsonNode fields = service.visitor().get("/api/v1/register/form").json().get("fields");
        assertThat(fields).hasSize(37);
        assertThat(fields.get(1).get("title").asString()).isEqualTo("标准名称");
    }

    private Answer bulk(long one, int oneVersion, long two, int twoVersion, String set) {
        return officer.post("/api/v1/register/bulk-edits", """
                {"records": [{"id": %d, "version": %d}, {"id": %d, "version": %d}], "set": %s, "reason": "统一"}""".formatted(one, oneVersion, two, twoVersion, set));
    }

    private long establish(String name, String day, double lat) {
        String line = "LINESTRING (113.445 %1$s, 113.455 %1$s)".formatted(lat);
        Establishment wanted = new Establishment(
                name,
                PlaceCategory.STREET,
                Optional.empty(),
                "440115103208",
                Optional.of(Drafts.wkt(line)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return decide((names, changes) -> names.establish(changes, wanted, on(day)));
    }

    private long decide(BiFunction<StandardNames, ChangeSet, Long> work) {
        return service.core
                .journal()
                .write(Actor.OPERATOR, changes -> work.apply(service.core.standardNames(), changes));
    }

    private static Decision on(String day) {
        return new Decision(LocalDate.parse(day), "批复〔" + day.substring(0, 4) + "〕1号", OptionalLong.empty());
    }

    private static List<String> names(Answer answer, String list, String inside) {
        answer.hasStatus(200);
        List<String> names = new ArrayList<>();
        answer.json()
                .get(list)
                .forEach(item -> names.add(
                        (inside.isEmpty() ? item : item.get(inside)).get("name").asString()));
        return names;
    }
}
