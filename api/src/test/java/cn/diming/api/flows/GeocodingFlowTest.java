package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The public geocoding interface over HTTP, on both databases. */
@ParameterizedClass
@EnumSource(Engines.class)
class GeocodingFlowTest {

    private final Service service;
    private final Client visitor;

    GeocodingFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
        takeStreetWithDoors();
    }

    private void takeStreetWithDoors() {
        take(
                RecordKind.PLACE,
                draft(
                        "gs1",
                        Map.of("name", "银井路", "category", "STREET", "division_code", "440115103000"),
                        "LINESTRING (113.44 22.92, 113.45 22.92)",
                        List.of()));
        take(
                RecordKind.PLACE,
                draft(
                        "gs2",
                        Map.of("name", "玉泉街", "category", "STREET", "division_code", "440115103000"),
                        "LINESTRING (113.446 22.915, 113.446 22.925)",
                        List.of()));
        take(
                RecordKind.PLACE,
                draft(
                        "gv1",
                        Map.of(
                                "name",
                                "锦绣围",
                                "category",
                                "NATURAL_VILLAGE",
                                "class_code",
                                "22200",
                                "status",
                                "STANDARD",
                                "division_code",
                                "440115103208"),
                        "POINT (113.4461 22.9203)",
                        List.of(new RecordDraft.Name(
                                "红旗围",
                                RecordDraft.NameKind.FORMER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(LocalDate.of(1984, 5, 1))))));
        for (int number = 8; number <= 16; number += 4) {
            take(
                    RecordKind.DOOR_PLATE,
                    draft(
                            "gd" + number,
                            Map.of("street_name", "银井路", "number_text", number + "号", "division_code", "440115103208"),
                            "POINT (%s 22.9201)".formatted(113.44 + number * 0.0001),
                            List.of()));
        }
        service.catchUp();
    }

    @Test
    void anAnswerSaysWhatWasMatchedHowSurelyAndByWhatParts() {
        JsonNode hit = first("/api/v1/search?q=" + encoded("收货地址：东涌镇银井路12号"));
        assertThat(hit.get("sourceKey").asString()).isEqualTo("gd12");
        assertThat(hit.get("level").asString()).isEqualTo("DOOR");
        assertThat(hit.get("accuracy").asString()).isEqualTo("EXACT");
        assertThat(hit.get("confidence").asDouble()).isGreaterThan(0.9);
        assertThat(hit.get("components").toString()).contains("东涌镇", "银井路", "12号");
        assertThat(visitor.get("/api/v1/search?q=" + encoded("收货地址：东涌镇银井路12号"))
                        .json()
                        .get("ignored")
                        .toString())
                .contains("收货地址");
    }

    @Test
    void aDoorThatIsNotRegisteredStandsBetweenItsNeighboursOnTheSameSide() {
        JsonNode hit = first("/api/v1/search?q=" + encoded("东涌镇银井路10号"));
        assertThat(hit.get("sourceKey").asString()).isEqualTo("gs1");
        assertThat(hit.get("accuracy").asString()).isEqualTo("INTERPOLATED");
        assertThat(hit.get("lon").asDouble()).isBetween(113.4409, 113.4411);
    }

    @Test
    void aCrossingIsWhereTheStreetsMeet() {
        JsonNode hit = first("/api/v1/search?q=" + encoded("东涌镇银井路与玉泉街交叉口"));
        assertThat(hit.get("level").asString()).isEqualTo("CROSSING");
        assertThat(hit.get("lon").asDouble()).isBetween(113.4459, 113.4461);
        assertThat(hit.get("lat").asDouble()).isBetween(22.9199, 22.9201);
    }

    @Test
    void aFormerNameIsToldWithItsTime() {
        JsonNode hit = first("/api/v1/search?q=" + encoded("东涌镇大稳村红旗围"));
        assertThat(hit.get("name").asString()).isEqualTo("锦绣围");
        assertThat(hit.get("matchKind").asString()).isEqualTo("FORMER");
        assertThat(hit.get("matchedName").asString()).isEqualTo("红旗围");
        assertThat(hit.get("matchedPeriod").asString()).isEqualTo("/1984-05-01");
    }

    @Test
    void partsOfAnAddressDoAsWellAsOneText() {
        JsonNode hit = first(
                "/api/v1/search?town=%s&street=%s&number=%s".formatted(encoded("东涌镇"), encoded("银井路"), encoded("16号")));
        assertThat(hit.get("sourceKey").asString()).isEqualTo("gd16");
        visitor.get("/api/v1/search").isProblem(400);
    }

    @Test
    void filtersExclude() {
        String q = "/api/v1/search?q=" + encoded("银井路") + "&";
        assertThat(keys(q + "kinds=DOOR_PLATE")).isNotEmpty().allMatch(key -> key.startsWith("gd"));
        assertThat(keys(q + "levels=ROAD")).containsExactly("gs1");
        assertThat(keys(q + "division=440113")).isEmpty();
        assertThat(keys(q + "kinds=DOOR_PLATE&bbox=113.4411,22.9,113.4413,23")).containsExactly("gd12");
        assertThat(keys(q + "kinds=DOOR_PLATE&area="
                        + encoded("POLYGON ((113.4407 22.9, 113.4409 22.9, 113.4409 23, 113.4407 23, 113.4407 22.9))")))
                .containsExactly("gd8");
        assertThat(keys("/api/v1/search?q=" + encoded("锦绣围") + "&classes=222&statuses=STANDARD"))
                .containsExactly("gv1");
        assertThat(keys("/api/v1/search?q=" + encoded("锦绣围") + "&statuses=RETIRED"))
                .isEmpty();
        visitor.get(q + "area=" + encoded("POINT (1 1)")).isProblem(400);
        visitor.get(q + "format=pdf").isProblem(400);
    }

    @Test
    void coordinatesComeInAndGoOutInTheSystemThatIsNamed() {
        JsonNode gcj = visitor.get("/api/v1/search?q=" + encoded("东涌镇银井路12号") + "&crs=GCJ-02")
                .json()
                .get("hits")
                .get(0);
        JsonNode back = visitor.get("/api/v1/reverse?lon=%s&lat=%s&inputCrs=GCJ-02&radius=50"
                        .formatted(gcj.get("lon").asString(), gcj.get("lat").asString()))
                .json();
        assertThat(back.get("nearest").get(0).get("name").asString()).isEqualTo("银井路12号");
        JsonNode projected = visitor.get("/api/v1/search?q=" + encoded("东涌镇银井路12号") + "&crs=EPSG:3857")
                .json()
                .get("hits")
                .get(0);
        JsonNode mercator = visitor.get("/api/v1/reverse?lon=%s&lat=%s&inputCrs=EPSG:3857&radius=50"
                        .formatted(
                                projected.get("lon").asString(),
                                projected.get("lat").asString()))
                .json();
        assertThat(mercator.get("nearest").get(0).get("name").asString()).isEqualTo("银井路12号");
    }

    @Test
    void theSameAnswerComesAsGeoJsonGeocodeJsonAndTable() {
        String q = "/api/v1/search?limit=1&q=" + encoded("东涌镇银井路12号");
        JsonNode features = visitor.get(q + "&format=geojson").hasStatus(200).json();
        assertThat(features.get("features")
                        .get(0)
                        .get("properties")
                        .get("sourceKey")
                        .asString())
                .isEqualTo("gd12");
        JsonNode geocode = visitor.get(q, "Accept", "application/vnd.geocodejson+json")
                .hasStatus(200)
                .json();
        assertThat(geocode.get("geocoding").get("version").asString()).isEqualTo("0.1.0");
        assertThat(geocode.get("features")
                        .get(0)
                        .get("properties")
                        .get("geocoding")
                        .get("type")
                        .asString())
                .isEqualTo("house");
        Answer table = visitor.get(q + "&format=csv").hasStatus(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text()).contains("编号,种类,名称").contains("gd12");
    }

    @Test
    void whoHasTheAnswerIsToldSoUntilSomethingChanges() {
        String q = "/api/v1/search?q=" + encoded("锦绣围");
        String tag = visitor.get(q).header("ETag");
        assertThat(tag).startsWith("W/");
        assertThat(visitor.get(q, "If-None-Match", tag).status()).isEqualTo(304);
        take(
                RecordKind.PLACE,
                draft(
                        "gv" + System.nanoTime(),
                        Map.of("name", "新添围", "category", "NATURAL_VILLAGE", "division_code", "440115103208"),
                        "POINT (113.447 22.9203)",
                        List.of()));
        service.catchUp();
        assertThat(visitor.get(q, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void whatIsNearbyComesPageByPageNearestFirst() {
        String around = "/api/v1/nearby?lon=113.4408&lat=22.9201&radius=1000&kinds=DOOR_PLATE&limit=2";
        JsonNode page = visitor.get(around).hasStatus(200).json();
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(page.get("hits").get(0).get("sourceKey").asString()).isEqualTo("gd8");
        JsonNode next =
                visitor.get(around + "&cursor=" + page.get("next").asString()).json();
        assertThat(next.get("hits").get(0).get("sourceKey").asString()).isEqualTo("gd16");
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void recordsAreLookedUpByNumberAndCode() {
        JsonNode hit =
                visitor.get("/api/v1/lookup?codes=440115103208,gs1").json().get("hits");
        assertThat(hit.get(0).get("name").asString()).isEqualTo("大稳村");
        assertThat(hit.get(1).get("name").asString()).isEqualTo("银井路");
        String id = hit.get(1).get("id").asString();
        assertThat(visitor.get("/api/v1/lookup?ids=" + id)
                        .json()
                        .get("hits")
                        .get(0)
                        .get("sourceKey")
                        .asString())
                .isEqualTo("gs1");
        visitor.get("/api/v1/lookup").isProblem(400);
    }

    @Test
    void namesAreCountedByDivisionAndClassWrittenAndSpokenTheSame() {
        JsonNode same = visitor.get("/api/v1/name-counts?name=" + encoded("银井路") + "&division=44")
                .json();
        assertThat(same.get("total").asInt()).isEqualTo(1);
        assertThat(same.get("byDivision").get(0).get("name").asString()).isEqualTo("广州市");
        assertThat(visitor.get("/api/v1/name-counts?name=" + encoded("寅井路"))
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(visitor.get("/api/v1/name-counts?sameness=SOUND&name=" + encoded("吟景路"))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void manyQueriesAreAnsweredAtOnceAndNeedNoCsrfHeader() {
        JsonNode results =
                visitor.post("/api/v1/batch", """
                {"queries": [{"id": "a", "q": "东涌镇银井路12号"}, {"id": "b", "q": "qqqq"}]}""").hasStatus(200).json().get("results");
        assertThat(results.get(0).get("id").asString()).isEqualTo("a");
        assertThat(results.get(0).get("hits").get(0).get("sourceKey").asString())
                .isEqualTo("gd12");
        assertThat(results.get(1).get("hits").isEmpty()).isTrue();
    }

    @Test
    void aTableIsLookedUpInTheBackground() {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        JsonNode job = officer.post("/api/v1/geocode-jobs?fileName=" + encoded("地址.csv"), """
                [{"no": 1, "地址": "东涌镇银井路12号"}, {"no": 2, "地址": "没有这个地方"}]""")
                .hasStatus(202)
                .json();
        String path = "/api/v1/geocode-jobs/" + job.get("id").asString();
        JsonNode done = awaitEnd(officer, path);
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("done").asInt()).isEqualTo(2);
        assertThat(done.get("matched").asInt()).isEqualTo(1);
        assertThat(officer.get(path + "/result").hasStatus(200).text())
                .contains("no,地址,匹配名称")
                .contains("gd12");
        service.program(Role.NAMING_OFFICER, "440115").get(path).isProblem(404);
        officer.delete(path).hasStatus(204);
        officer.get(path).isProblem(404);
        officer.post("/api/v1/geocode-jobs", "[{\"x\": 1}]").isProblem(422);
        officer.post("/api/v1/geocode-jobs", "[]").isProblem(422);
        officer.post("/api/v1/geocode-jobs", "[{").isProblem(422);
    }

    @Test
    void whatIsLookedForInVainIsKeptWithoutPersons() {
        String openSea = "&bbox=119.00,16.00,119.01,16.01";
        visitor.get("/api/v1/search?q=" + encoded("龘靐齉爩 13800138000") + openSea).hasStatus(200);
        String kept = service.program(Role.NAMING_OFFICER, "440115")
                .get("/api/v1/zero-results")
                .hasStatus(200)
                .text();
        assertThat(kept).contains("龘靐齉爩").doesNotContain("13800138000");
    }

    private static JsonNode awaitEnd(Client client, String path) {
        long end = System.nanoTime() + 30_000_000_000L;
        JsonNode job = client.get(path).json();
        while (!List.of("DONE", "FAILED").contains(job.get("state").asString()) && System.nanoTime() < end) {
            Thread.onSpinWait();
            job = client.get(path).json();
        }
        return job;
    }

    private JsonNode first(String path) {
        return visitor.get(path).hasStatus(200).json().get("hits").get(0);
    }

    private List<String> keys(String path) {
        return visitor.get(path).hasStatus(200).json().get("hits").findValuesAsString("sourceKey");
    }

    private void take(RecordKind kind, RecordDraft draft) {
        service.core.intake().take(Actor.OPERATOR, kind, "geocoding-flow", List.of(draft));
    }

    private static RecordDraft draft(String key, Map<String, Object> values, String wkt, List<RecordDraft.Name> names) {
        return new RecordDraft(key, values, Optional.of(Drafts.wkt(wkt)), names, List.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
