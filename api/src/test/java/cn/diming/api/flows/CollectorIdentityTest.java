package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Contract;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Who reported and who told it is for the staff of the area alone (地名管理条例 Art. 33): no answer of the contract, no feature, tile, page
 * or answer in another service's form gives it to anybody else.
 */
@ParameterizedClass
@EnumSource(Engines.class)
class CollectorIdentityTest {

    private static final String DESK = "/api/v1/collection/desk";
    private static final List<String> PERSONAL = List.of("隐名采集员", "隐名讲述人", "13955550142");

    /** Beside the contract: features, tiles, pages, and what clients of other services ask. */
    private static final List<String> ELSEWHERE = List.of(
            "/ogc/collections/streets/items?limit=1000&bbox=113.44,22.90,113.46,22.92",
            "/ogc/collections/streets/items?f=html&limit=100&bbox=113.44,22.90,113.46,22.92",
            "/ogc/collections/streets/items?f=csv&limit=1000&bbox=113.44,22.90,113.46,22.92",
            "/ogc/collections/streets/items/%d",
            "/ogc/collections/places/items?limit=1000&bbox=113.44,22.90,113.46,22.92",
            "/tiles/map/14/13354/7151.mvt",
            "/tiles/map.json",
            "/photon/api?q=%%E9%%9A%%90%%E5%%90%%8D",
            "/nominatim/search?q=%%E9%%9A%%90%%E5%%90%%8D&format=json",
            "/nominatim/reverse?lat=22.91&lon=113.45&format=json",
            "/village/440115103208",
            "/collect/");

    private final Service service;

    CollectorIdentityTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void theIdentityOfACollectorNeverLeavesTheStaffOfTheArea() throws IOException {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        Adopted adopted = adopted(officer);
        service.catchUp();
        Map<String, Client> strangers = new LinkedHashMap<>();
        strangers.put("visitor", service.visitor());
        strangers.put("another collector", service.program(Role.COLLECTOR, "440115"));
        strangers.put("merchant", service.program(Role.MERCHANT, "440115"));
        strangers.put("inspector", service.program(Role.BOUNDARY_INSPECTOR, "440115"));
        strangers.put("officer elsewhere", service.program(Role.NAMING_OFFICER, "440113"));
        strangers.put("reviewer elsewhere", service.program(Role.REVIEWER, "440113"));
        List<String> told = new ArrayList<>();
        int asked = 0;
        for (String path : paths(adopted)) {
            for (Map.Entry<String, Client> stranger : strangers.entrySet()) {
                String words = words(stranger.getValue().get(path));
                asked++;
                if (PERSONAL.stream().anyMatch(words::contains)) {
                    told.add(path + " tells " + stranger.getKey());
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void theStaffOfTheAreaKnowsWhoToAsk() {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        Adopted adopted = adopted(officer);
        for (Role role : List.of(Role.NAMING_OFFICER, Role.REVIEWER, Role.ADMINISTRATOR)) {
            Client staff = service.program(role, "440115");
            assertThat(staff.get(DESK + "/reports/" + adopted.report)
                            .hasStatus(200)
                            .text())
                    .contains("隐名采集员", "隐名讲述人");
            assertThat(staff.get(DESK + "/collectors?campaign=" + adopted.campaign)
                            .hasStatus(200)
                            .text())
                    .contains("13955550142");
        }
        assertThat(adopted.collector.get("/api/v1/collection/reports").text()).doesNotContain("13955550142");
    }

    /** A report that became a record, and the numbers by which it can be asked for. */
    private record Adopted(long place, long report, long campaign, UUID client, UUID file, Client collector) {}

    private Adopted adopted(Client officer) {
        long campaign = officer.post(DESK + "/campaigns", CollectionRequests.CAMPAIGN)
                .json()
                .get("id")
                .asLong();
        String code = officer.post(DESK + "/campaigns/" + campaign + "/invitations", CollectionRequests.INVITATION)
                .json()
                .get("code")
                .asString();
        JsonNode pass = service.visitor()
                .post("/api/v1/collection/passes", """
                        {"code": "%s", "device": "%s", "name": "隐名采集员", "phone": "13955550142"}""".formatted(code, UUID.randomUUID()), "X-CSRF-TOKEN", "")
                .json();
        Client collector = service.visitor().withKey(pass.get("token").asString());
        UUID client = UUID.randomUUID();
        UUID file = UUID.randomUUID();
        byte[] sound = Recordings.wav((int) (System.nanoTime() % 900) + 100);
        String body = CollectionRequests.report(
                        "[{\"id\": \"%s\", \"kind\": \"VOICE\", \"bytes\": %d}]".formatted(file, sound.length))
                .replace("陈伯的母亲", "隐名讲述人");
        collector.put("/api/v1/collection/reports/" + client, body).hasStatus(200);
        collector
                .putBytes("/api/v1/collection/uploads/" + file + "?offset=0", sound)
                .hasStatus(200);
        long report = service.core
                .db()
                .sql("SELECT id FROM collection_report WHERE client_id = :id")
                .param("id", client.toString())
                .getLong();
        JsonNode card = officer.get(DESK + "/reports/" + report).json();
        officer.post(
                        DESK + "/reports/" + report + "/steps",
                        "{\"action\": \"ACCEPT\"}",
                        "If-Match",
                        "\"" + card.get("report").get("version").asInt() + "\"")
                .hasStatus(200);
        long place = officer.get(DESK + "/reports/" + report)
                .json()
                .get("report")
                .get("resultPlaceId")
                .asLong();
        return new Adopted(place, report, campaign, client, file, collector);
    }

    /** Every reading operation of the contract, asked about the report, its campaign and the record that came of it. */
    private static List<String> paths(Adopted adopted) {
        List<String> paths = new ArrayList<>();
        for (Contract.Operation operation : Contract.read().operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("changes")) {
                String path = operation
                        .path()
                        .replace("{id}", Long.toString(adopted.place))
                        .replace("{reportId}", Long.toString(adopted.report))
                        .replace("{campaignId}", Long.toString(adopted.campaign))
                        .replace("{clientId}", adopted.client.toString())
                        .replace("{fileId}", adopted.file.toString())
                        .replace("{code}", "440115103208")
                        .replace("{division}", "440115103208")
                        .replaceAll("\\{form\\}|\\{format\\}", "docx")
                        .replaceAll("\\{[a-zA-Z0-9]+\\}", "1");
                paths.add(path + "?division=440115103208&q=%E4%BA%95%E5%A4%B4&lon=113.45&lat=22.91&limit=50&year=2026"
                        + "&bbox=113.44,22.90,113.46,22.92&ids=" + adopted.place + "&name=%E4%BA%95%E5%A4%B4%E5%B7%B7");
            }
        }
        ELSEWHERE.stream().map(path -> path.formatted(adopted.place)).forEach(paths::add);
        return paths;
    }

    /** All words of an answer: a Word or Excel file is a ZIP of XML. */
    private static String words(Answer answer) throws IOException {
        byte[] body = answer.response().body();
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return answer.text();
        }
        StringBuilder words = new StringBuilder();
        Path file = Files.createTempFile("answer", ".zip");
        Files.write(file, body);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                words.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return words.toString();
    }
}
