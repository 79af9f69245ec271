package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Engines.class)
class PagesFlowTest {

    private final Service service;
    private final Client visitor;

    PagesFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
    }

    @Test
    void theDocumentationPageLoadsOnlyFilesOfOurs() {
        String page = visitor.get("/api/docs").hasStatus(200).text();
        Matcher file = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        int files = 0;
        while (file.find()) {
            assertThat(file.group(1)).startsWith("/");
            visitor.get(file.group(1)).hasStatus(200);
            files++;
        }
        assertThat(files).isGreaterThan(4);
        assertThat(page).doesNotContain("<script>").doesNotContain("style=");
        assertThat(visitor.get("/openapi.yaml").hasStatus(200).text()).startsWith("openapi: 3");
    }

    @Test
    void filesWithAVersionAreKeptAndPagesAreAskedForAgain() {
        assertThat(visitor.get("/webjars/leaflet/1.9.4/dist/leaflet.js")
                        .hasStatus(200)
                        .header("Cache-Control"))
                .contains("immutable");
        for (String page : new String[] {
            "/",
            "/login",
            "/accounts",
            "/about",
            "/desk",
            "/desk/cases/7",
            "/public/comments",
            "/boundaries",
            "/boundaries/7",
            "/inspections",
            "/inspections/7",
            "/inspect/",
            "/board",
            "/sheets",
            "/collection"
        }) {
            Answer answer = visitor.get(page).hasStatus(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).contains("no-cache");
        }
    }

    @Test
    void aPageThatCanBeInstalledIsDescribedByAManifest() {
        for (String page : new String[] {"collect", "inspect", "shop"}) {
            Answer manifest = visitor.get("/" + page + ".webmanifest").hasStatus(200);
            assertThat(manifest.header("Content-Type")).isEqualTo("application/manifest+json");
            assertThat(manifest.header("Cache-Control")).contains("no-cache");
            assertThat(manifest.json().get("start_url").asString()).isEqualTo("/" + page + "/");
            assertThat(visitor.get("/" + page + "/").hasStatus(200).text()).contains("/" + page + ".webmanifest");
        }
    }

    @Test
    void everyPageForbidsForeignScriptsAndFrames() {
        Answer page = visitor.get("/api/docs");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void healthIsOpenAndFiguresAreForAdministrators() {
        visitor.get("/actuator/health").hasStatus(200);
        visitor.get("/actuator/health/readiness").hasStatus(200);
        visitor.get("/actuator/prometheus").isProblem(401);
        service.program(Role.REVIEWER, "").get("/actuator/prometheus").isProblem(403);
        assertThat(service.program(Role.ADMINISTRATOR, "")
                        .get("/actuator/prometheus")
                        .hasStatus(200)
                        .text())
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theMapLearnsWhereTheDataIsAndFromWhereToDrawIt() {
        service.catchUp();
        JsonNode config = visitor.get("/api/v1/map-config").hasStatus(200).json();
        assertThat(config.at("/view/lon").asDouble()).isBetween(113.0, 114.0);
        assertThat(config.at("/projectedCrs/code").asString()).isEqualTo("EPSG:4547");
        visitor.get(config.get("styleUrl").asString()).hasStatus(200);
        JsonNode tiles = visitor.get(config.at("/tileSets/0/tileJsonUrl").asString())
                .hasStatus(200)
                .json();
        assertThat(tiles.at("/tiles/0").asString()).isEqualTo(service.url() + "/tiles/map/{z}/{x}/{y}.mvt");
        JsonNode status = visitor.get("/api/v1/status").hasStatus(200).json();
        assertThat(status.get("searchPosition").asLong())
                .isEqualTo(status.get("journalPosition").asLong());
        assertThat(status.get("tilesPosition").asLong())
                .isEqualTo(status.get("journalPosition").asLong());
    }

    @Test
    void aTileIsSentOnceAndThenOnlyWhenItChanged() {
        service.catchUp();
        Answer tile = visitor.get("/tiles/map/9/417/223.mvt", "Accept-Encoding", "gzip")
                .hasStatus(200);
        assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(tile.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(tile.header("Set-Cookie")).isEmpty();
        assertThat(tile.response().body()).isNotEmpty();
        visitor.get("/tiles/map/9/417/223.mvt", "If-None-Match", tile.header("ETag"))
                .hasStatus(304);
        Answer plain = visitor.get("/tiles/map/9/417/223.mvt").hasStatus(200);
        assertThat(plain.header("Content-Encoding")).isEmpty();
        Answer empty =
                visitor.get("/tiles/map/9/0/0.mvt", "Accept-Encoding", "gzip").hasStatus(200);
        assertThat(empty.response().body()).isEmpty();
    }
}
