package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.casework.CaseComment;
import cn.diming.core.casework.CaseDraft;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.casework.PaperKind;
import cn.diming.core.casework.ScannedPaper;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.PlaceCategory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request for each operation on cases, with a case behind it that the request would fit. */
final class CaseRequests {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final String DIGITS = "甲乙丙丁戊己庚辛壬癸";
    private static final String UPLOAD = """
            --x\r
            Content-Disposition: form-data; name="kind"\r
            \r
            CONSENT\r
            --x\r
            Content-Disposition: form-data; name="file"; filename="a.pdf"\r
            Content-Type: application/pdf\r
            \r
            %PDF-1.7\r
            --x--\r
            """;

    private final Service service;

    CaseRequests(Service service) {
        this.service = service;
    }

    static boolean knows(String operation) {
        return operation.matches(".*(Case|Deadline|Calendar|PublicComment|moderateComment).*");
    }

    /** The status of the answer. */
    int ask(Client client, String operation) {
        return switch (operation) {
            case "listCases" -> client.get("/api/v1/cases").status();
            case "createCase" -> client.post("/api/v1/cases", """
                    {"type": "NAME", "items": [{"action": "NAME", "name": "和顺路", "category": "STREET",
                      "geometry": {"type": "LineString", "coordinates": [[113.448, 22.905], [113.452, 22.909]]}}]}""").status();
            case "listCaseRequirements" ->
                client.get("/api/v1/cases/requirements?type=NAME&category=STREET")
                        .status();
            case "listDeadlines" -> client.get("/api/v1/deadlines").status();
            case "createCalendarLink" ->
                client.send("POST", "/api/v1/deadlines/calendar", Optional.empty())
                        .status();
            case "revokeCalendarLink" ->
                client.send("DELETE", "/api/v1/deadlines/calendar", Optional.empty())
                        .status();
            case "getDeadlineCalendar" ->
                client.get("/api/v1/deadlines.ics?token=dc_" + "a".repeat(43)).status();
            case "listPublicCases" -> client.get("/api/v1/public/cases").status();
            case "getPublicCase" ->
                client.get("/api/v1/public/cases/" + in("PUBLIC_COMMENT").id()).status();
            case "addPublicComment" ->
                client.post(
                                "/api/v1/public/cases/" + in("PUBLIC_COMMENT").id() + "/comments",
                                "{\"opinion\": \"AGREE\", \"text\": \"同意\"}")
                        .status();
            default -> askOne(client, operation);
        };
    }

