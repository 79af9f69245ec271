package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.FacilityClasses;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The public page of a village and what stands on it, over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class VillageFlowTest {

    private static final String PAGE = "/village/440115103208";
    private static final String ENTRIES = "/api/v1/local-entries";

    private final Service service;

    VillageFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void whatAnOfficerWritesIsReadByEverybodyOnThePageOfTheVillage() {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        Answer made = officer.post(ENTRIES, """
                {"name": "稳隆<b>米酒", "category": "PRODUCE", "divisionCode": "440115103208", "summary": "冬至开坛", "season": "11 月",
                 "published": false, "geometry": {"type": "Point", "coordinates": [113.4501, 22.9101]}}""").hasStatus(201);
        long id = made.json().get("id").asLong();
        officer.upload("/api/v1/places/" + id + "/media", Recordings.wav(777)).hasStatus(201);
        assertThat(service.visitor().get(PAGE).hasStatus(200).text()).doesNotContain("稳隆");
        officer.put(ENTRIES + "/" + id, """
                {"name": "稳隆<b>米酒", "category": "PRODUCE", "divisionCode": "440115103208", "summary": "冬至开坛", "season": "11 月", "published": true}""", "If-Match", made.header("ETag")).hasStatus(200);
        Answer page = service.visitor().get(PAGE).hasStatus(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("<title>大稳村", "og:title", "og:image\" content=\"http", "application/ld+json", "稳隆&lt;b&gt;米酒")
                .contains("冬至开坛", "<audio", "viewBox", "rel=\"canonical\"")
                .doesNotContain("<b>米酒", "style=\"");
        assertThat(service.visitor()
                        .get(PAGE, "If-None-Match", page.header("ETag"))
                        .status())
                .isEqualTo(304);
        service.catchUp();
        JsonNode hits = service.visitor()
                .get("/api/v1/search?q=" + "%E7%A8%B3%E9%9A%86")
                .json()
                .get("hits");
        assertThat(hits)
                .anyMatch(hit -> hit.get("id").asLong() == id
                        && hit.get("kind").asString().equals("LOCAL_ENTRY"));
    }

    @Test
    void theMapOfAVillageIsOnePicture() throws IOException {
        service.catchUp();
        Answer map = service.visitor().get(PAGE + "/map.png").hasStatus(200);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(map.response().body()));
        assertThat(picture.getWidth()).isEqualTo(1800);
        assertThat(picture.getHeight()).isEqualTo(1200);
        assertThat(map.header("Cache-Control")).contains("max-age");
        service.visitor().get("/village/440115999999/map.png").isProblem(404);
    }

    @Test
    void townsAndCountiesLeadToTheirVillagesAndNothingIsToldKindly() {
        assertThat(service.visitor().get("/village").hasStatus(200).text()).contains("/village/440115000000");
        assertThat(service.visitor().get("/village/440115103000").hasStatus(200).text())
                .contains("/village/440115103208", "大稳村");
        Answer missing = service.visitor().get("/village/440115999999").hasStatus(404);
        assertThat(missing.text()).contains("没有区划代码为 440115999999 的村");
    }

    @Test
    void theNearestFacilityOfEachClassIsFound() {
        for (FacilityClasses.FacilityClass known : FacilityClasses.all()) {
            service.record(
                    RecordKind.FACILITY,
                    Drafts.record(
                            Map.of("name", "流程" + known.name(), "category", known.name()),
                            Drafts.point(113.4555, 22.9155)));
        }
        service.catchUp();
        JsonNode classes =
                service.visitor().get("/api/v1/facility-classes").json().get("items");
        assertThat(classes.size()).isEqualTo(FacilityClasses.all().size());
        for (JsonNode one : classes) {
            String name = one.get("name").asString();
            String encoded = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
            for (String path : List.of("/api/v1/nearby?radius=200&", "/api/v1/reverse?radius=200&kinds=FACILITY&")) {
                JsonNode found = service.visitor()
                        .get(path + "lon=113.4555&lat=22.9156&classes=" + encoded)
                        .hasStatus(200)
                        .json();
                JsonNode first = (found.has("hits") ? found.get("hits") : found.get("nearest")).get(0);
                assertThat(first.get("name").asString()).as(path + name).isEqualTo("流程" + name);
                assertThat(first.get("className").asString()).isEqualTo(name);
            }
            service.visitor()
                    .get("/map-icons/" + one.get("icon").asString() + ".svg")
                    .hasStatus(200);
        }
    }
}
