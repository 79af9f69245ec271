package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.fixtures.Engines;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Tiles Part 1 (20-057), by their identifiers. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcTilesConformanceTest {

    private static final String TILES = "/ogc/tiles/WebMercatorQuad";

    private final Client visitor;

    OgcTilesConformanceTest(Engines engine) {
        Service service = Service.on(engine);
        this.visitor = service.visitor();
        OgcData.load(service);
    }

    @Test
    @DisplayName("/conf/dataset-tilesets/landingpage")
    void theLandingPageLinksToTheTileSets() {
        JsonNode landing = visitor.get("/ogc/").json();
        assertThat(landing.path("links").toString())
                .contains("http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")
                .contains("/ogc/tiles?f=json");
    }

    @Test
    @DisplayName(
            "/conf/tilesets-list/tileset-links, /conf/tileset/tmxslink, /conf/core/tc-op, tc-tilematrix-definition, tc-tilerow-definition, tc-tilecol-definition")
    void theTileSetSaysHowTilesAreAskedFor() {
        for (JsonNode set : List.of(
                visitor.get("/ogc/tiles?f=json").json().path("tilesets").get(0),
                visitor.get(TILES).json())) {
            assertThat(set.path("tileMatrixSetId").asString()).isEqualTo("WebMercatorQuad");
            assertThat(set.path("tileMatrixSetURI").asString())
                    .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
            assertThat(set.path("dataType").asString()).isEqualTo("vector");
            assertThat(set.path("tileMatrixSetLimits").size()).isPositive();
            JsonNode item = set.path("links").values().stream()
                    .filter(link -> link.path("rel").asString().equals("item"))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.path("templated").asBoolean()).isTrue();
            assertThat(item.path("href").asString()).endsWith("/{tileMatrix}/{tileRow}/{tileCol}");
            assertThat(item.path("type").asString()).isEqualTo("application/vnd.mapbox-vector-tile");
        }
    }

    @Test
    @DisplayName("/conf/core/tc-success, /conf/core/tc-error, /conf/mvt/content")
    void tilesWithinTheLimitsAreThereAndNoOthers() {
        JsonNode limits = visitor.get(TILES).json().path("tileMatrixSetLimits");
        for (JsonNode limit : limits) {
            String matrix = limit.path("tileMatrix").asString();
            int row = limit.path("maxTileRow").asInt();
            int column = limit.path("minTileCol").asInt();
            Answer tile = visitor.get("%s/%s/%d/%d".formatted(TILES, matrix, row, column))
                    .hasStatus(200);
            assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
            visitor.get("%s/%s/%d/%d".formatted(TILES, matrix, row + 1, column)).isProblem(404);
            visitor.get("%s/%s/%d/%d"
                            .formatted(
                                    TILES, matrix, row, limit.path("maxTileCol").asInt() + 1))
                    .isProblem(404);
        }
        for (String wrong : List.of("99/0/0", "12/2147483647/2147483647", "12/9999999999/0")) {
            visitor.get(TILES + "/" + wrong).isProblem(404);
        }
        for (String wrong : List.of("x/0/0", "12/-1/0", "12/1.5/0", "12/1/y")) {
            visitor.get(TILES + "/" + wrong).isProblem(400);
        }
        visitor.get("/ogc/tiles/WorldCRS84Quad/0/0/0").isProblem(404);
        visitor.get("/ogc/tiles/WorldCRS84Quad").isProblem(404);
        visitor.get(TILES + "/%7BtileMatrix%7D/%7BtileRow%7D/%7BtileCol%7D").hasStatus(200);
    }

    @Test
    void anUnchangedTileIsNotSentAgain() {
        JsonNode limit = visitor.get(TILES).json().path("tileMatrixSetLimits").get(5);
        String tile = "%s/%s/%s/%s"
                .formatted(
                        TILES,
                        limit.path("tileMatrix").asString(),
                        limit.path("minTileRow").asInt(),
                        limit.path("minTileCol").asInt());
        String tag = visitor.get(tile).hasStatus(200).header("ETag");
        assertThat(visitor.get(tile, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    @DisplayName("/conf/tilematrixset (17-083r4)")
    void theMatrixSetIsTheWellKnownOne() {
        JsonNode list = visitor.get("/ogc/tileMatrixSets").hasStatus(200).json();
        assertThat(list.path("tileMatrixSets").get(0).path("links").toString())
                .contains("\"item\"")
                .contains("\"self\"");
        JsonNode set = visitor.get("/ogc/tileMatrixSets/WebMercatorQuad")
                .hasStatus(200)
                .json();
        assertThat(set.path("tileMatrices").size()).isEqualTo(23);
        assertThat(set.at("/tileMatrices/0/scaleDenominator").asDouble()).isBetween(559_082_264.02, 559_082_264.04);
        assertThat(set.at("/tileMatrices/3/matrixWidth").asInt()).isEqualTo(8);
        visitor.get("/ogc/tileMatrixSets/Nothing").isProblem(404);
    }
}
