package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.api.generated.model.MatchKind;
import cn.diming.api.generated.model.NameKind;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.search.SearchKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Engines.class)
class RegisterFlowTest {

    private static final String POINT = "{\"type\": \"Point\", \"coordinates\": [113.4512345678, 22.9112345678]}";

    private final Service service;

    RegisterFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void anOfficerRegistersAPlaceChangesItAndDeletesIt() {
        Client officer = service.member(Role.NAMING_OFFICER, "440115");
        Answer created = officer.post("/api/v1/places", """
                {"kind": "PLACE", "name": "南坪", "classCode": "22200", "source": "2026 年实地采集",
                 "attributes": {"elevationMetres": 86, "description": "平地"}, "geometry": %s}""".formatted(POINT)).hasStatus(201);
        long id = created.json().get("id").asLong();
        assertThat(created.header("Location")).endsWith("/api/v1/places/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().get("status").asString()).isEqualTo("RECORDED");
        assertThat(created.json().get("className").asString()).isEqualTo("农村居民点");
        assertThat(created.json().get("address").asString()).isEqualTo("广东省广州市南沙区东涌镇大稳村");
        assertThat(created.json().at("/attributes/elevationMetres").asInt()).isEqualTo(86);

        officer.patch("/api/v1/places/" + id, "{\"meaning\": \"南边的平地\"}").isProblem(428);
        officer.patch("/api/v1/places/" + id, "{\"meaning\": \"南边的平地\"}", "If-Match", "\"7\"")
                .isProblem(412);
        Answer changed =
                officer.patch("/api/v1/places/" + id, """
                {"meaning": "南边的平地", "attributes": {"elevationMetres": "", "residents": 120}, "reason": "实地核对"}""", "If-Match", "\"1\"").hasStatus(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().at("/attributes/elevationMetres").isMissingNode())
                .isTrue();
        assertThat(changed.json().at("/attributes/residents").asInt()).isEqualTo(120);
        officer.patch("/api/v1/places/" + id, "{\"meaning\": \"晚了\"}", "If-Match", "\"1\"")
                .isProblem(412);

        JsonNode history = service.visitor()
                .get("/api/v1/places/" + id + "/history")
                .hasStatus(200)
                .json();
        assertThat(history.at("/entries/0/action").asString()).isEqualTo("UPDATED");
        assertThat(history.at("/entries/0/reason").asString()).isEqualTo("实地核对");
        assertThat(history.at("/entries/0/version").asInt()).isEqualTo(2);
        assertThat(history.at("/entries/0/actor").asString()).isEqualTo("南沙区地名管理员");
        assertThat(history.at("/entries/0/changes")
                        .valueStream()
                        .map(change -> change.get("field").asString()))
                .contains("meaning");
        assertThat(history.at("/entries/1/action").asString()).isEqualTo("CREATED");

        officer.delete("/api/v1/places/" + id).isProblem(428);
        officer.delete("/api/v1/places/" + id, "If-Match", "\"2\"").hasStatus(204);
        officer.get("/api/v1/places/" + id).isProblem(404);
    }

    @Test
    void aStandardNameIsNeitherMovedNorDeletedHere() {
        Client officer = service.member(Role.NAMING_OFFICER, "440115");
        long id = standardPlace();
        Answer moved = officer.patch("/api/v1/places/" + id, "{\"geometry\": %s}".formatted(POINT), "If-Match", "\"1\"")
                .isProblem(422);
        assertThat(moved.json().at("/findings/0/severity").asString()).isEqualTo("ERROR");
        officer.delete("/api/v1/places/" + id, "If-Match", "\"1\"").isProblem(422);
        officer.patch("/api/v1/places/" + id, "{\"attributes\": {\"status\": \"RETIRED\"}}", "If-Match", "\"1\"")
                .isProblem(422);
        officer.patch(
                        "/api/v1/places/" + id,
                        "{\"attributes\": {\"divisionCode\": \"440113000000\"}}",
                        "If-Match",
                        "\"1\"")
                .isProblem(422);
    }

    @Test
    void theCardTellsNamesRegistrationsDivisionsAndCoordinatesInTheSystemAskedFor() {
        long id = standardPlace();
        Client visitor = service.visitor();
        JsonNode card = visitor.get("/api/v1/places/" + id).hasStatus(200).json();
        assertThat(card.get("names").valueStream().map(name -> name.get("text").asString()))
                .containsExactly("李家坪", "李家庄");
        assertThat(card.at("/names/1/from").asString()).isEqualTo("1912");
        assertThat(card.at("/registrations/0/className").asString()).isEqualTo("行政村");
        assertThat(card.get("divisions")
                        .valueStream()
                        .map(division -> division.get("name").asString()))
                .containsExactly("广东省", "广州市", "南沙区", "东涌镇", "大稳村");
        assertThat(card.at("/divisions/3/level").asString()).isEqualTo("TOWNSHIP");
        assertThat(card.at("/geometry/coordinates/0").asDouble()).isEqualTo(113.451235);
        JsonNode projected = visitor.get("/api/v1/places/" + id + "?crs=EPSG:4547")
                .hasStatus(200)
                .json();
        assertThat(projected.get("lon").asDouble()).isBetween(443_000.0, 444_000.0);
        assertThat(projected.get("crs").asString()).isEqualTo("EPSG:4547");
        JsonNode shifted = visitor.get("/api/v1/places/" + id + "?crs=GCJ-02")
                .hasStatus(200)
                .json();
        assertThat(shifted.get("lon").asDouble() - card.get("lon").asDouble()).isBetween(0.004, 0.007);
        JsonNode officers = service.program(Role.REVIEWER, "")
                .get("/api/v1/places/" + id)
                .hasStatus(200)
                .json();
        assertThat(officers.at("/geometry/coordinates/0").asDouble()).isEqualTo(113.45123457);
    }

    @Test
    void whatIsRegisteredIsFoundAndTellsItsNeighbours() {
        Client officer = service.member(Role.NAMING_OFFICER, "440115");
        long first = create(officer, "朝阳东大围", "[113.4521, 22.9121]");
        long second = create(officer, "朝阳西大围", "[113.4522, 22.9131]");
        service.catchUp();
        JsonNode hits = service.visitor()
                .get("/api/v1/search?q=%E6%9C%9D%E9%98%B3%E4%B8%9C%E5%A4%A7%E5%9B%B4&near=113.45,22.91")
                .hasStatus(200)
                .json();
        assertThat(hits.at("/hits/0/id").asLong()).isEqualTo(first);
        assertThat(hits.at("/hits/0/distanceMetres").asDouble()).isPositive();
        JsonNode typed = service.visitor()
                .get("/api/v1/suggest?q=cyddw&limit=20")
                .hasStatus(200)
                .json();
        assertThat(typed.get("hits").valueStream().map(hit -> hit.get("id").asLong()))
                .contains(first);
        JsonNode card =
                service.visitor().get("/api/v1/places/" + first).hasStatus(200).json();
        assertThat(card.get("neighbours")
                        .valueStream()
                        .map(near -> near.get("id").asLong()))
                .contains(second);
        JsonNode at = service.visitor()
                .get("/api/v1/reverse?lon=113.4521&lat=22.9122")
                .hasStatus(200)
                .json();
        assertThat(at.get("address").asString()).isEqualTo("广东省广州市南沙区东涌镇大稳村");
        assertThat(at.at("/nearest/0/id").asLong()).isEqualTo(first);
    }

    @Test
    void aStatusThatOnlyItsSourceKnowsStillHasACard() {
        long id = service.record(
                RecordKind.PLACE,
                Drafts.record(
                        Map.of("name", "李家坪", "category", "NATURAL_VILLAGE", "status", "已审"),
                        Drafts.point(113.45, 22.91)));
        JsonNode card =
                service.visitor().get("/api/v1/places/" + id).hasStatus(200).json();
        assertThat(card.get("status").asString()).isEqualTo("RECORDED");
    }

    @Test
    void aCodeFindsItsDivision() {
        service.catchUp();
        JsonNode hit = service.visitor()
                .get("/api/v1/search?q=440115103208&explain=true")
                .hasStatus(200)
                .json()
                .at("/hits/0");
        assertThat(hit.get("name").asString()).isEqualTo("大稳村");
        assertThat(hit.get("matchKind").asString()).isEqualTo("CODE");
    }

    /** An answer that the contract has no word for would be a fault of ours. */
    @Test
    void whateverTheCoreSaysHasAWordInTheContract() {
        for (cn.diming.core.search.MatchKind kind : cn.diming.core.search.MatchKind.values()) {
            assertThat(MatchKind.fromValue(kind.name()).getValue()).isEqualTo(kind.name());
        }
        for (SearchKind kind : SearchKind.values()) {
            assertThat(cn.diming.api.generated.model.RecordKind.fromValue(kind.name()))
                    .isNotNull();
        }
        for (Role role : Role.values()) {
            assertThat(cn.diming.api.generated.model.Role.fromValue(role.name()))
                    .isNotNull();
        }
        for (RecordDraft.NameKind kind : RecordDraft.NameKind.values()) {
            assertThat(NameKind.fromValue(kind.name())).isNotNull();
        }
    }

    private static long create(Client officer, String name, String at) {
        return officer.post("/api/v1/places", """
                {"kind": "PLACE", "name": "%s", "geometry": {"type": "Point", "coordinates": %s}}""".formatted(name, at))
                .hasStatus(201)
                .json()
                .get("id")
                .asLong();
    }

    private long standardPlace() {
        String key = "s" + System.nanoTime();
        RecordDraft draft = new RecordDraft(
                key,
                Map.of(
                        "name",
                        "李家坪",
                        "category",
                        "NATURAL_VILLAGE",
                        "status",
                        "STANDARD",
                        "division_code",
                        "440115103208"),
                Optional.of(Drafts.point(113.4512345678, 22.9112345678)),
                List.of(new RecordDraft.Name(
                        "李家庄",
                        RecordDraft.NameKind.FORMER,
                        Optional.empty(),
                        Optional.of(LocalDate.of(1912, 1, 1)),
                        Optional.of(LocalDate.of(1952, 1, 1)))),
                List.of(new RecordDraft.Registration("21610", Optional.empty())));
        service.core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "普查", List.of(draft));
        return service.core
                .db()
                .sql("SELECT record_id FROM source_record WHERE source_key = :key")
                .param("key", key)
                .getLong();
    }
}
