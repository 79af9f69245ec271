package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Features Part 1 (17-069r4), by their identifiers. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcConformanceTest {

    private static final String CRS84 = OgcReader.CRS84;
    private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    private final Service service;
    private final Client visitor;
    private final OgcReader reader;

    OgcConformanceTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
        this.reader = new OgcReader(service);
        OgcData.load(service);
    }

    @Test
    @DisplayName("/conf/core/root-op, /conf/core/root-success, /conf/core/http")
    void theLandingPageLinksToDefinitionConformanceAndData() {
        for (String root : List.of("/ogc", "/ogc/")) {
            JsonNode page = reader.json(root);
            assertThat(OgcReader.link(page, "service-desc").path("type").asString())
                    .isEqualTo(OPENAPI);
            assertThat(OgcReader.link(page, "service-doc").path("type").asString())
                    .isEqualTo("text/html");
            for (String rel : List.of("self", "alternate", "conformance", "data")) {
                reader.hrefWorks(OgcReader.link(page, rel));
            }
            reader.hrefWorks(OgcReader.link(page, "service-desc"));
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
        JsonNode paths = reader.json("/ogc/api").path("paths");
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
        JsonNode parameters = reader.json("/ogc/api").at("/components/parameters");
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
        assertThat(reader.json("/ogc/conformance").path("conformsTo").toString())
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
        JsonNode list = reader.json("/ogc/collections");
        reader.hrefWorks(OgcReader.link(list, "self"));
        reader.hrefWorks(OgcReader.link(list, "alternate"));
        assertThat(list.path("crs").get(0).asString()).isEqualTo(CRS84);
        List<String> ids = list.path("collections").findValuesAsString("id");
        assertThat(ids)
                .containsExactlyElementsOf(
                        OgcReader.publicTypes().map(FeatureType::id).toList());
        for (JsonNode collection : list.path("collections")) {
            JsonNode alone =
                    reader.json("/ogc/collections/" + collection.path("id").asString());
            for (String part : List.of("id", "title", "description", "extent", "crs", "storageCrs")) {
                assertThat(alone.path(part)).as(part).isEqualTo(collection.path(part));
            }
            collection
                    .path("links")
                    .forEach(link -> assertThat(link.path("type").asString())
                            .as(link.toString())
                            .isNotEmpty());
            assertThat(OgcReader.links(collection, "items")
                            .map(link -> link.path("type").asString()))
                    .containsExactly("application/geo+json", "text/csv", "application/flatgeobuf", "text/html");
            OgcReader.links(collection, "items").forEach(reader::hrefWorks);
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
        OgcReader.publicTypes().forEach(type -> {
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
                    .isEqualTo(reader.walk(items).size());
            reader.hrefWorks(OgcReader.link(items, "self"));
            OgcReader.links(items, "alternate").forEach(reader::hrefWorks);
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
        assertThat(reader.json(items + "1").path("features").size()).isEqualTo(1);
        visitor.get(items + "10000").hasStatus(200);
        visitor.get(items + "99999999999").hasStatus(200);
        for (String wrong : List.of("0", "-1", "unlimited", "1.5", "", "1e3", "1&limit=2", "9".repeat(40))) {
            visitor.get(items + wrong).isProblem(400);
        }
    }

    @Test
    @DisplayName("/conf/core/fc-bbox-response")
    void onlyWhatMeetsTheBoxIsReturned() {
        for (FeatureType type : OgcReader.publicTypes().toList()) {
            String items = "/ogc/collections/" + type.id() + "/items?limit=10000&bbox=";
            assertThat(OgcReader.ids(reader.json(items + "113.43,22.89,113.47,22.92")))
                    .as(type.id())
                    .isNotEmpty();
            assertThat(OgcReader.ids(reader.json(items + "113.43,22.89,-9,113.47,22.92,99")))
                    .isEqualTo(OgcReader.ids(reader.json(items + "113.43,22.89,113.47,22.92")));
            for (String elsewhere :
                    List.of("-1.5,50,1.5,53", "177,65,-177,70", "-180,85,180,90", "-180,-90,180,-85", "-80,-5,-70,5")) {
                assertThat(OgcReader.located(reader.json(items + elsewhere)))
                        .as(elsewhere)
                        .isEmpty();
            }
        }
        String streets = "/ogc/collections/streets/items?limit=10000&bbox=";
        assertThat(OgcReader.ids(reader.json(streets + "113,20,-170,30"))).isNotEmpty();
        assertThat(OgcReader.located(reader.json(streets + "113.4399,22.9099,113.44,22.91")))
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
            assertThat(OgcReader.ids(reader.json(items + within))).as(within).contains(id);
        }
        for (String before : List.of("2001-04-30", "../2001-04-30", "1999-01-01/P6M", "2001-04-30T15:59:59Z")) {
            assertThat(OgcReader.ids(reader.json(items + before))).as(before).doesNotContain(id);
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
        assertThat(OgcReader.ids(reader.json("/ogc/collections/shops/items?datetime=1900-01-01")))
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
        OgcReader.publicTypes().forEach(type -> {
            long id = OgcData.make(service, type);
            JsonNode feature = reader.json("/ogc/collections/" + type.id() + "/items/" + id);
            assertThat(feature.path("id").asLong()).isEqualTo(id);
            for (String rel : List.of("self", "alternate", "collection")) {
                reader.hrefWorks(OgcReader.link(feature, rel));
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
}
