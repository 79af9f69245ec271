package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What clients of Photon, Nominatim, 国家地名信息库 and 天地图 ask and read. */
@ParameterizedClass
@EnumSource(Engines.class)
class ForeignClientsFlowTest {

    private final Client visitor;

    ForeignClientsFlowTest(Engines engine) {
        Service service = Service.on(engine);
        this.visitor = service.visitor();
        service.core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        "foreign-flow",
                        List.of(new RecordDraft(
                                "fs1",
                                Map.of("name", "锦带河路", "category", "STREET", "division_code", "440115103000"),
                                Optional.of(Drafts.wkt("LINESTRING (113.44 22.93, 113.45 22.93)")),
                                List.of(),
                                List.of())));
        service.core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DOOR_PLATE,
                        "foreign-flow",
                        List.of(new RecordDraft(
                                "fd1",
                                Map.of("street_name", "锦带河路", "number_text", "6号", "division_code", "440115103208"),
                                Optional.of(Drafts.point(113.4421, 22.9301)),
                                List.of(),
                                List.of())));
        service.catchUp();
    }

    @Test
    void photonAnswersFlatGeoJsonWithAndWithoutSlashAndTakesAFractionalZoom() {
        for (String path : List.of("/photon/api", "/photon/api/")) {
            JsonNode feature = visitor.get(path + "?q=" + encoded("锦带河路6号") + "&lat=22.9&lon=113.4&zoom=13.7&unknown=1")
                    .hasStatus(200)
                    .json()
                    .get("features")
                    .get(0);
            JsonNode properties = feature.get("properties");
            assertThat(properties.get("housenumber").asString()).isEqualTo("6号");
            assertThat(properties.get("street").asString()).isEqualTo("锦带河路");
            assertThat(properties.get("city").asString()).isEqualTo("广州市");
            assertThat(properties.get("state").asString()).isEqualTo("广东省");
            assertThat(properties.get("countrycode").asString()).isEqualTo("CN");
            assertThat(properties.get("osm_type").asString()).isEqualTo("N");
            assertThat(feature.get("geometry").get("coordinates").get(0).asDouble())
                    .isBetween(113.442, 113.4422);
        }
    }

    @Test
    void photonStructuredReverseAndStatusAnswer() {
        JsonNode door = visitor.get(
                        "/photon/structured?city=%s&street=%s&housenumber=6".formatted(encoded("南沙区"), encoded("锦带河路")))
                .json();
        assertThat(door.get("features").get(0).get("properties").get("street").asString())
                .isEqualTo("锦带河路");
        JsonNode near = visitor.get("/photon/reverse/?lat=22.9302&lon=113.4421").json();
        assertThat(near.get("features").get(0).get("properties").get("type").asString())
                .isEqualTo("house");
        assertThat(visitor.get("/photon/reverse?lat=22.9302&lon=113.4421&layer=street")
                        .json()
                        .toString())
                .contains("锦带河路")
                .contains("\"street\"");
        assertThat(visitor.get("/photon/status").json().get("status").asString())
                .isEqualTo("Ok");
    }

    @Test
    void photonRefusesAsPhotonDoes() {
        assertThat(visitor.get("/photon/api")
                        .hasStatus(400)
                        .json()
                        .get("message")
                        .asString())
                .contains("missing search term");
        assertThat(visitor.get("/photon/reverse?lat=99&lon=1")
                        .hasStatus(400)
                        .json()
                        .get("lat")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo("99");
        visitor.get("/photon/api?q=a&limit=0").hasStatus(400);
        visitor.get("/photon/api?q=a&bbox=1,2").hasStatus(400);
        visitor.get("/photon/api?q=a&layer=moon").hasStatus(400);
    }

    @Test
    void nominatimSearchHasTheFieldsThatQgisAndGeopyRead() {
        JsonNode hit = visitor.get("/nominatim/search?format=json&addressdetails=1&viewbox=113.4,22.8,113.5,23&q="
                        + encoded("锦带河路6号"))
                .hasStatus(200)
                .json()
                .get(0);
        assertThat(hit.get("lat").asString()).matches("\\d+\\.\\d{7}");
        assertThat(hit.get("class").asString()).isEqualTo("place");
        assertThat(hit.get("osm_type").asString()).isEqualTo("node");
        assertThat(hit.get("display_name").asString()).startsWith("6号, 锦带河路, 大稳村, 东涌镇, 南沙区, 广州市, 广东省, 中国");
        assertThat(hit.get("boundingbox").size()).isEqualTo(4);
        assertThat(hit.get("address").get("road").asString()).isEqualTo("锦带河路");
        assertThat(hit.get("address").get("adcode").asString()).isEqualTo("440115");
        assertThat(visitor.get("/nominatim/search?q=" + encoded("锦带河路"))
                        .json()
                        .get(0)
                        .has("category"))
                .isTrue();
        assertThat(visitor.get("/nominatim/search?q=xyzzyq&format=json").text()).isEqualTo("[]");
        assertThat(visitor.get("/nominatim/search?countrycodes=de&q=" + encoded("锦带河路"))
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void nominatimSpeaksItsFiveFormats() {
        String q = "/nominatim/search?q=" + encoded("锦带河路") + "&format=";
        assertThat(visitor.get(q + "xml").text()).contains("<searchresults").contains("<place ");
        assertThat(visitor.get(q + "geojson&polygon_geojson=1")
                        .json()
                        .get("features")
                        .get(0)
                        .get("geometry")
                        .get("type")
                        .asString())
                .isEqualTo("LineString");
        assertThat(visitor.get(q + "geocodejson")
                        .json()
                        .get("features")
                        .get(0)
                        .get("properties")
                        .get("geocoding")
                        .get("type")
                        .asString())
                .isEqualTo("street");
        assertThat(visitor.get(q + "jsonv2&polygon_text=1").text()).contains("LINESTRING");
        assertThat(visitor.get(q + "jsonv2&polygon_kml=1").text()).contains("<LineString>");
        assertThat(visitor.get(q + "jsonv2&polygon_svg=1").text()).contains("\"svg\":\"M ");
        assertThat(visitor.get(q + "json&json_callback=cb").text()).startsWith("cb([");
        assertThat(visitor.get(q + "pdf")
                        .hasStatus(400)
                        .json()
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void nominatimReverseLookupDetailsAndStatusAnswer() {
        Answer usual =
                visitor.get("/nominatim/reverse?lat=22.9302&lon=113.4421").hasStatus(200);
        assertThat(usual.header("Content-Type")).startsWith("text/xml");
        assertThat(usual.text()).contains("<house_number>6号</house_number>");
        JsonNode village = visitor.get("/nominatim/reverse?lat=22.91&lon=113.45&zoom=13&format=jsonv2")
                .json();
        assertThat(village.get("addresstype").asString()).isEqualTo("village");
        JsonNode street = visitor.get("/nominatim/reverse?lat=22.9302&lon=113.4421&zoom=16&format=json")
                .json();
        String id = street.get("osm_id").asString();
        assertThat(visitor.get("/nominatim/lookup?format=json&osm_ids=N" + id + ",W1")
                        .json()
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("锦带河路");
        assertThat(visitor.get("/nominatim/details?format=json&addressdetails=1&place_id=" + id)
                        .json()
                        .get("localname")
                        .asString())
                .isEqualTo("锦带河路");
        visitor.get("/nominatim/details?place_id=9007199254740991").hasStatus(404);
        assertThat(visitor.get("/nominatim/reverse?lat=0&lon=-30&format=json")
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("Unable to geocode");
        assertThat(visitor.get("/nominatim/reverse?lat=100&lon=0")
                        .hasStatus(400)
                        .text())
                .contains("<error><code>400</code>");
        assertThat(visitor.get("/nominatim/status").text()).isEqualTo("OK");
        assertThat(visitor.get("/nominatim/status?format=json")
                        .json()
                        .get("status")
                        .asInt())
                .isZero();
        assertThat(visitor.get("/nominatim/search?format=json")
                        .hasStatus(400)
                        .json()
                        .get("error")
                        .get("message")
                        .asString())
                .isEqualTo("Nothing to search for.");
        assertThat(visitor.get("/nominatim/search.php?format=json&q=22.9302,113.4421")
                        .json()
                        .get(0)
                        .get("display_name")
                        .asString())
                .startsWith("6号");
    }

    @Test
    void theMinistrysDatabaseIsSpokenAsItsDocumentsSay() {
        JsonNode divisions =
                visitor.get("/dmfw/9095/xzqh/getList?code=440115&maxLevel=2").json();
        assertThat(divisions.get("status").asInt()).isEqualTo(200);
        assertThat(divisions.get("data").get(0).get("name").asString()).isEqualTo("东涌镇");
        JsonNode villages = divisions.get("data").get(0).get("children");
        assertThat(StreamSupport.stream(villages.spliterator(), false)
                        .map(village -> village.get("name").asString()))
                .contains("大稳村");
        JsonNode names = visitor.get("/dmfw/9095/stname/listPub?searchType=" + encoded("精确") + "&code=440115&stName="
                        + encoded("锦带河路"))
                .json();
        assertThat(names.get("total").asInt()).isEqualTo(1);
        JsonNode record = names.get("records").get(0);
        assertThat(record.get("province_name").asString()).isEqualTo("广东省");
        assertThat(record.get("area").asString()).isEqualTo("440115");
        JsonNode details = visitor.post(
                        "/dmfw/9095/stname/detailsPub",
                        "{\"id\": \"%s\"}".formatted(record.get("id").asString()))
                .hasStatus(200)
                .json();
        assertThat(details.get("standard_name").asString()).isEqualTo("锦带河路");
        assertThat(details.has("place_meaning")).isTrue();
        assertThat(visitor.get("/dmfw/9095/datastatis/GroupCountNameByCode?distCode=44&name=" + encoded("锦带河路"))
                        .json()
                        .get("data")
                        .get(0)
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(visitor.get("/dmfw/9095/datastatis/GroupCountPinyinByType?name=" + encoded("锦戴合路"))
                        .json()
                        .get("data")
                        .get(0)
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        visitor.get("/dmfw/9095/stname/listPub").isProblem(400);
    }

    @Test
    void tiandituViewersNeedOnlyAnotherHost() {
        JsonNode found = visitor.get("/tianditu/geocoder?tk=x&ds=" + encoded("{\"keyWord\":\"东涌镇锦带河路6号\"}"))
                .json();
        assertThat(found.get("status").asString()).isEqualTo("0");
        assertThat(found.get("location").get("level").asString()).isEqualTo("门牌号");
        JsonNode there = visitor.get("/tianditu/geocoder?type=geocode&tk=x&postStr="
                        + encoded("{'lon':113.4421,'lat':22.9302,'ver':1}"))
                .json();
        assertThat(there.get("result").get("addressComponent").get("road").asString())
                .isEqualTo("锦带河路");
        JsonNode pois = visitor.get(
                        "/tianditu/v2/search?type=query&tk=x&postStr="
                                + encoded(
                                        "{\"keyWord\":\"锦带河路\",\"mapBound\":\"113,22,114,23\",\"level\":12,\"queryType\":1,\"start\":0,\"count\":10}"))
                .json();
        assertThat(pois.get("pois").get(0).get("lonlat").asString()).contains("113.4");
        JsonNode around = visitor.get(
                        "/tianditu/v2/search?type=query&tk=x&postStr="
                                + encoded(
                                        "{\"queryType\":3,\"pointLonlat\":\"113.4421,22.9302\",\"queryRadius\":200,\"start\":0,\"count\":5}"))
                .json();
        assertThat(around.get("pois").get(0).get("name").asString()).isEqualTo("锦带河路6号");
        visitor.get("/tianditu/v2/search?postStr=" + encoded("{x")).hasStatus(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
