package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.EventReader;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An open map hears which tiles an edit changed, and nothing that it may not see. */
@ParameterizedClass
@EnumSource(Engines.class)
class TileChangesFlowTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String CHANGES = "/tiles/changes";

    private final Service service;

    TileChangesFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    private static RecordDraft marker(String managingCode) {
        int number = NUMBER.incrementAndGet();
        Map<String, Object> values = Map.of(
                "marker_key",
                "t" + number,
                "official_number",
                "T" + number,
                "kind",
                "SINGLE",
                "managing_code",
                managingCode);
        return new RecordDraft(
                "m", values, Optional.of(Drafts.point(113.46 + number * 1e-3, 22.91)), List.of(), List.of());
    }

    @Test
    void anEditTellsItsNumberAndTheTilesThatChangedAndTheyHaveIt() {
        service.catchUp();
        try (EventReader events = new EventReader(service.url() + CHANGES)) {
            assertThat(events.next().name()).isEqualTo("ready");
            String place = """
                    {"kind": "PLACE", "name": "瓦片围", "category": "NATURAL_VILLAGE", "divisionCode": "440115103208",
                     "geometry": {"type": "Point", "coordinates": [113.4511, 22.9111]}}""";
            Answer made = service.program(Role.NAMING_OFFICER, "440115")
                    .post("/api/v1/places", place)
                    .hasStatus(201);
            EventReader.Event event = events.next();

            assertThat(event.name()).isEqualTo("tiles");
            assertThat(made.header("Diming-Seq")).isEqualTo(Long.toString(event.id()));
            assertThat(event.data().get("seq").asLong()).isEqualTo(event.id());
            assertThat(event.data().get("set").asString()).isEqualTo("map");
            assertThat(event.data().get("layers").toString()).isEqualTo("[\"place\"]");
            JsonNode tile = deepest(event.data().get("tiles"));
            Answer drawn = service.visitor()
                    .get("/tiles/map/%d/%d/%d.mvt?after=%d"
                            .formatted(
                                    tile.get(0).asInt(),
                                    tile.get(1).asInt(),
                                    tile.get(2).asInt(),
                                    event.id()))
                    .hasStatus(200);
            assertThat(Long.parseLong(drawn.header("Diming-Seq"))).isGreaterThanOrEqualTo(event.id());
            assertThat(drawn.text()).contains("瓦片围");
        }
    }

    /** On a shallow tile the new name may give way to what others have written there. */
    private static JsonNode deepest(JsonNode tiles) {
        return StreamSupport.stream(tiles.spliterator(), false)
                .max(Comparator.comparingInt(tile -> tile.get(0).asInt()))
                .orElseThrow();
    }

    @Test
    void whatOnlyStaffMaySeeIsToldToStaffOfItsAreaAlone() {
        service.catchUp();
        String key = service.program(Role.BOUNDARY_INSPECTOR, "440115").key();
        String elsewhere = service.program(Role.BOUNDARY_INSPECTOR, "440105").key();
        String staff = service.url() + CHANGES + "?set=staff";
        try (EventReader visitor = new EventReader(service.url() + CHANGES);
                EventReader near = new EventReader(staff, "X-Api-Key", key);
                EventReader far = new EventReader(staff, "X-Api-Key", elsewhere)) {
            List.of(visitor, near, far).forEach(EventReader::next);
            service.record(RecordKind.BOUNDARY_MARKER, marker("440115000000"));
            service.catchUp(); // else both may be told at once
            service.record(RecordKind.PLACE, Drafts.village("t", "收尾围", 113.4512, 22.9112));

            assertThat(visitor.next().data().get("layers").toString()).isEqualTo("[\"place\"]");
            assertThat(far.next().data().get("layers").toString()).isEqualTo("[\"place\"]");
            assertThat(near.next().data().get("layers").toString()).isEqualTo("[\"boundary_marker\"]");
            assertThat(near.next().data().get("layers").toString()).isEqualTo("[\"place\"]");
        }
        service.visitor().get(CHANGES + "?set=staff").isProblem(401);
    }

    @Test
    void staffSeesTheMarkersOfItsAreaOnly() {
        RecordDraft draft = marker("440115000000");
        service.record(RecordKind.BOUNDARY_MARKER, draft);
        service.catchUp();
        var at = draft.geometry().orElseThrow().getCoordinate();
        int x = (int) Math.floor((at.x + 180) / 360 * (1 << 14));
        int y = (int) Math.floor((1 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(at.y) / 2)) / Math.PI)
                / 2
                * (1 << 14));
        String tile = "/tiles/staff/14/%d/%d.mvt".formatted(x, y);
        String name = String.valueOf(draft.values().get("official_number"));
        assertThat(service.program(Role.BOUNDARY_INSPECTOR, "440115")
                        .get(tile)
                        .hasStatus(200)
                        .text())
                .contains(name);
        assertThat(service.program(Role.BOUNDARY_INSPECTOR, "440105")
                        .get(tile)
                        .hasStatus(200)
                        .text())
                .doesNotContain(name);
        assertThat(service.visitor()
                        .get(tile.replace("staff", "map"))
                        .hasStatus(200)
                        .text())
                .doesNotContain(name);
    }

    @Test
    void afterABreakTheMissedChangesFollow() {
        service.catchUp();
        long before = service.core.journal().latest();
        service.record(RecordKind.PLACE, Drafts.village("t", "错过的围", 113.4513, 22.9113));
        service.catchUp();
        try (EventReader events = new EventReader(service.url() + CHANGES, "Last-Event-ID", Long.toString(before))) {
            assertThat(events.next().id()).isEqualTo(before);
            assertThat(events.next().id()).isGreaterThan(before);
        }
        try (EventReader events =
                new EventReader(service.url() + CHANGES, "Last-Event-ID", "很久以前的编号".replaceAll("[^0-9]", "x"))) {
            assertThat(events.next().name()).isEqualTo("ready");
            assertThat(events.next().name()).isEqualTo("reload");
        }
    }

    @Test
    void anEditBySqlIsToldAsWell() {
        long id = service.record(RecordKind.PLACE, Drafts.village("t", "手改之前", 113.4514, 22.9114));
        service.catchUp();
        try (EventReader events = new EventReader(service.url() + CHANGES)) {
            events.next();
            service.core
                    .db()
                    .inTransaction(() -> service.core
                            .db()
                            .sql("UPDATE place SET name = '手改之后' WHERE id = " + id)
                            .update());
            assertThat(events.next().data().get("layers").toString()).isEqualTo("[\"place\"]");
        }
    }
}
