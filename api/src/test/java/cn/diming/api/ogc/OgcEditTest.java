package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OGC API Features Part 4: the rules and rights of the desk hold, with preconditions. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcEditTest {

    private static final String PLACES = "/ogc/collections/places/items";
    private static final String PLACE = """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.4512, 22.9055]},
             "properties": {"name": "编辑围", "category": "NATURAL_VILLAGE", "meaning": "小围", "rank": 4}}""";

    private final Service service;
    private final Client officer;

    OgcEditTest(Engines engine) {
        this.service = Service.on(engine);
        this.officer = service.program(Role.NAMING_OFFICER, "440115");
    }

    @Test
    @DisplayName("/conf/create-replace-delete/insert-*, /conf/optimistic-locking-etags")
    void aFeatureIsCreatedReadChangedReplacedAndDeleted() {
        Answer made = officer.post(PLACES, PLACE, "Content-Type", "application/geo+json")
                .hasStatus(201);
        String item = made.header("Location").replace(service.url(), "");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(properties(item).path("divisionCode").asString()).isEqualTo(OgcData.DIVISION);
        assertThat(properties(item).path("status").asString()).isEqualTo("RECORDED");

        Answer patched = officer.patch(item, """
                {"properties": {"meaning": null, "origin": "围垦"}}""", "If-Match", "\"1\"", "Content-Type", "application/merge-patch+json");
        assertThat(patched.hasStatus(200).header("ETag")).isEqualTo("\"2\"");
        assertThat(properties(item).path("meaning").isNull()).isTrue();
        assertThat(properties(item).path("origin").asString()).isEqualTo("围垦");

        ObjectNode whole = (ObjectNode) officer.get(item).json();
        whole.withObject("/properties").remove("origin");
        Answer replaced = put(item, whole, "\"2\"").hasStatus(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"3\"");
        assertThat(properties(item).path("origin").isNull()).isTrue();
        assertThat(properties(item).path("rank").asInt()).isEqualTo(4);

        officer.delete(item, "If-Match", "\"3\"").hasStatus(204);
        officer.get(item).isProblem(404);
    }

    @Test
    @DisplayName("/conf/optimistic-locking-etags: 428 without, 412 with a stale If-Match")
    void changesNeedTheVersionTheyAreBasedOn() {
        String item = PLACES + "/" + OgcData.make(service, FeatureType.PLACES);
        ObjectNode whole = (ObjectNode) officer.get(item).json();
        officer.patch(item, "{}").isProblem(428);
        officer.delete(item).isProblem(428);
        officer.send("PUT", item, Optional.of(whole.toString())).isProblem(428);
        officer.patch(item, "{\"properties\": {\"meaning\": \"甲\"}}", "If-Match", "\"9\"")
                .isProblem(412);
        officer.delete(item, "If-Match", "\"9\"").isProblem(412);
        put(item, whole, "\"9\"").isProblem(412);
        officer.patch(item, "{}", "If-Match", "x").isProblem(400);
        officer.get(item).hasStatus(200);
    }

    @Test
    void aNameChangesOnlyAsTheDeskAllows() {
        String item = PLACES + "/" + OgcData.make(service, FeatureType.PLACES);
        for (String change :
                List.of("\"name\": \"另名围\"", "\"status\": \"STANDARD\"", "\"divisionCode\": \"440113000000\"")) {
            officer.patch(item, "{\"properties\": {" + change + "}}", "If-Match", "\"1\"")
                    .isProblem(422);
        }
        assertThat(officer.patch(item, "{\"properties\": {\"name\": \"另名围\"}}", "If-Match", "\"1\"")
                        .text())
                .contains("地名管理条例第四条");
        ObjectNode renamed = (ObjectNode) officer.get(item).json();
        renamed.withObject("/properties").put("name", "另名围");
        put(item, renamed, "\"1\"").isProblem(422);
        officer.post(PLACES, PLACE.replace("\"rank\"", "\"status\": \"STANDARD\", \"rank\""))
                .isProblem(422);
        assertThat(officer.get(item).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aStandardNameIsNeitherMovedNorDeleted() {
        long id = OgcData.make(service, FeatureType.PLACES);
        service.core
                .journal()
                .write(
                        Actor.OPERATOR,
                        changes -> service.core
                                .store()
                                .update(
                                        changes,
                                        service.core.records().get(id),
                                        Map.of("status", Optional.of("STANDARD")),
                                        Optional.empty()));
        String item = PLACES + "/" + id;
        ObjectNode same = (ObjectNode) officer.get(item).json();
        put(item, same, "\"2\"").hasStatus(200);
        officer.patch(
                        item,
                        "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [113.46, 22.92]}}",
                        "If-Match",
                        "\"3\"")
                .isProblem(422);
        officer.delete(item, "If-Match", "\"3\"").isProblem(422);
    }

    @Test
    void legalBoundaryLinesCannotBeMoved() {
        Client inspector = service.program(Role.BOUNDARY_INSPECTOR, "440115");
        String items = "/ogc/collections/boundary-lines/items";
        String item = items + "/" + OgcData.make(service, FeatureType.BOUNDARY_LINES);
        String elsewhere =
                "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[113.4, 22.9], [113.5, 22.9]]}}";
        assertThat(inspector
                        .patch(item, elsewhere, "If-Match", "\"1\"")
                        .isProblem(422)
                        .text())
                .contains("行政区域界线管理条例");
        inspector.delete(item, "If-Match", "\"1\"").isProblem(422);
        JsonNode line = inspector.get(item).hasStatus(200).json();
        inspector.post(items, line.toString()).isProblem(422);
        put(inspector, item, line, "\"1\"").hasStatus(200);
        inspector
                .patch(item, "{\"properties\": {\"agreement\": \"协议书\"}}", "If-Match", "\"2\"")
                .isProblem(422);
    }

    @Test
    void coordinatesMayComeInTheSystemOfContentCrs() {
        String swapped = PLACE.replace("[113.4512, 22.9055]", "[22.9055, 113.4512]");
        String crs = "<http://www.opengis.net/def/crs/EPSG/0/4490>";
        String item = officer.post(PLACES, swapped, "Content-Crs", crs)
                .hasStatus(201)
                .header("Location")
                .replace(service.url(), "");
        assertThat(officer.get(item).json().at("/geometry/coordinates").get(0).asDouble())
                .isEqualTo(113.4512);
        officer.post(PLACES, swapped).isProblem(400);
        officer.post(PLACES, swapped, "Content-Crs", "<x>").isProblem(400);
    }

    @Test
    void whatIsNoFeatureIsRefused() {
        String item = PLACES + "/" + OgcData.make(service, FeatureType.PLACES);
        for (String body : List.of(
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"type\": \"FeatureCollection\"}",
                PLACE.replace("\"coordinates\": [113.4512, 22.9055]", "\"coordinates\": \"x\""),
                PLACE.replace("\"Point\"", "\"Curve\""),
                PLACE.replace("[113.4512, 22.9055]", "[]"),
                "[".repeat(5_000))) {
            officer.post(PLACES, body).isProblem(400);
        }
        for (String body : List.of(
                PLACE.replace("\"meaning\"", "\"nothing\""),
                PLACE.replace("\"rank\": 4", "\"rank\": \"x\""),
                PLACE.replace("\"rank\": 4", "\"rank\": 99999999999"),
                PLACE.replace("编辑围", ""),
                PLACE.replace("NATURAL_VILLAGE", "STREET"),
                PLACE.replace("NATURAL_VILLAGE", "NONSENSE"),
                PLACE.replace("\"rank\": 4", "\"validFrom\": \"2001-02-30\""))) {
            officer.post(PLACES, body).isProblem(422);
        }
        officer.patch(item, "{\"properties\": []}", "If-Match", "\"1\"").isProblem(400);
        officer.post(PLACES, PLACE, "Content-Type", "text/plain").isProblem(415);
        officer.post(PLACES + "?x=1", PLACE).isProblem(400);
        officer.post("/ogc/collections/places", PLACE).isProblem(405);
        officer.post("/ogc/collections/nothing/items", PLACE).isProblem(404);
    }

    @Test
    void everyEditStandsInTheAuditLog() {
        String item =
                officer.post(PLACES, PLACE).hasStatus(201).header("Location").replace(service.url(), "");
        long id = Long.parseLong(item.replaceAll(".*/", ""));
        officer.patch(item, "{\"properties\": {\"meaning\": \"大围\"}}", "If-Match", "\"1\"")
                .hasStatus(200);
        officer.delete(item, "If-Match", "\"2\"").hasStatus(204);
        assertThat(service.administrator().get("/api/v1/audit?recordId=" + id).text())
                .contains("create")
                .contains("update")
                .contains("delete");
    }

    private JsonNode properties(String item) {
        return officer.get(item).hasStatus(200).json().path("properties");
    }

    private Answer put(String item, JsonNode feature, String version) {
        return put(officer, item, feature, version);
    }

    private static Answer put(Client client, String item, JsonNode feature, String version) {
        return client.send(
                "PUT",
                item,
                Optional.of(JsonMapper.shared().writeValueAsString(feature)),
                "If-Match",
                version,
                "Content-Type",
                "application/geo+json");
    }
}
