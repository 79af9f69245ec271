package cn.diming.browser;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** QGIS itself, where Debian's is installed: elsewhere there is nothing to promise. */
class QgisClientTest {

    private static final Path QGIS = Path.of("/usr/lib/python3/dist-packages/qgis/core");
    private static final Path SCRIPT = Path.of("../scripts/qgis-client.py");

    @TestFactory
    Stream<DynamicTest> clients() {
        return Files.isDirectory(QGIS)
                ? Stream.of(DynamicTest.dynamicTest("itsGeocoderAndItsLayerUnderstandUs", this::understands))
                : Stream.empty();
    }

    private void understands() throws IOException, InterruptedException {
        JsonNode seen = ask(DemoSite.running().service.url(), "白坝镇", "streets");
        JsonNode first = seen.get("geocoder").get(0);
        assertThat(first.get("name").asString()).startsWith("白坝镇").contains("云溪县");
        assertThat(first.get("crs").asString()).isEqualTo("EPSG:4326");
        assertThat(first.get("holds").asBoolean()).isTrue();
        assertThat(first.get("town").asString()).isEqualTo("白坝镇");
        assertThat(seen.get("layer").get("valid").asBoolean()).isTrue();
        assertThat(seen.get("layer").get("crs").asString()).isEqualTo("EPSG:4326");
        assertThat(seen.get("layer").get("names")).hasSize(20);
    }

    private static JsonNode ask(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/python3", SCRIPT.toString()), Stream.of(arguments))
                        .toList());
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        Process qgis = builder.redirectError(Redirect.DISCARD).start();
        String printed = new String(qgis.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(qgis.waitFor(1, MINUTES)).isTrue();
        return JsonMapper.shared().readTree(printed);
    }
}
