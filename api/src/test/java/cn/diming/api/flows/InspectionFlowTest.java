package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A round from opening to filing, over HTTP, by two accounts. */
@ParameterizedClass
@EnumSource(Engines.class)
class InspectionFlowTest {

    private static final String ROUNDS = "/api/v1/inspections/rounds/";

    private final InspectionRequests site;
    private final Client left;
    private final Client right;
    private final long id;

    InspectionFlowTest(Engines engine) {
        Service service = Service.on(engine);
        site = new InspectionRequests(service);
        left = service.program(Role.BOUNDARY_INSPECTOR, InspectionRequests.LEFT);
        right = service.program(Role.BOUNDARY_INSPECTOR, InspectionRequests.RIGHT);
        site.clear();
        id = left.post("/api/v1/inspections/rounds", """
                {"lineId": %d, "kind": "REGULAR", "plan": %s}""".formatted(site.line.id(), InspectionRequests.plan()))
                .hasStatus(201)
                .json()
                .get("round")
                .get("id")
                .asLong();
    }

    @Test
    void twoAccountsBringARoundFromItsPlanToTheArchive() {
        atTheDesk();
        step(left, "{\"action\": \"BEGIN_FIELD\"}").hasStatus(200);
        assertThat(right.get("/api/v1/inspections/work").json().get("rounds").size())
                .isEqualTo(1);
        outside();
        step(right, "{\"action\": \"COMPILE\"}").hasStatus(200);
        sign(left).hasStatus(200);
        assertThat(sign(left).isProblem(422).text()).contains("第十二条");
        assertThat(step(left, filing()).isProblem(422).text()).contains("须双方签字");
        JsonNode signed = sign(right).hasStatus(200).json();
        assertThat(signed.get("round").get("state").asString()).isEqualTo("SIGNED_BOTH");
        assertThat(signed.get("signatures").get(0).get("holds").asBoolean()).isTrue();
        JsonNode filed = step(left, filing()).hasStatus(200).json();
        assertThat(filed.get("round").get("receiver").asString()).isEqualTo("南沙区人民政府");
        papers();
        assertThat(step(right, "{\"action\": \"REOPEN\", \"reason\": \"再看\"}")
                        .isProblem(422)
                        .text())
                .contains("已归档");
    }

    private void atTheDesk() {
        for (Client client : new Client[] {left, right}) {
            client.put(ROUNDS + id + "/own-side", InspectionRequests.SIDE).hasStatus(200);
            JsonNode items = client.get(ROUNDS + id).json().get("items");
            for (JsonNode item : items) {
                client.put(ROUNDS + id + "/answers/" + item.get("key").asString(), "{\"verdict\": \"FINE\"}")
                        .hasStatus(200);
            }
        }
    }

    private void outside() {
        byte[] jpeg = InspectionRequests.jpeg();
        UUID photo = UUID.randomUUID();
        String record = site.record(1)
                .replaceFirst(
                        "\\{\"revision\"",
                        "{\"photos\": [{\"id\": \"%s\", \"phase\": \"BEFORE\", \"bytes\": %d}], \"revision\""
                                .formatted(photo, jpeg.length));
        String path = ROUNDS + id + "/records/" + UUID.randomUUID();
        JsonNode kept = left.put(path, record).hasStatus(200).json();
        assertThat(kept.get("marker").get("offsetMetres").asDouble()).isBetween(1.0, 1.1);
        assertThat(left.put(path, record)
                        .hasStatus(200)
                        .json()
                        .get("files")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(photo.toString());
        String upload = "/api/v1/inspections/uploads/" + photo + "?offset=";
        assertThat(left.putBytes(upload + 0, Arrays.copyOf(jpeg, 100))
                        .json()
                        .get("offset")
                        .asInt())
                .isEqualTo(100);
        assertThat(left.putBytes(upload + 100, Arrays.copyOfRange(jpeg, 100, jpeg.length))
                        .json()
                        .get("complete")
                        .asBoolean())
                .isTrue();
        double length =
                left.get(ROUNDS + id).json().get("line").get("lengthMetres").asDouble();
        right.put(ROUNDS + id + "/records/" + UUID.randomUUID(), """
                {"revision": 1, "checkedAt": "2026-03-01T10:30:00+08:00", "segment": {"fromMetres": 0, "toMetres": %s,
                 "identifiable": true, "changes": "新修机耕路", "projects": [{"name": "排水渠", "bothConsented": true}], "interviews": 2}}""".formatted(length))
                .hasStatus(200);
    }

    private void papers() {
        for (String paper : new String[] {"report", "annex"}) {
            Answer pdf = right.get(ROUNDS + id + "/" + paper + ".pdf").hasStatus(200);
            assertThat(pdf.text()).startsWith("%PDF");
            assertThat(pdf.header("Content-Disposition")).contains(".pdf");
            assertThat(right.get(ROUNDS + id + "/" + paper + ".docx")
                            .hasStatus(200)
                            .text())
                    .startsWith("PK");
        }
    }

    private static String filing() {
        return "{\"action\": \"FILE\", \"filedOn\": \"2026-02-20\", \"receiver\": \"南沙区人民政府\"}";
    }

    private Answer sign(Client client) {
        String sha256 = client.get(ROUNDS + id).json().get("sha256").asString();
        return step(client, "{\"action\": \"SIGN\", \"sha256\": \"%s\"}".formatted(sha256));
    }

    private Answer step(Client client, String body) {
        String version = client.get(ROUNDS + id).header("ETag");
        return client.post(ROUNDS + id + "/steps", body, "If-Match", version);
    }
}
