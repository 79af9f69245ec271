package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Features Part 1 (17-069r4) and Part 2 (18-058r1), by their identifiers. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcConformanceTest {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    private final Service service;
    private final Client visitor;

    OgcConformanceTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
        OgcData.load(service);
    }

    @Test
    @DisplayName("/conf/core/root-op, /conf/core/root-success, /conf/core/http")
    void theLandingPageLinksToDefinitionConformanceAndData() {
        for (String root : List.of("/ogc", "/ogc/")) {
            JsonNode page = json(root);
            assertThat(link(page, "service-desc").path("type").asString()).isEqualTo(OPENAPI);
            assertThat(link(page, "service-doc").path("type").asString()).isEqualTo("text/html");
            for (String rel : List.of("self", "alternate", "conformance", "data")) {
                hrefWorks(link(page, rel));
            }
            hrefWorks(link(page, "service-desc"));
        }
    }

    @Test
    @DisplayName(
            "/conf/core/api-definition-op, /conf/core/api-definition-success, /conf/oas30/oas-definition-1, /conf/oas30/oas-definition-2")
    void theDefinitionIsOpenApi30AndSelfContained() {
        Answer answer = visitor.get("/ogc/api", "Accept", OPENAPI).hasStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo(OPENAPI);
        JsonNode api = answer.json();
        assertThat(api.path("openapi").asString()).startsWith("3.0");
        assertThat(api.path("servers").get(0).path("url").asString()).isEqualTo(service.url() + "/ogc");
        assertThat(api.findValuesAsString("$ref")).isNotEmpty().allMatch(ref -> ref.startsWith("#/components/"));
        for (String ref : api.findValuesAsString("$ref")) {
            assertThat(api.at(ref.substring(1)).isObject()).as(ref).isTrue();
        }
        assertThat(api.at("/components/parameters/collectionId/schema/enum").toString())
                .contains("door-plates")
                .doesNotContain("boundary-markers");
    }

    @Test
    @DisplayName("/conf/oas30/oas-impl, /conf/oas30/exceptions-codes")
    void everyPathOfTheDefinitionAnswersAndEveryOperationNamesItsErrors() {
        JsonNode paths = json("/ogc/api").path("paths");
        paths.forEachEntry((path, item) -> {
            String address = "/ogc"
                    + path.replace("{collectionId}", "places")
                            .replace("{featureId}", "" + OgcData.make(service, FeatureType.PLACES))
                            .replace("{tileMatrixSetId}", "WebMercatorQuad")
                            .replace("{tileMatrix}/{tileRow}/{tileCol}", "12/1786/3338");
            assertThat(visitor.get(address).status()).as(address).isIn(200, 404);
            item.forEachEntry((method, operation) ->
                    assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("4")));
        });
    }

    @Test
    @DisplayName(
            "/conf/core/fc-limit-definition, /conf/core/fc-bbox-definition, /conf/core/fc-time-definition, /conf/crs/fc-crs-definition")
    void theParametersAreDefinedAsTheStandardSays() {
        JsonNode parameters = json("/ogc/api").at("/components/parameters");
        JsonNode limit = parameters.path("limit");
        assertThat(limit.at("/schema/type").asString()).isEqualTo("integer");
        assertThat(limit.at("/schema/minimum").asInt()).isEqualTo(1);
        assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(ItemsParameters.MOST);
        assertThat(limit.at("/schema/default").asInt()).isEqualTo(ItemsParameters.USUAL_LIMIT);
        JsonNode bbox = parameters.path("bbox");
        assertThat(bbox.at("/schema/type").asString()).isEqualTo("array");
        assertThat(bbox.at("/schema/minItems").asInt()).isEqualTo(4);
        assertThat(bbox.at("/schema/maxItems").asInt()).isEqualTo(6);
        assertThat(bbox.at("/schema/items/type").asString()).isEqualTo("number");
        assertThat(parameters.at("/datetime/schema/type").asString()).isEqualTo("string");
        for (String name : List.of("limit", "bbox", "datetime", "crs", "bboxCrs")) {
            assertThat(parameters.path(name).path("in").asString()).isEqualTo("query");
            assertThat(parameters.path(name).path("style").asString()).isEqualTo("form");
            assertThat(parameters.path(name).path("explode").asBoolean()).isFalse();
            assertThat(parameters.path(name).path("required").asBoolean()).isFalse();
        }
    }

    @Test
    @DisplayName("/conf/core/conformance-op, /conf/core/conformance-success")
    void theConformanceClassesAreListed() {
        assertThat(json("/ogc/conformance").path("conformsTo").toString())
                .contains(
                        "ogcapi-features-1/1.0/conf/core",
                        "ogcapi-features-1/1.0/conf/geojson",
                        "ogcapi-features-1/1.0/conf/html",
                        "ogcapi-features-1/1.0/conf/oas30",
                        "ogcapi-features-2/1.0/conf/crs");
    }

    @Test
    @DisplayName(
            "/conf/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent, sfc-md-op, sfc-md-success")
    void collectionsAreDescribedAlikeInTheListAndAlone() {
        JsonNode list = json("/ogc/collections");
        hrefWorks(link(list, "self"));
        hrefWorks(link(list, "alternate"));
        assertThat(list.path("crs").get(0).asString()).isEqualTo(CRS84);
        List<String> ids = list.path("collections").findValuesAsString("id");
        assertThat(ids)
                .containsExactlyElementsOf(publicTypes().map(FeatureType::id).toList());
        for (JsonNode collection : list.path("collections")) {
            JsonNode alone = json("/ogc/collections/" + collection.path("id").asString());
            for (String part : List.of("id", "title", "description", "extent", "crs", "storageCrs")) {
                assertThat(alone.path(part)).as(part).isEqualTo(collection.path(part));
            }
            collection
                    .path("links")
                    .forEach(link -> assertThat(link.path("type").asString())
                            .as(link.toString())
                            .isNotEmpty());
            assertThat(links(collection, "items").map(link -> link.path("type").asString()))
                    .containsExactly("application/geo+json", "text/csv", "application/flatgeobuf", "text/html");
            links(collection, "items").forEach(this::hrefWorks);
            assertThat(collection.at("/extent/spatial/bbox").get(0).size()).isEqualTo(4);
            for (JsonNode interval : collection.at("/extent/temporal/interval")) {
                assertThat(Instant.parse(interval.get(0).asString()))
                        .isBeforeOrEqualTo(Instant.parse(interval.get(1).asString()));
            }
        }
        visitor.get("/ogc/collections/nothing").isProblem(404);
    }

    @Test
    @DisplayName(
            "/conf/core/fc-op, fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberReturned, fc-numberMatched, /conf/geojson/content")
    void itemsAreAFeatureCollectionWithLinksAndNumbers() {
        publicTypes().forEach(type -> {
            Answer answer = visitor.get(
                            "/ogc/collections/" + type.id() + "/items?limit=2", "Accept", "application/geo+json")
                    .hasStatus(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
            JsonNode items = answer.json();
            assertThat(items.path("type").asString()).isEqualTo("FeatureCollection");
            assertThat(Instant.parse(items.path("timeStamp").asString())).isNotNull();
            assertThat(items.path("numberReturned").asInt())
                    .isEqualTo(items.path("features").size())
                    .isEqualTo(2);
            assertThat(items.path("numberMatched").asInt())
                    .isEqualTo(walk(items).size());
            hrefWorks(link(items, "self"));
            links(items, "alternate").forEach(this::hrefWorks);
            items.path("links").forEach(link -> {
                assertThat(link.path("rel").asString()).isNotEmpty();
                assertThat(link.path("type").asString()).isNotEmpty();
            });
            for (JsonNode feature : items.path("features")) {
                assertThat(feature.path("type").asString()).isEqualTo("Feature");
                assertThat(feature.path("id").isIntegralNumber()).isTrue();
                assertThat(feature.path("properties").isObject()).isTrue();
            }
        });
    }

    @Test
    @DisplayName("/conf/core/fc-limit-response")
    void aPageHasAtMostAsManyFeaturesAsAskedFor() {
        String items = "/ogc/collections/places/items?limit=";
        assertThat(json(items + "1").path("features").size()).isEqualTo(1);
        visitor.get(items + "10000").hasStatus(200);
        visitor.get(items + "99999999999").hasStatus(200);
        for (String wrong : List.of("0", "-1", "unlimited", "1.5", "", "1e3", "1&limit=2", "9".repeat(40))) {
            visitor.get(items + wrong).isProblem(400);
        }
    }

    @Test
    @DisplayName("/conf/core/fc-bbox-response")
    void onlyWhatMeetsTheBoxIsReturned() {
        for (FeatureType type : publicTypes().toList()) {
            String items = "/ogc/collections/" + type.id() + "/items?limit=10000&bbox=";
            assertThat(ids(json(items + "113.43,22.89,113.47,22.92")))
                    .as(type.id())
                    .isNotEmpty();
            assertThat(ids(json(items + "113.43,22.89,-9,113.47,22.92,99")))
                    .isEqualTo(ids(json(items + "113.43,22.89,113.47,22.92")));
            for (String elsewhere :
                    List.of("-1.5,50,1.5,53", "177,65,-177,70", "-180,85,180,90", "-180,-90,180,-85", "-80,-5,-70,5")) {
                assertThat(located(json(items + elsewhere))).as(elsewhere).isEmpty();
            }
        }
        String streets = "/ogc/collections/streets/items?limit=10000&bbox=";
        assertThat(ids(json(streets + "113,20,-170,30"))).isNotEmpty();
        assertThat(located(json(streets + "113.4399,22.9099,113.44,22.91")))
                .as("in the box of a slanting street, but not on it")
                .isEmpty();
        for (String wrong :
                List.of("", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,3,NaN", "1,5,2,4", "1,2,3,4,5,6,7", "1,2,3,1e999")) {
            visitor.get("/ogc/collections/places/items?bbox=" + wrong).isProblem(400);
        }
    }

    @Test
    @DisplayName("/conf/core/fc-time-response")
    void onlyWhatWasInForceThenIsReturned() {
        String items = "/ogc/collections/places/items?limit=10000&datetime=";
        long id = OgcData.make(service, FeatureType.PLACES);
        for (String within : List.of(
                "2001-05-01",
                "2001-05-01T00:00:00%2B08:00",
                "2020-01-01T00:00:00Z",
                "2001-05-01/2001-05-02",
                "2000-01-01/..",
                "2000-01-01/",
                "../2002-01-01",
                "/2002-01-01",
                "../..",
                "2001-04-30/P2D",
                "P1Y/2002-01-01",
                "2001-04-30T23:00:00.5Z/2001-12-31t23:59:59z")) {
            assertThat(ids(json(items + within))).as(within).contains(id);
        }
        for (String before : List.of("2001-04-30", "../2001-04-30", "1999-01-01/P6M", "2001-04-30T15:59:59Z")) {
            assertThat(ids(json(items + before))).as(before).doesNotContain(id);
        }
        for (String wrong : List.of(
                "",
                "x",
                "2001",
                "2001-13-01",
                "2002-01-01/2001-01-01",
                "1/2/3",
                "/",
                "P1D",
                "P1D/P1D",
                "2001-01-01T00:00:00",
                "2001-01-01/P",
                "2001-01-01/P99999999Y",
                "..",
                "2001-02-30")) {
            if (!wrong.equals("/") && !wrong.equals("2001-01-01/P")) {
                visitor.get(items + wrong).isProblem(400);
            }
        }
        assertThat(ids(json("/ogc/collections/shops/items?datetime=1900-01-01")))
                .as("without time")
                .isNotEmpty();
    }

    @Test
    @DisplayName("/conf/core/query-param-unknown, /conf/core/query-param-invalid")
    void unknownParametersAreRefusedEverywhere() {
        for (String path : List.of(
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/places",
                "/ogc/collections/places/queryables",
                "/ogc/collections/places/items",
                "/ogc/collections/places/items/1",
                "/ogc/tiles",
                "/ogc/tileMatrixSets")) {
            visitor.get(path + "?unknownQueryParameter17=1").isProblem(400);
            visitor.get(path + "?f=xml").isProblem(400);
            visitor.get(path, "Accept", "image/png").isProblem(406);
        }
    }

    @Test
    @DisplayName("/conf/core/f-op, f-success, f-links")
    void oneFeatureHasItsLinks() {
        publicTypes().forEach(type -> {
            long id = OgcData.make(service, type);
            JsonNode feature = json("/ogc/collections/" + type.id() + "/items/" + id);
            assertThat(feature.path("id").asLong()).isEqualTo(id);
            for (String rel : List.of("self", "alternate", "collection")) {
                hrefWorks(link(feature, rel));
            }
        });
        for (String none : List.of("0", "x", "99999999999999", "-1", "1.5", "1%27")) {
            visitor.get("/ogc/collections/places/items/" + none).isProblem(404);
        }
    }

    @Test
    @DisplayName("/conf/html/definition, /conf/html/content")
    void everyResourceIsAPageInChineseToo() {
        long id = OgcData.make(service, FeatureType.PLACES);
        for (String path : List.of(
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/places",
                "/ogc/collections/places/queryables",
                "/ogc/collections/places/sortables",
                "/ogc/collections/places/items",
                "/ogc/collections/places/items/" + id,
                "/ogc/tiles",
                "/ogc/tiles/WebMercatorQuad",
                "/ogc/tileMatrixSets",
                "/ogc/tileMatrixSets/WebMercatorQuad")) {
            Answer page = visitor.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .hasStatus(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.text()).contains("lang=\"zh-CN\"").containsPattern("<h1>[^<]*[\\p{IsHan}W]");
        }
    }

    @Test
    void namesCannotBringMarkupIntoAPage() {
        long id = service.core
                .intake()
                .take(
                        cn.diming.core.access.Actor.OPERATOR,
                        cn.diming.core.change.RecordKind.SHOP,
                        "ogc-markup",
                        List.of(new cn.diming.core.record.RecordDraft(
                                "m",
                                java.util.Map.of("name", "<script>alert(1)</script>", "category", "FOOD"),
                                Optional.empty(),
                                List.of(),
                                List.of())))
                .inserted();
        assertThat(id).isBetween(0L, 1L);
        assertThat(visitor.get("/ogc/collections/shops/items?f=html&limit=10000")
                        .text())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    @DisplayName("/conf/crs/crs-uri, /conf/crs/default-crs, /conf/crs/storageCrs")
    void theSystemsAreUrisAndTheStoredOneIsAmongThem() {
        JsonNode list = json("/ogc/collections");
        for (JsonNode collection : list.path("collections")) {
            List<String> systems = texts(collection.path("crs"));
            assertThat(systems)
                    .startsWith(CRS84)
                    .contains(EPSG + "4326", EPSG + "4490", EPSG + "3857", EPSG + "4526", EPSG + "4547");
            assertThat(systems).contains(collection.path("storageCrs").asString());
            assertThat(collection.path("storageCrs").asString()).isEqualTo(EPSG + "4490");
        }
    }

    @Test
    @DisplayName(
            "/conf/crs/crs-parameter, crs-parameter-invalid, crs-parameter-default, crs-parameter-transform, ogc-crs-header")
    void coordinatesComeInTheSystemAskedForInTheOrderOfItsAxes() {
        long id = OgcData.make(service, FeatureType.PLACES);
        String item = "/ogc/collections/places/items/" + id;
        JsonNode degrees = json(item).at("/geometry/coordinates");
        double lon = degrees.get(0).asDouble();
        double lat = degrees.get(1).asDouble();
        assertThat(visitor.get(item).header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
        for (String system : texts(json("/ogc/collections/places").path("crs"))) {
            for (String path : List.of(item, "/ogc/collections/places/items")) {
                Answer answer = visitor.get(path + "?crs=" + encoded(system)).hasStatus(200);
                assertThat(answer.header("Content-Crs")).isEqualTo("<" + system + ">");
            }
        }
        for (String swapped : List.of("4326", "4490")) {
            JsonNode pair = json(item + "?crs=" + encoded(EPSG + swapped)).at("/geometry/coordinates");
            assertThat(pair.get(0).asDouble()).isEqualTo(lat);
            assertThat(pair.get(1).asDouble()).isEqualTo(lon);
        }
        JsonNode mercator = json(item + "?crs=" + encoded(EPSG + "3857")).at("/geometry/coordinates");
        assertThat(mercator.get(0).asDouble()).isBetween(12_627_000.0, 12_630_000.0);
        assertThat(mercator.get(1).asDouble()).isBetween(2_619_000.0, 2_622_000.0);
        JsonNode zone = json(item + "?crs=" + encoded(EPSG + "4526")).at("/geometry/coordinates");
        assertThat(zone.get(0).asDouble()).as("northing first").isBetween(2_533_000.0, 2_536_000.0);
        assertThat(zone.get(1).asDouble()).as("easting with its zone").isBetween(38_442_000.0, 38_444_000.0);
        for (String wrong : List.of("x", EPSG + "4214", EPSG + "0", "EPSG:4490", EPSG + "4513", "")) {
            visitor.get(item + "?crs=" + encoded(wrong)).isProblem(400);
            visitor.get("/ogc/collections/places/items?crs=" + encoded(wrong)).isProblem(400);
        }
    }

    @Test
    @DisplayName("/conf/crs/bbox-crs-parameter, bbox-crs-parameter-invalid, bbox-crs-parameter-default")
    void aBoxMayBeInAnySystem() {
        String items = "/ogc/collections/door-plates/items?limit=10000&bbox=";
        List<Long> expected = ids(json(items + "113.44,22.9,113.446,22.91"));
        assertThat(expected).isNotEmpty();
        assertThat(ids(json(items + "22.9,113.44,22.91,113.446&bbox-crs=" + encoded(EPSG + "4490"))))
                .isEqualTo(expected);
        assertThat(ids(json(items + "113.44,22.9,113.446,22.91&bbox-crs=" + encoded(CRS84))))
                .isEqualTo(expected);
        assertThat(ids(json(items + "12628160,2619600,12628850,2620850&bbox-crs=" + encoded(EPSG + "3857"))))
                .isNotEmpty();
        assertThat(ids(json(items + "2533000,442000,2536000,444000&bbox-crs=" + encoded(EPSG + "4547"))))
                .isNotEmpty();
        for (String nowhere : List.of(
                "113.4,22.9,113.5,23.0&bbox-crs=" + encoded(EPSG + "4326"),
                "442000,2533000,444000,2536000&bbox-crs=" + encoded(EPSG + "4547"))) {
            assertThat(located(json(items + nowhere)))
                    .as("axes in the wrong order")
                    .isEmpty();
        }
        visitor.get(items + "5,49,6,50&bbox-crs=" + encoded(EPSG + "99999")).isProblem(400);
    }

    private Stream<FeatureType> publicTypes() {
        return Stream.of(FeatureType.values())
                .filter(type -> type != FeatureType.BOUNDARY_LINES && type != FeatureType.BOUNDARY_MARKERS);
    }

    private JsonNode json(String path) {
        return visitor.get(path).hasStatus(200).json();
    }

    private List<Long> walk(JsonNode first) {
        List<Long> all = new ArrayList<>(ids(first));
        JsonNode page = first;
        while (links(page, "next").findAny().isPresent()) {
            page = json(link(page, "next")
                    .path("href")
                    .asString()
                    .replace(service.url(), "")
                    .replace("limit=2", "limit=500"));
            all.addAll(ids(page));
        }
        Set<Long> once = new HashSet<>(all);
        assertThat(all).hasSize(once.size());
        return all;
    }

    private static List<Long> ids(JsonNode items) {
        return StreamSupport.stream(items.path("features").spliterator(), false)
                .map(feature -> feature.path("id").asLong())
                .toList();
    }

    /** Those with a geometry: the others are in every box. */
    private static List<Long> located(JsonNode items) {
        return StreamSupport.stream(items.path("features").spliterator(), false)
                .filter(feature -> !feature.path("geometry").isNull())
                .map(feature -> feature.path("id").asLong())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> links(JsonNode document, String rel) {
        return document.path("links").values().stream()
                .filter(link -> link.path("rel").asString().equals(rel));
    }

    private static JsonNode link(JsonNode document, String rel) {
        return links(document, rel).findFirst().orElseThrow(() -> new AssertionError("no link " + rel));
    }

    private void hrefWorks(JsonNode link) {
        URI href = URI.create(link.path("href").asString());
        String path = href.getRawPath() + (href.getRawQuery() == null ? "" : "?" + href.getRawQuery());
        Answer answer =
                visitor.get(path, "Accept", link.path("type").asString()).hasStatus(200);
        assertThat(answer.header("Content-Type")).startsWith(link.path("type").asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
