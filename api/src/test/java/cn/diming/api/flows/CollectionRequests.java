package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One request for each operation of collection, with a campaign and reports of its own inside of 南沙区. */
record CollectionRequests(Service service) {

    private static final Set<String> OPERATIONS = Set.of(
            "joinCampaign",
            "getFieldWork",
            "listOwnReports",
            "putReport",
            "getUpload",
            "sendUpload",
            "reportError",
            "moderate",
            "moderateAll");

    /** Making an account takes long on purpose; one of each role does for all requests to a service. */
    private static final Map<String, Client> ACTORS = new ConcurrentHashMap<>();

    private Client actor(Role role) {
        return ACTORS.computeIfAbsent(service.url() + role, missing -> service.program(role, "440115"));
    }

    static boolean knows(String operation) {
        return OPERATIONS.contains(operation)
                || operation.contains("Collect")
                || operation.contains("Campaign")
                || operation.contains("Invitation")
                || operation.contains("Submission");
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "joinCampaign" ->
                client.post("/api/v1/collection/passes", """
                    {"code": "AAAAAAAAAA", "device": "%s", "name": "陈伯"}""".formatted(UUID.randomUUID()))
                        .status();
            case "getFieldWork" -> client.get("/api/v1/collection/work").status();
            case "listOwnReports" -> client.get("/api/v1/collection/reports").status();
            case "putReport" ->
                client.put("/api/v1/collection/reports/" + UUID.randomUUID(), report("[]"))
                        .status();
            case "getUpload" ->
                client.get("/api/v1/collection/uploads/" + filed().file()).status();
            case "sendUpload" ->
                client.putBytes("/api/v1/collection/uploads/" + filed().file() + "?offset=0", new byte[] {1, 2})
                        .status();
            case "reportError" ->
                client.put("/api/v1/public/error-reports/" + UUID.randomUUID(), """
                    {"note": "路牌写错了", "position": {"lon": 113.45, "lat": 22.91, "source": "MAP"}}""")
                        .status();
            default -> askAtTheDesk(client, operation);
        };
    }

    private int askAtTheDesk(Client client, String operation) {
        String desk = "/api/v1/collection/desk";
        return switch (operation) {
            case "listCollected" ->
                client.get(desk + "/reports?division=440115").status();
            case "getCollected" ->
                client.get(desk + "/reports/" + filed().report()).status();
            case "moderate" ->
                client.post(
                                desk + "/reports/" + filed().report() + "/steps",
                                "{\"action\": \"ASK\", \"reason\": \"哪一口井？\"}",
                                "If-Match",
                                "\"1\"")
                        .status();
            case "moderateAll" ->
                client.post(desk + "/steps", """
                        {"items": [{"id": %d, "version": 1}], "step": {"action": "REJECT", "reason": "重复"}}""".formatted(filed().report())).status();
            case "getCollectedFile" -> file(client);
            case "listCollectors" -> client.get(desk + "/collectors").status();
            case "listCampaigns" -> client.get(desk + "/campaigns").status();
            case "beginCampaign" -> client.post(desk + "/campaigns", CAMPAIGN).status();
            case "getCampaign" -> client.get(desk + "/campaigns/" + campaign()).status();
            case "closeCampaign" ->
                client.post(desk + "/campaigns/" + campaign() + "/close", "", "If-Match", "\"1\"")
                        .status();
            case "listInvitations" ->
                client.get(desk + "/campaigns/" + campaign() + "/invitations").status();
            case "inviteCollectors" ->
                client.post(desk + "/campaigns/" + campaign() + "/invitations", INVITATION)
                        .status();
            case "revokeInvitation" ->
                client.delete(desk + "/invitations/" + invitation()).status();
            case "countSubmissions" -> client.get(desk + "/submissions").status();
            case "listSubmissions" ->
                client.get("/api/v1/places/" + place() + "/submissions").status();
            case "noteSubmission" ->
                client.put("/api/v1/places/" + place() + "/submissions/AMAP", "{\"status\": \"SUBMITTED\"}")
                        .status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    static final String CAMPAIGN =
            "{\"title\": \"大稳村地名采集\", \"division\": \"440115103208\", \"endsOn\": \"2026-12-31\"}";
    static final String INVITATION = "{\"label\": \"一组\", \"uses\": 3, \"days\": 7}";

    /** A report and the file that it announces. */
    record Filed(long report, UUID file, Client collector) {}

    static String report(String files) {
        return """
                {"revision": 1, "kind": "NEW_NAME", "spoken": "井头", "written": "井头巷", "category": "STREET", "toldBy": "陈伯的母亲",
                 "position": {"lon": 113.45, "lat": 22.91, "accuracyMetres": 6, "source": "GNSS"},
                 "collectedAt": "2026-03-01T09:30:00+08:00", "files": %s}""".formatted(files);
    }

    Filed filed() {
        return filed(2);
    }

    Filed filed(int bytes) {
        Client collector = actor(Role.COLLECTOR);
        UUID id = UUID.randomUUID();
        UUID file = UUID.randomUUID();
        collector
                .put(
                        "/api/v1/collection/reports/" + id,
                        report("[{\"id\": \"%s\", \"kind\": \"VOICE\", \"bytes\": %d}]".formatted(file, bytes)))
                .hasStatus(200);
        long report = service.core
                .db()
                .sql("SELECT id FROM collection_report WHERE client_id = :id")
                .param("id", id.toString())
                .getLong();
        return new Filed(report, file, collector);
    }

    private int file(Client client) {
        byte[] sound = Recordings.wav((int) (System.nanoTime() % 1000));
        Filed filed = filed(sound.length);
        filed.collector()
                .putBytes("/api/v1/collection/uploads/" + filed.file() + "?offset=0", sound)
                .hasStatus(200);
        long media = service.core
                .db()
                .sql("SELECT media_id FROM collection_file WHERE id = :id")
                .param("id", filed.file().toString())
                .getLong();
        return client.get("/api/v1/collection/desk/reports/" + filed.report() + "/files/" + media)
                .status();
    }

    private long campaign() {
        return number(actor(Role.NAMING_OFFICER), "/api/v1/collection/desk/campaigns", CAMPAIGN);
    }

    private long invitation() {
        return actor(Role.NAMING_OFFICER)
                .post("/api/v1/collection/desk/campaigns/" + campaign() + "/invitations", INVITATION)
                .json()
                .get("invitation")
                .get("id")
                .asLong();
    }

    private static long number(Client client, String path, String body) {
        return client.post(path, body).json().get("id").asLong();
    }

    private long place() {
        return service.record(RecordKind.PLACE, Drafts.place("x", "细围", "OTHER", Drafts.point(113.45, 22.91)));
    }
}
