package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Cases of every kind from the draft to the end, as their officers and the public see them over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class CaseFlowTest {

    private static final String SECRET = "13912345678";
    private static final String REPORTS = """
            [{"paper": "ASSESSMENT", "sections": {"lawfulness": "合法", "feasibility": "可行", "controllability": "可控",
              "impact": "影响小", "response": "公示解释"}},
             {"paper": "CONSULTATION", "sections": {"scope": "全村公示", "opinions": "同意", "handling": "采纳"}}]""";

    private final Service service;
    private final Client village;
    private final Client town;
    private final Client district;
    private final Client reviewer;

    CaseFlowTest(Engines engine) {
        this.service = new Service(engine, "--diming.limits.comments-per-minute=5");
        this.village = service.program(Role.NAMING_OFFICER, "440115103208");
        this.town = service.program(Role.NAMING_OFFICER, "440115103");
        this.district = service.program(Role.NAMING_OFFICER, "440115");
        this.reviewer = service.program(Role.REVIEWER, "440115");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void casesOfEveryKindRunFromDraftToClosed() {
        close(create("NAME", item("NAME", "\"name\": \"和顺路\"")));
        assertThat(standing("和顺路")).isEqualTo("STANDARD");

        long forward = place("前进路");
        close(create("RENAME", item("RENAME", "\"placeId\": %d, \"name\": \"稳兴路\"".formatted(forward))));
        assertThat(standing("稳兴路")).isEqualTo("STANDARD");
        assertThat(standing("前进路")).isEmpty();

        close(create("CANCEL", item("CANCEL", "\"placeId\": " + place("旧涌街"))));
        assertThat(standing("旧涌街")).isEqualTo("RETIRED");

        String merging =
                "\"placeId\": %d, \"mergedIds\": [%d], \"variants\": [\"丰年大路\"]".formatted(place("丰年路"), place("丰年村道"));
        close(create("STANDARDISE", item("STANDARDISE", merging)));
        assertThat(standing("丰年村道")).isEqualTo("RETIRED");

        close(create("BATCH", item("NAME", "\"name\": \"朝阳路\"") + "," + item("NAME", "\"name\": \"莲塘街\"")));
        assertThat(standing("朝阳路")).isEqualTo("STANDARD");
        assertThat(standing("莲塘街")).isEqualTo("STANDARD");

        JsonNode board = district.get("/api/v1/cases").hasStatus(200).json();
        assertThat(board.get("total").asInt()).isEqualTo(5);
        assertThat(board.at("/counts/0/state").asString()).isEqualTo("CLOSED");
        JsonNode firstPage = district.get("/api/v1/cases?limit=3&state=CLOSED")
                .hasStatus(200)
                .json();
        assertThat(firstPage.get("items")).hasSize(3);
        JsonNode secondPage = district.get("/api/v1/cases?limit=3&cursor="
                        + firstPage.get("nextCursor").asString())
                .hasStatus(200)
                .json();
        assertThat(secondPage.get("items")).hasSize(2);
        assertThat(secondPage.has("nextCursor")).isFalse();
    }

    @Test
    void aDraftIsSavedInPartsAndSaysWhatItLacks() {
        Answer created = town.post("/api/v1/cases", "{\"type\": \"NAME\", \"items\": [{\"action\": \"NAME\"}]}")
                .hasStatus(201);
        long id = created.json().get("id").asLong();
        assertThat(created.header("Location")).endsWith("/api/v1/cases/" + id);
        JsonNode lacks =
                town.get("/api/v1/cases/" + id + "/readiness").hasStatus(200).json();
        assertThat(lacks.get("ready").asBoolean()).isFalse();
        assertThat(lacks.get("faults").toString()).contains("请填写位置", "请填写规模", "请填写性质", "请填写理由");
        assertThat(lacks.get("missingPapers").toString()).contains("ASSESSMENT");
        act(town, id, 1, "{\"action\": \"SUBMIT\"}").isProblem(422);
        String whole = draft("NAME", item("NAME", "\"name\": \"和顺路\""));
        put(town, id, whole, "\"7\"").isProblem(412);
        put(town, id, whole, "").isProblem(428);
        assertThat(put(town, id, whole, "\"1\"").hasStatus(200).header("ETag")).isEqualTo("\"2\"");
        assertThat(town.get("/api/v1/cases/" + id + "/readiness")
                        .json()
                        .get("ready")
                        .asBoolean())
                .isTrue();
        town.delete("/api/v1/cases/" + id, "If-Match", "\"2\"").hasStatus(204);
        town.get("/api/v1/cases/" + id).isProblem(404);
    }

    @Test
    void thePublicCommentsWithoutSigningInAndNobodySeesTheContact() {
        long id = create("NAME", item("NAME", "\"name\": \"和顺路\""));
        run(id, "OPEN_COMMENT");
        Client visitor = service.visitor();
        String path = "/api/v1/public/cases/" + id;
        assertThat(visitor.get("/api/v1/public/cases").hasStatus(200).text())
                .contains("和顺路命名")
                .doesNotContain(SECRET);
        visitor.post(path + "/comments", """
                {"opinion": "AGREE", "text": "名字好记，同意。", "name": "陈先生", "contact": "%s"}""".formatted(SECRET)).hasStatus(202);
        assertThat(visitor.get(path).text()).doesNotContain("名字好记");
        JsonNode waiting = town.get("/api/v1/cases/" + id + "/comments")
                .hasStatus(200)
                .json()
                .at("/items/0");
        assertThat(waiting.get("contact").asString()).isEqualTo(SECRET);
        town.patch(
                        "/api/v1/cases/" + id + "/comments/" + waiting.get("id").asLong(),
                        "{\"state\": \"SHOWN\", \"reply\": \"感谢支持。\"}")
                .hasStatus(200);
        assertThat(visitor.get(path).hasStatus(200).text())
                .contains("名字好记", "感谢支持。", "陈先生")
                .doesNotContain(SECRET, "contact");
        assertThat(service.visitor().get("/api/v1/cases/" + id + "/comments").status())
                .isEqualTo(401);
        for (int i = 0; i < 4; i++) {
            visitor.post(path + "/comments", "{\"opinion\": \"SUGGEST\", \"text\": \"再宽一些\"}")
                    .hasStatus(202);
        }
        assertThat(visitor.post(path + "/comments", "{\"opinion\": \"SUGGEST\", \"text\": \"再宽一些\"}")
                        .isProblem(429)
                        .header("Retry-After"))
                .isNotEmpty();
        service.clock.forward(Duration.ofDays(8));
        visitor.get(path).isProblem(404);
    }

    @Test
    void papersAreTakenForWhatTheyAre() {
        long id = create("NAME", item("NAME", "\"name\": \"和顺路\""));
        upload(id, "CONSENT", "a.html", "<script>alert(1)</script>").isProblem(422);
        upload(id, "CONSENT", "empty.pdf", "").isProblem(422);
        upload(id, "NOTHING", "a.pdf", "%PDF-1.7").isProblem(400);
        JsonNode paper = upload(id, "CONSENT", "../../决议\\n.exe", "%PDF-1.7 scan")
                .hasStatus(201)
                .json();
        assertThat(paper.get("fileName").asString()).endsWith(".pdf").doesNotContain("/", "\\", "..");
        String path = "/api/v1/cases/" + id + "/papers/" + paper.get("id").asLong();
        Answer content = town.get(path).hasStatus(200);
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.text()).isEqualTo("%PDF-1.7 scan");
        service.visitor().get(path).isProblem(401);
        upload(id, "CONSENT", "large.pdf", "%PDF-1.7" + "x".repeat(21 << 20)).isProblem(413);
        town.post("/api/v1/cases/" + id + "/papers", "{}").isProblem(415);
        town.send(
                        "POST",
                        "/api/v1/cases/" + id + "/papers",
                        Optional.of("nonsense"),
                        "Content-Type",
                        "multipart/form-data; boundary=x")
                .isProblem(400);
        town.delete(path).hasStatus(204);
        town.get(path).isProblem(404);
    }

    @Test
    void limitsAreListedAndFollowedByACalendar() {
        long id = create("NAME", item("NAME", "\"name\": \"和顺路\""));
        run(id, "APPROVE");
        JsonNode list = district.get("/api/v1/deadlines").hasStatus(200).json();
        assertThat(list.get("items")
                        .valueStream()
                        .map(limit -> limit.get("timer").asString()))
                .containsExactlyInAnyOrder("T-FILE", "T-NOTICE", "T-SIGN");
        service.clock.forward(Duration.ofDays(20));
        assertThat(district.get("/api/v1/deadlines?state=OVERDUE")
                        .json()
                        .get("overdue")
                        .asInt())
                .isEqualTo(2);
        assertThat(district.get("/api/v1/cases?overdue=true").json().get("items"))
                .hasSize(1);
        String link = district.send("POST", "/api/v1/deadlines/calendar", Optional.empty())
                .hasStatus(201)
                .json()
                .get("url")
                .asString();
        Answer calendar = service.visitor().get(link).hasStatus(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:备案：和顺路命名");
        assertThat(link).doesNotContain("dm_");
        district.send("DELETE", "/api/v1/deadlines/calendar", Optional.empty()).hasStatus(204);
        service.visitor().get(link).isProblem(404);
    }

    @Test
    void theFileTellsEverythingTheDocumentsNeed() {
        long id = create("NAME", item("NAME", "\"name\": \"和顺路\""));
        run(id, "APPROVE");
        JsonNode file =
                district.get("/api/v1/cases/" + id + "/data").hasStatus(200).json();
        assertThat(file.at("/case/items/0/divisionName").asString()).isEqualTo("广东省广州市南沙区东涌镇大稳村");
        assertThat(file.at("/case/approval/documentNumber").asString()).isEqualTo("南府批〔2026〕12号");
        assertThat(file.at("/case/items/0/geometry/type").asString()).isEqualTo("LineString");
        assertThat(file.at("/case/reports")).hasSize(3);
        assertThat(file.get("timeline")).hasSize(7);
        assertThat(file.get("papers")).hasSize(2);
        assertThat(file.get("deadlines").size()).isGreaterThanOrEqualTo(4);
        assertThat(district.get("/api/v1/cases/" + id + "/timeline")
                        .json()
                        .at("/events/0/actionTitle")
                        .asString())
                .isEqualTo("提交");
    }

    // ------------------------------------------------------------ short ways

    private long create(String type, String items) {
        long id = village.post("/api/v1/cases", draft(type, items))
                .hasStatus(201)
                .json()
                .get("id")
                .asLong();
        upload(id, "CONSENT", "决议.pdf", "%PDF-1.7 consent").hasStatus(201);
        upload(id, "APPROVAL", "批复.pdf", "%PDF-1.7 approval").hasStatus(201);
        return id;
    }

    private void close(long id) {
        run(id, "CLOSE");
        assertThat(district.get("/api/v1/cases/" + id).json().get("state").asString())
                .isEqualTo("CLOSED");
    }

    /** Does whatever the case waits for, until that has been done. */
    private void run(long id, String until) {
        String done = "";
        while (!done.equals(until)) {
            JsonNode now = district.get("/api/v1/cases/" + id).hasStatus(200).json();
            String awaits = now.get("awaits").asString();
            done = now.get("stages")
                    .valueStream()
                    .filter(stage -> stage.get("stage").asString().equals(awaits))
                    .findFirst()
                    .orElseThrow()
                    .get("action")
                    .asString();
            if (done.equals("OPINION")) {
                now = report(id, now.get("version").asInt());
            }
            act(officerFor(done), id, now.get("version").asInt(), step(done)).hasStatus(200);
            if (done.equals("OPEN_COMMENT") && !until.equals(done)) {
                service.clock.forward(Duration.ofDays(8));
            }
        }
    }

    /** The experts are heard after the submission. */
    private JsonNode report(long id, int version) {
        act(district, id, version, "{\"action\": \"OPINION\"}").isProblem(422);
        return district.send(
                        "PUT",
                        "/api/v1/cases/" + id + "/reports/EXPERT",
                        Optional.of("""
                {"sections": {"necessity": "必要", "science": "科学", "reasonableness": "合理", "risk": "无",
                 "advice": "同意"}}"""),
                        "If-Match",
                        "\"" + version + "\"")
                .hasStatus(200)
                .json();
    }

    private Client officerFor(String action) {
        return switch (action) {
            case "SUBMIT", "CONSENT" -> village;
            case "PASS", "SET_SIGNS" -> town;
            case "APPROVE" -> reviewer;
            default -> district;
        };
    }

    private String step(String action) {
        LocalDate today = service.core.deadlines().today();
        return switch (action) {
            case "CONSENT" -> "{\"action\": \"CONSENT\", \"date\": \"%s\"}".formatted(today.minusDays(7));
            case "APPROVE" -> """
                {"action": "APPROVE", "date": "%s", "organisation": "广州市南沙区人民政府", "organisationKind": "GOVERNMENT",
                 "documentNumber": "南府批〔2026〕12号"}""".formatted(today);
            default -> "{\"action\": \"%s\"}".formatted(action);
        };
    }

    private static Answer act(Client officer, long id, int version, String step) {
        return officer.post("/api/v1/cases/" + id + "/steps", step, "If-Match", "\"" + version + "\"");
    }

    private static Answer put(Client officer, long id, String draft, String version) {
        return officer.send("PUT", "/api/v1/cases/" + id, Optional.of(draft), "If-Match", version);
    }

    private Answer upload(long id, String kind, String fileName, String content) {
        String body = """
                --x\r
                Content-Disposition: form-data; name="kind"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --x--\r
                """.formatted(kind, fileName, content);
        return town.send(
                "POST",
                "/api/v1/cases/" + id + "/papers",
                Optional.of(body),
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private static String draft(String type, String items) {
        return """
                {"type": "%s", "applicant": "大稳村村民委员会", "contact": "陈主任 %s", "reason": "村道尚无名称",
                 "reports": %s, "items": [%s]}""".formatted(type, SECRET, REPORTS, items);
    }

    private static String item(String action, String rest) {
        return """
                {"action": "%s", %s, "category": "STREET", "location": "东起村委会，西至市场", "scale": "长约 600 米，宽 6 米",
                 "nature": "村内主要道路", "meaning": "吉祥", "justification": "与人名、企业无关",
                 "romanised": "Héshùn Lù",
                 "geometry": {"type": "LineString", "coordinates": [[113.448, 22.905], [113.452, 22.909]]}}""".formatted(action, rest);
    }

    private long place(String name) {
        RecordDraft street = Drafts.street(name, name, "LINESTRING (113.441 22.903, 113.445 22.907)");
        RecordDraft standard = Drafts.with(street, "status", "STANDARD");
        return service.record(RecordKind.PLACE, Drafts.with(standard, "division_code", "440115103208"));
    }

    private String standing(String name) {
        return service.core
                .db()
                .sql("SELECT status FROM place WHERE name = :name")
                .param("name", name)
                .find(row -> row.getText("status"))
                .orElse("");
    }
}
