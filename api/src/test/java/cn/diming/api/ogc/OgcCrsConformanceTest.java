package cn.diming.api.ogc;

import static cn.diming.api.ogc.OgcReader.CRS84;
import static cn.diming.api.ogc.OgcReader.EPSG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Features Part 2 (18-058r1), by their identifiers. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcCrsConformanceTest {

    private final Service service;
    private final Client visitor;
    private final OgcReader reader;

    OgcCrsConformanceTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
        this.reader = new OgcReader(service);
        OgcData.load(service);
    }

    @Test
    @DisplayName("/conf/crs/crs-uri, /conf/crs/default-crs, /conf/crs/storageCrs")
    void theSystemsAreUrisAndTheStoredOneIsAmongThem() {
        JsonNode list = reader.json("/ogc/collections");
        for (JsonNode collection : list.path("collections")) {
            List<String> systems = OgcReader.texts(collection.path("crs"));
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
        JsonNode degrees = reader.json(item).at("/geometry/coordinates");
        double lon = degrees.get(0).asDouble();
        double lat = degrees.get(1).asDouble();
        assertThat(visitor.get(item).header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
        for (String system :
                OgcReader.texts(reader.json("/ogc/collections/places").path("crs"))) {
            for (String path : List.of(item, "/ogc/collections/places/items")) {
                Answer answer =
                        visitor.get(path + "?crs=" + OgcReader.encoded(system)).hasStatus(200);
                assertThat(answer.header("Content-Crs")).isEqualTo("<" + system + ">");
            }
        }
        for (String swapped : List.of("4326", "4490")) {
            JsonNode pair = reader.json(item + "?crs=" + OgcReader.encoded(EPSG + swapped))
                    .at("/geometry/coordinates");
            assertThat(pair.get(0).asDouble()).isEqualTo(lat);
            assertThat(pair.get(1).asDouble()).isEqualTo(lon);
        }
        JsonNode mercator =
                reader.json(item + "?crs=" + OgcReader.encoded(EPSG + "3857")).at("/geometry/coordinates");
        assertThat(mercator.get(0).asDouble()).isBetween(12_627_000.0, 12_630_000.0);
        assertThat(mercator.get(1).asDouble()).isBetween(2_619_000.0, 2_622_000.0);
        JsonNode zone =
                reader.json(item + "?crs=" + OgcReader.encoded(EPSG + "4526")).at("/geometry/coordinates");
        assertThat(zone.get(0).asDouble()).as("northing first").isBetween(2_533_000.0, 2_536_000.0);
        assertThat(zone.get(1).asDouble()).as("easting with its zone").isBetween(38_442_000.0, 38_444_000.0);
        for (String wrong : List.of("x", EPSG + "4214", EPSG + "0", "EPSG:4490", EPSG + "4513", "")) {
            visitor.get(item + "?crs=" + OgcReader.encoded(wrong)).isProblem(400);
            visitor.get("/ogc/collections/places/items?crs=" + OgcReader.encoded(wrong))
                    .isProblem(400);
        }
    }

    @Test
    @DisplayName("/conf/crs/bbox-crs-parameter, bbox-crs-parameter-invalid, bbox-crs-parameter-default")
    void aBoxMayBeInAnySystem() {
        String items = "/ogc/collections/door-plates/items?limit=10000&bbox=";
        List<Long> expected = OgcReader.ids(reader.json(items + "113.44,22.9,113.446,22.91"));
        assertThat(expected).isNotEmpty();
        assertThat(OgcReader.ids(
                        reader.json(items + "22.9,113.44,22.91,113.446&bbox-crs=" + OgcReader.encoded(EPSG + "4490"))))
                .isEqualTo(expected);
        assertThat(OgcReader.ids(reader.json(items + "113.44,22.9,113.446,22.91&bbox-crs=" + OgcReader.encoded(CRS84))))
                .isEqualTo(expected);
        assertThat(OgcReader.ids(reader.json(
                        items + "12628160,2619600,12628850,2620850&bbox-crs=" + OgcReader.encoded(EPSG + "3857"))))
                .isNotEmpty();
        assertThat(OgcReader.ids(reader.json(
                        items + "2533000,442000,2536000,444000&bbox-crs=" + OgcReader.encoded(EPSG + "4547"))))
                .isNotEmpty();
        for (String nowhere : List.of(
                "113.4,22.9,113.5,23.0&bbox-crs=" + OgcReader.encoded(EPSG + "4326"),
                "442000,2533000,444000,2536000&bbox-crs=" + OgcReader.encoded(EPSG + "4547"))) {
            assertThat(OgcReader.located(reader.json(items + nowhere)))
                    .as("axes in the wrong order")
                    .isEmpty();
        }
        visitor.get(items + "5,49,6,50&bbox-crs=" + OgcReader.encoded(EPSG + "99999"))
                .isProblem(400);
    }
}
