package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The territory guard over HTTP: one test for each path that could move a legal line or an outline along it. */
@ParameterizedClass
@EnumSource(Engines.class)
class TerritoryFlowTest {

    private static final String WEST = "440115871000";
    private static final String EAST = "440115872000";
    private static final String MOVED = """
            {"type": "LineString", "coordinates": [[113.15, 21.43], [113.153, 21.415], [113.15, 21.4]]}""";
    private static final String GRABBING = """
            {"type": "Polygon", "coordinates":
             [[[113.15, 21.4], [113.2, 21.4], [113.2, 21.43], [113.15, 21.43], [113.147, 21.415], [113.15, 21.4]]]}""";
    private static final Geometry AGREED = Drafts.wkt("LINESTRING (113.15 21.43, 113.15 21.415, 113.15 21.4)");
    private static final Geometry EAST_OUTLINE =
            Drafts.wkt("POLYGON ((113.15 21.4, 113.2 21.4, 113.2 21.43, 113.15 21.43, 113.15 21.415, 113.15 21.4))");

    private final Service service;
    private final Client administrator;
    private final BoundaryLine line;
    private final long east;

    TerritoryFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.administrator = service.program(Role.ADMINISTRATOR, "440115");
        Optional<BoundaryLine> known = service.core.boundaryLines().list(Actor.OPERATOR, Optional.of(WEST)).stream()
                .findFirst();
        this.line = known.orElseGet(this::agreed);
        this.east = service.core
                .db()
                .sql("SELECT id FROM division WHERE code = :code")
                .param("code", EAST)
                .getLong();
    }

    private BoundaryLine agreed() {
        service.core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "territory-flow",
                        List.of(
                                Drafts.division(
                                        WEST,
                                        "守西镇",
                                        4,
                                        "440115000000",
                                        Optional.of(
                                                Drafts.wkt(
                                                        "POLYGON ((113.1 21.4, 113.15 21.4, 113.15 21.415, 113.15 21.43, 113.1 21.43, 113.1 21.4))"))),
                                Drafts.division(EAST, "守东镇", 4, "440115000000", Optional.of(EAST_OUTLINE))));
        service.core.divisions().rebuild();
        long id = administrator
                .post("/api/v1/boundaries/lines", """
                {"name": "守东守西线", "kind": "LEGAL", "agreement": {"title": "守东镇与守西镇行政区域界线协议书", "left": "%s", "right": "%s",
                 "geometry": {"type": "LineString", "coordinates": [[113.15, 21.43], [113.15, 21.415], [113.15, 21.4]]}}}""".formatted(EAST.substring(0, 9), WEST.substring(0, 9)))
                .hasStatus(201)
                .json()
                .at("/line/id")
                .asLong();
        return service.core.boundaryLines().find(id).orElseThrow();
    }

    @Test
    void theRegistersFormDoesNotMoveALegalLineOrAnOutlineOffIt() {
        refused(administrator.patch(
                "/api/v1/places/" + line.id(), "{\"geometry\": " + MOVED + "}", "If-Match", version()));
        refused(administrator.patch("/api/v1/places/" + east, "{\"geometry\": " + GRABBING + "}", "If-Match", "\"1\""));
        refused(administrator.delete("/api/v1/places/" + line.id(), "If-Match", version()));
        refused(administrator.delete("/api/v1/places/" + east, "If-Match", "\"1\""));
        assertUnmoved();
    }

    @Test
    void aSecondLineBetweenTheSameTwoIsNoWayRound() {
        administrator
                .post("/api/v1/boundaries/lines", """
                {"name": "另一条线", "kind": "PROPOSED", "agreement": {"title": "草案", "left": "%s", "right": "%s", "geometry": %s}}""".formatted(EAST.substring(0, 9), WEST.substring(0, 9), MOVED))
                .isProblem(422);
        administrator.post("/api/v1/places", """
                {"kind": "BOUNDARY_LINE", "name": "另一条线", "geometry": %s}""".formatted(MOVED)).isProblem(400);
        assertUnmoved();
    }

    @Test
    void ogcFeaturesPartFourMovesNeither() {
        for (String item : List.of("boundary-lines/items/" + line.id(), "divisions/items/" + east)) {
            String path = "/ogc/collections/" + item;
            String shape = item.startsWith("boundary") ? MOVED : GRABBING;
            String tag = item.startsWith("boundary") ? version() : "\"1\"";
            ObjectNode whole = (ObjectNode) administrator.get(path + "?f=json").json();
            whole.set("geometry", JsonMapper.shared().readTree(shape));
            refused(administrator.send(
                    "PUT",
                    path,
                    Optional.of(whole.toString()),
                    "If-Match",
                    tag,
                    "Content-Type",
                    "application/geo+json"));
            refused(administrator.patch(
                    path,
                    "{\"geometry\": " + shape + "}",
                    "If-Match",
                    tag,
                    "Content-Type",
                    "application/merge-patch+json"));
            refused(administrator.delete(path, "If-Match", tag));
        }
        assertUnmoved();
    }

    @Test
    void aBulkEditOfTheRegisterReachesNeither() {
        administrator
                .post("/api/v1/register/bulk-edits", """
                {"records": [{"id": %d, "version": %d}, {"id": %d, "version": 1}], "set": {"source": "批量"}}""".formatted(line.id(), line.version(), east))
                .isProblem(422);
        assertUnmoved();
    }

    @Test
    void aNamingCaseIsNotAboutALineOrADivision() {
        for (long id : List.of(line.id(), east)) {
            Answer answer =
                    service.program(Role.NAMING_OFFICER, "440115").post("/api/v1/cases", """
                    {"type": "RENAME", "title": "改线", "divisionCode": "440115103208",
                     "items": [{"action": "RENAME", "placeId": %d, "name": "新名", "geometry": %s}]}""".formatted(id, MOVED));
            assertThat(answer.status()).isBetween(400, 499);
        }
        assertUnmoved();
    }

    @Test
    void aRepairOfTheCoverageThatWouldMoveTheLineCannotBeConfirmed() {
        String wish = """
                {"method": "CUT", "divisions": [%1$d, %2$d], "versions": {"%1$d": 1, "%2$d": 1}, "shape": {"type": "Polygon",
                 "coordinates": [[[113.15, 21.41], [113.151, 21.41], [113.151, 21.42], [113.15, 21.42], [113.15, 21.41]]]}}""".formatted(east, west());
        assertThat(administrator
                        .post("/api/v1/boundaries/repairs/confirmations", wish)
                        .status())
                .isBetween(400, 499);
        assertUnmoved();
    }

    private long west() {
        return service.core
                .db()
                .sql("SELECT id FROM division WHERE code = :code")
                .param("code", WEST)
                .getLong();
    }

    private String version() {
        return "\"" + line.version() + "\"";
    }

    private static void refused(Answer answer) {
        answer.isProblem(422);
        assertThat(answer.text()).contains("行政区域界线管理条例");
    }

    private void assertUnmoved() {
        BoundaryLine now = service.core.boundaryLines().find(line.id()).orElseThrow();
        assertThat(now.current().geometry().equalsExact(AGREED)).isTrue();
        assertThat(now.version()).isEqualTo(line.version());
        Geometry outline = service.core
                .db()
                .sql("SELECT geom FROM division WHERE id = :id")
                .param("id", east)
                .find(row -> row.findGeometry("geom").orElseThrow())
                .orElseThrow();
        assertThat(outline.equalsExact(EAST_OUTLINE)).isTrue();
    }
}
