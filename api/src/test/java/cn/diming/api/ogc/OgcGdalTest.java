package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** GDAL, a client that is not ours, reads every collection. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcGdalTest {

    private final Service service;

    OgcGdalTest(Engines engine) {
        this.service = Service.on(engine);
        OgcData.load(service);
    }

    @BeforeAll
    static void gdalIsThere() {
        try {
            Assumptions.assumeTrue(run("ogrinfo", "--version").startsWith("GDAL"), "跳过：ogrinfo 不可用");
        } catch (IOException missing) {
            Assumptions.abort("跳过：没有安装 ogrinfo（gdal-bin）");
        }
    }

    @Test
    void ogrinfoReadsEveryCollection() throws IOException {
        String layers = run("ogrinfo", "OAPIF:" + service.url() + "/ogc");
        for (FeatureType type : FeatureType.values()) {
            if (type == FeatureType.BOUNDARY_LINES || type == FeatureType.BOUNDARY_MARKERS) {
                assertThat(layers).doesNotContain(type.id());
            } else {
                assertThat(layers).contains(type.id());
                String layer = run("ogrinfo", "-so", "OAPIF:" + service.url() + "/ogc", type.id());
                long matched = service.visitor()
                        .get("/ogc/collections/" + type.id() + "/items?limit=1")
                        .json()
                        .path("numberMatched")
                        .asLong();
                assertThat(layer).contains("Feature Count: " + matched).contains("WGS 84");
            }
        }
    }

    @Test
    void aNewFeatureIsReadByGdalWithItsPlaceAndAttributes() throws IOException {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        Answer made = officer.post("/ogc/collections/shops/items", """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.4471, 22.9081]},
                 "properties": {"name": "写入店", "category": "FOOD", "phone": "020-1"}}""").hasStatus(201);
        String id = made.header("Location").replaceAll(".*/", "");
        String feature = run(
                "ogrinfo",
                "OAPIF:" + service.url() + "/ogc",
                "shops",
                "-spat",
                "113.44705",
                "22.90805",
                "113.44715",
                "22.90815");
        assertThat(feature).contains("写入店").contains("phone (String) = 020-1").contains("POINT (113.4471 22.9081)");
        assertThat(run("ogrinfo", "OAPIF:" + service.url() + "/ogc", "shops", "-where", "name = '写入店'"))
                .contains("Feature Count: 1");
        officer.delete("/ogc/collections/shops/items/" + id, "If-Match", "\"1\"")
                .hasStatus(204);
    }

    @Test
    void flatGeobufIsReadByGdal(@TempDir Path folder) throws IOException {
        for (FeatureType type : List.of(FeatureType.STREETS, FeatureType.DIVISIONS, FeatureType.DOOR_PLATES)) {
            Answer answer = service.visitor()
                    .get("/ogc/collections/" + type.id() + "/items?f=fgb&limit=10000&crs="
                            + "http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F4490")
                    .hasStatus(200);
            Path file = folder.resolve(type.id() + ".fgb");
            Files.write(file, answer.response().body());
            String read = run("ogrinfo", "-al", "-so", file.toString());
            assertThat(read)
                    .contains("Feature Count: " + answer.header("OGC-NumberReturned"))
                    .contains("China Geodetic Coordinate System 2000")
                    .contains("name");
        }
    }

    private static String run(String... command) throws IOException {
        List<String> quiet = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(quiet).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
