package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A year from the register to the board and the annual report. */
@ParameterizedClass
@EnumSource(Engines.class)
class BoardFlowTest {

    private static final String VILLAGE = "440115103208";

    private final Service service;
    private final Client reviewer;
    private final int year;

    BoardFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.reviewer = service.program(Role.REVIEWER, "440115");
        this.year = service.core
                .clock()
                .instant()
                .atZone(service.core.clock().getZone())
                .getYear();
    }

    @Test
    void aNameThatComesInCountsForItsVillageItsTownAndItsCounty() {
        long village = surveyed(VILLAGE);
        long town = surveyed("440115103");
        long county = surveyed("440115");
        take("board/" + System.nanoTime(), "看板围");
        assertThat(surveyed(VILLAGE)).isEqualTo(village + 1);
        assertThat(surveyed("440115103")).isEqualTo(town + 1);
        assertThat(surveyed("440115")).isEqualTo(county + 1);
    }

    @Test
    void aTargetStandsBesideItsFigureAndInTheReport() throws IOException {
        reviewer.put("/api/v1/board/targets/440115103/" + year, """
                {"items": [{"figure": "SIGNS_SET", "amount": 2631}]}""").hasStatus(204);
        JsonNode board = board("440115103");
        assertThat(amount(board, "SIGNS_SET").get("target").asLong()).isEqualTo(2631);
        assertThat(amount(board, "TOWN_MAPS").has("target")).isFalse();
        byte[] pdf = reviewer.get("/api/v1/board.pdf?division=440115&year=" + year)
                .hasStatus(200)
                .response()
                .body();
        try (PDDocument report = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(report)).contains("乡村地名工作年度报表", "南沙区民政局", "东涌镇", "（2631）");
        }
    }

    @Test
    void theChainEndsWhereTheJurisdictionDoes() {
        assertThat(StreamSupport.stream(board("440115103").get("chain").spliterator(), false)
                        .map(division -> division.get("code").asString()))
                .containsExactly("440115000000", "440115103000");
    }

    @Test
    void outlinesAreGeometriesOfTheAreasBelow() {
        JsonNode outlines = reviewer.get("/api/v1/board/outlines?division=440115103")
                .hasStatus(200)
                .json();
        JsonNode village = StreamSupport.stream(outlines.get("features").spliterator(), false)
                .filter(outline ->
                        outline.get("properties").get("code").asString().equals(VILLAGE))
                .findFirst()
                .orElseThrow();
        assertThat(village.get("geometry").get("type").asString()).endsWith("Polygon");
    }

    private void take(String key, String name) {
        service.core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        "board",
                        List.of(new cn.diming.core.record.RecordDraft(
                                key,
                                Map.of("name", name, "category", "NATURAL_VILLAGE", "division_code", VILLAGE),
                                Optional.of(Drafts.point(113.4502, 22.9102)),
                                List.of(),
                                List.of())));
    }

    private long surveyed(String division) {
        return amount(board(division), "NAMES_SURVEYED").get("amount").asLong();
    }

    private JsonNode board(String division) {
        return reviewer.get("/api/v1/board?division=" + division + "&year=" + year)
                .hasStatus(200)
                .json();
    }

    private static JsonNode amount(JsonNode board, String figure) {
        return StreamSupport.stream(board.get("area").get("amounts").spliterator(), false)
                .filter(amount -> amount.get("figure").asString().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