    private int askOne(Client client, String operation) {
        String[] words = operation.split(" ", -1);
        NamingCase about = words.length == 1 ? in("DRAFT") : in(words[1]);
        String path = "/api/v1/cases/" + about.id();
        String version = "\"" + about.version() + "\"";
        return switch (words[0]) {
            case "getCase" -> client.get(path).status();
            case "getCaseReadiness" -> client.get(path + "/readiness").status();
            case "getCaseTimeline" -> client.get(path + "/timeline").status();
            case "getCaseData" -> client.get(path + "/data").status();
            case "listCasePapers" -> client.get(path + "/papers").status();
            case "listCaseComments" -> client.get(path + "/comments").status();
            case "updateCase" ->
                client.send("PUT", path, Optional.of("{\"type\": \"NAME\"}"), "If-Match", version)
                        .status();
            case "saveCaseReport" ->
                client.send(
                                "PUT",
                                path + "/reports/EXPERT",
                                Optional.of("{\"sections\": {\"necessity\": \"必要\"}}"),
                                "If-Match",
                                version)
                        .status();
            case "deleteCase" -> client.delete(path, "If-Match", version).status();
            case "actOnCase" ->
                client.post(path + "/steps", step(words.length == 1 ? "DRAFT" : words[1]), "If-Match", version)
                        .status();
            case "uploadCasePaper" ->
                client.send(
                                "POST",
                                path + "/papers",
                                Optional.of(UPLOAD),
                                "Content-Type",
                                "multipart/form-data; boundary=x")
                        .status();
            case "getCasePaper" -> client.get(path + "/papers/" + paper(about)).status();
            case "deleteCasePaper" ->
                client.delete(path + "/papers/" + paper(about)).status();
            case "moderateComment" ->
                client.patch(path + "/comments/" + comment(about), "{\"state\": \"SHOWN\"}")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    /** What the case in this state waits for. */
    private static String step(String state) {
        return switch (state) {
            case "DRAFT" -> "{\"action\": \"SUBMIT\"}";
            case "TOWN_REVIEW" -> "{\"action\": \"ACCEPT\"}";
            case "DISTRICT_ACCEPT" -> "{\"action\": \"RETURN\", \"reason\": \"请补材料\"}";
            case "EXPERT_OPINION" -> "{\"action\": \"WITHDRAW\", \"reason\": \"另行申请\"}";
            default -> """
                {"action": "APPROVE", "date": "2026-03-01", "organisation": "广州市南沙区人民政府",
                 "organisationKind": "GOVERNMENT", "documentNumber": "南府批〔2026〕12号"}""";
        };
    }

    /** A case whose name nobody else has, put into the state. */
    private NamingCase in(String state) {
        NamingCase made = service.core.casework().cases().create(Actor.OPERATOR, draft());
        if (!state.equals("DRAFT")) {
            String until = state.equals("PUBLIC_COMMENT") ? "2026-12-31" : "2026-02-20";
            String stored = state.equals("OVER_COMMENT") ? "PUBLIC_COMMENT" : state;
            service.core
                    .db()
                    .inTransaction(() -> service.core
                            .db()
                            .sql("UPDATE naming_case SET state = :state, comment_until = :until WHERE id = :id")
                            .param("state", stored)
                            .param("until", until)
                            .param("id", made.id())
                            .update());
        }
        return made;
    }

    private static CaseDraft draft() {
        List<CaseDraft.Report> reports = Stream.of(PaperKind.ASSESSMENT, PaperKind.EXPERT, PaperKind.CONSULTATION)
                .map(kind -> new CaseDraft.Report(
                        kind,
                        kind.sections().stream()
                                .collect(Collectors.toMap(PaperKind.Section::key, PaperKind.Section::title))))
                .toList();
        return new CaseDraft(
                CaseType.NAME,
                Optional.empty(),
                Optional.empty(),
                Optional.of("大稳村村民委员会"),
                Optional.empty(),
                Optional.of("尚无名称"),
                reports,
                List.of(item()));
    }

    private static CaseItem item() {
        Optional<String> words = Optional.of("村内");
        String name = NUMBER.incrementAndGet() + 100_000 + "路";
        for (char digit = '0'; digit <= '9'; digit++) {
            name = name.replace(digit, DIGITS.charAt(digit - '0'));
        }
        return new CaseItem(
                1,
                CaseType.NAME,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                Optional.of(name),
                Optional.of("Mǒu Lù"),
                Optional.of(PlaceCategory.STREET),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Drafts.wkt("LINESTRING (113.448 22.905, 113.452 22.909)")),
                new CaseItem.Description(words, words, words, words, words, words, words),
                CaseItem.Decision.PENDING);
    }

    private long paper(NamingCase about) {
        ScannedPaper scan = new ScannedPaper("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        return service.core
                .casework()
                .papers()
                .add(Actor.OPERATOR, about.id(), PaperKind.CONSENT, scan)
                .id();
    }

    private long comment(NamingCase about) {
        var comments = service.core.casework().comments();
        comments.add(
                Actor.PUBLIC,
                about.id(),
                new CaseComment.Draft(CaseComment.Opinion.AGREE, "同意", Optional.empty(), Optional.empty()));
        return comments.list(Actor.OPERATOR, about.id()).getFirst().id();
    }
}
