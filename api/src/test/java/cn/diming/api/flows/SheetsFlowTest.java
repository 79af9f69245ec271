package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.CaseSamples;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From a preview to the ZIP of a batch, over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class SheetsFlowTest {

    private static final String ROOT = "/api/v1/sheets";
    private static final String DAWEN = "440115103208";
    private static final String TOWN = "440115103000";
    private static final String ORDER = """
            {"divisions": [%s], "template": "%s", "profile": "PUBLIC", "formats": ["PDF", "SVG"], "approvalNumber": "粤S（2026）001号", "compiler": "%s"}""";

    private final Service service;
    private final Client officer;

    SheetsFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.officer = service.program(Role.NAMING_OFFICER, "440115");
    }

    private long order(String divisions, String compiler) {
        return officer.post(ROOT + "/runs", ORDER.formatted(divisions, "a4l", compiler))
                .hasStatus(202)
                .json()
                .get("id")
                .asLong();
    }

    private JsonNode over(long run) {
        long end = System.nanoTime() + 90_000_000_000L;
        JsonNode detail = officer.get(ROOT + "/runs/" + run).json();
        while (List.of("WAITING", "RUNNING")
                        .contains(detail.get("run").get("state").asString())
                && System.nanoTime() < end) {
            Thread.onSpinWait();
            detail = officer.get(ROOT + "/runs/" + run).json();
        }
        return detail;
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void aBatchGivesFilesAndSaysOfEachSheetWhatBecameOfIt() throws IOException {
        long run = order("\"%s\", \"%s\"".formatted(TOWN, DAWEN), "甲");
        JsonNode detail = over(run);
        assertThat(detail.get("run").get("state").asString()).isEqualTo("DONE");
        JsonNode town = detail.get("sheets").get(0);
        assertThat(town.get("state").asString()).isEqualTo("FAILED");
        assertThat(town.get("error").asString()).contains("没有界线图形");
        JsonNode village = detail.get("sheets").get(1);
        assertThat(village.get("state").asString()).isEqualTo("DONE");
        assertThat(village.get("gate").asString()).isIn("PASSED", "WARNING", "FAILED");
        String path = ROOT + "/runs/" + run;
        assertThat(entries(officer.get(path + "/sheets.zip")
                        .hasStatus(200)
                        .response()
                        .body()))
                .containsExactlyInAnyOrder("index.html", "02_大稳村.pdf", "02_大稳村.svg", "previews/0002.png");
        byte[] book =
                officer.get(path + "/merged.pdf").hasStatus(200).response().body();
        try (PDDocument pdf = Loader.loadPDF(book)) {
            assertThat(pdf.getNumberOfPages()).isPositive();
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .contains("大稳村");
        }
        officer.get(path + "/files/2/SVG").hasStatus(200);
        officer.get(path + "/files/1/PDF").isProblem(404);
        officer.get(path + "/thumbnails/2").hasStatus(200);
        officer.post(path + "/publish", "").isProblem(422);
        officer.delete(path).hasStatus(204);
        officer.get(path).isProblem(404);
    }

    @Test
    void whatHasNotChangedIsNotDrawnAgain() {
        String village = "\"" + DAWEN + "\"";
        over(order(village, "乙"));
        assertThat(over(order(village, "乙")).get("run").get("unchanged").asInt())
                .isEqualTo(1);
        assertThat(over(order(village, "丙")).get("run").get("done").asInt()).isEqualTo(1);
        service.core.records().create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("x", "新围", 113.451, 22.911));
        assertThat(over(order(village, "乙")).get("run").get("done").asInt()).isEqualTo(1);
    }

    @Test
    void aFullDiskStopsTheRunWithAClearWordAndLeavesNothingHalfWritten() throws IOException {
        String village = "\"" + DAWEN + "\"";
        over(order(village, "丁"));
        Path runs = service.data().resolve("sheets/runs");
        Path away = runs.resolveSibling("runs.away");
        Files.move(runs, away);
        Files.writeString(runs, "no folder");
        JsonNode stopped;
        long run;
        try {
            run = order(village, "戊");
            stopped = over(run);
        } finally {
            Files.delete(runs);
            Files.move(away, runs);
        }
        assertThat(stopped.get("run").get("state").asString()).isEqualTo("FAILED");
        assertThat(stopped.get("run").get("message").asString()).contains("磁盘空间");
        assertThat(runs.resolve(Long.toString(run))).doesNotExist();
        officer.post(ROOT + "/runs/" + run + "/resume", "").hasStatus(200);
        assertThat(over(run).get("run").get("done").asInt()).isEqualTo(1);
    }

    @Test
    void aNameThatWasMovedIsWhereItWasPut() {
        service.core.records().create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("x", "移围", 113.4555, 22.9155));
        String preview = ROOT + "/preview?template=a3&division=" + DAWEN;
        JsonNode name = named(officer.get(preview).hasStatus(200).json(), "移围");
        officer.put(
                        ROOT + "/pins/" + DAWEN,
                        "{\"feature\": %d, \"rule\": \"%s\", \"dx\": 9.5, \"dy\": -7.25}"
                                .formatted(
                                        name.get("feature").asLong(),
                                        name.get("rule").asString()))
                .hasStatus(204);
        JsonNode moved = named(officer.get(preview).hasStatus(200).json(), "移围");
        assertThat(moved.get("pinned").asBoolean()).isTrue();
        assertThat(moved.get("dx").asDouble()).isCloseTo(9.5, org.assertj.core.data.Offset.offset(0.01));
        assertThat(moved.get("dy").asDouble()).isCloseTo(-7.25, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void aCaseAndAPartOfTheMapArePrintedAsTheyAreAskedFor() throws IOException {
        long about = CaseSamples.draft(service.core, "绘图路").id();
        assertThat(textOf(ROOT + "/cases/" + about + ".pdf")).contains("绘图路", "位置图", "本图所指线路");
        JsonNode templates = officer.get(ROOT + "/templates").hasStatus(200).json();
        assertThat(templates.get("scales").get(0).asInt()).isEqualTo(500);
        JsonNode a4 = templates
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("a4"))
                .findFirst()
                .orElseThrow();
        assertThat(a4.get("layouts").get(0).get("template").asString()).isEqualTo("a4l");
        assertThat(a4.get("layouts").get(0).get("mapWidth").asDouble()).isEqualTo(203);
        String view = ROOT + "/view.pdf?template=a4l&bbox=113.44,22.9,113.441,22.901";
        assertThat(textOf(view)).contains("1∶1,000");
        assertThat(textOf(view + "&scale=4000")).contains("1∶4,000");
    }

    private String textOf(String path) throws IOException {
        byte[] file = officer.get(path).hasStatus(200).response().body();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void whatAVillageTellsIsPrintedBesideItsMap() throws IOException {
        officer.post("/api/v1/local-entries", """
                {"name": "稳丰传说", "category": "STORY", "divisionCode": "%s", "description": "围垦三年，堤围不溃。", "published": true}""".formatted(DAWEN)).hasStatus(201);
        byte[] pdf = officer.get(ROOT + "/preview/PDF?template=a4l&division=" + DAWEN)
                .hasStatus(200)
                .response()
                .body();
        try (PDDocument sheet = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(sheet)).contains("地名故事", "稳丰传说", "堤围不溃");
        }
    }

    private static JsonNode named(JsonNode preview, String text) {
        for (JsonNode name : preview.get("names")) {
            if (name.get("text").asString().equals(text)) {
                return name;
            }
        }
        throw new AssertionError(text + " is not on the sheet: " + preview.get("names"));
    }
}
