package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.Agreement;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.fixtures.BoundaryDrafts;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.geo.LonLat;
import cn.diming.core.inspection.FieldRecordDraft;
import cn.diming.core.inspection.FieldWork;
import cn.diming.core.inspection.Finding;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.MarkerAction;
import cn.diming.core.inspection.Participant;
import cn.diming.core.inspection.PhotoPhase;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.RoundKind;
import cn.diming.core.inspection.RoundPlan;
import cn.diming.core.inspection.RoundState;
import cn.diming.core.inspection.Side;
import cn.diming.core.inspection.SideWork;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Requests about the joint inspection of one line between two villages of 440115 that nobody draws. */
final class InspectionRequests {

    static final String LEFT = "440115701001";
    static final String RIGHT = "440115701002";
    private static final String ROUNDS = "/api/v1/inspections/rounds/";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    final Core core;
    final Inspections inspections;
    private final FieldWork field;
    final BoundaryLine line;
    final BoundaryMarker marker;

    InspectionRequests(Service service) {
        core = service.core;
        inspections = core.inspections();
        field = new FieldWork(
                inspections, new Media(core.mediaSetting(), service.data().resolve("media"), MediaLimits.USUAL));
        line = core.boundaryLines().list(Actor.OPERATOR, Optional.of("440115701")).stream()
                .findFirst()
                .orElseGet(this::register);
        marker = core.boundaryMarkers().of(line).getFirst();
    }

    private BoundaryLine register() {
        BoundaryLine made = core.boundaryLines()
                .register(
                        Actor.OPERATOR,
                        "左村右村线",
                        LineKind.LEGAL,
                        agreement(),
                        Drafts.wkt("LINESTRING (113.1 21.2, 113.11 21.2)"));
        core.boundaryMarkers()
                .register(Actor.OPERATOR, made.id(), BoundaryDrafts.marker(1, new LonLat(113.105, 21.2), LEFT));
        return made;
    }

    private static Agreement agreement() {
        return BoundaryDrafts.agreement("左村右村界线协议书", Optional.of(LocalDate.of(2020, 1, 1)), LEFT, RIGHT);
    }

    static boolean knows(String operation) {
        return operation.contains("Inspection");
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listInspectionsDue" -> client.get("/api/v1/inspections/due").status();
            case "listInspections" -> client.get("/api/v1/inspections/rounds").status();
            case "openInspection" -> {
                clear();
                yield client.post("/api/v1/inspections/rounds", """
                        {"lineId": %d, "kind": "REGULAR", "plan": %s}""".formatted(line.id(), plan()))
                        .status();
            }
            case "getInspection" -> client.get(ROUNDS + open().id()).status();
            case "planInspection" -> {
                InspectionRound round = open();
                yield client.put(ROUNDS + round.id() + "/plan", plan(), "If-Match", tag(round))
                        .status();
            }
            case "writeInspectionSide" ->
                client.put(ROUNDS + open().id() + "/own-side", SIDE).status();
            case "answerInspectionItem" ->
                client.put(ROUNDS + open().id() + "/answers/desk-map", "{\"verdict\": \"FINE\"}")
                        .status();
            case "stepInspection" -> {
                InspectionRound round = open();
                yield client.post(
                                ROUNDS + round.id() + "/steps", "{\"action\": \"BEGIN_FIELD\"}", "If-Match", tag(round))
                        .status();
            }
            case "stepInspection sign" -> sign(client);
            case "getInspectionWork" -> client.get("/api/v1/inspections/work").status();
            default -> askOutside(client, operation);
        };
    }

    private int askOutside(Client client, String operation) {
        String uploads = "/api/v1/inspections/uploads/";
        return switch (operation) {
            case "putInspectionRecord" ->
                client.put(ROUNDS + inState(RoundState.FIELD).id() + "/records/" + UUID.randomUUID(), record(1))
                        .status();
            case "putInspectionRecord of the left" -> {
                UUID id = recorded(MarkerAction.NONE, 0).clientId();
                yield client.put(ROUNDS + latest().id() + "/records/" + id, record(2))
                        .status();
            }
            case "confirmInspectionRecord of the left" ->
                client.put(
                                "/api/v1/inspections/records/"
                                        + recorded(MarkerAction.RESET, 0).clientId() + "/confirmation",
                                "{\"revision\": 1}")
                        .status();
            case "confirmInspectionRecord" -> ask(client, "confirmInspectionRecord of the left");
            case "getInspectionUpload" ->
                client.get(uploads + photoOf(recorded(MarkerAction.NONE, 2))).status();
            case "sendInspectionUpload" ->
                client.putBytes(uploads + photoOf(recorded(MarkerAction.NONE, 2)) + "?offset=0", new byte[] {1, 2})
                        .status();
            case "getInspectionFile" -> file(client);
            case "getInspectionPaper" ->
                client.get(ROUNDS + open().id() + "/report.docx").status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    static final String SIDE = """
            {"participants": [{"name": "李工", "duty": "组长", "office": "民政办"}], "problems": "无", "opinion": "界桩完好"}""";

    static String plan() {
        return "{\"leading\": \"LEFT\", \"from\": \"2026-02-01\", \"to\": \"2026-04-30\", \"sections\": []}";
    }

    String record(int revision) {
        return """
                {"revision": %d, "checkedAt": "2026-03-01T09:30:00+08:00",
                 "marker": {"markerId": %d, "status": "INTACT", "action": "NONE", "lon": 113.10501, "lat": 21.2, "accuracyMetres": 4}}""".formatted(revision, marker.id());
    }

    static String tag(InspectionRound round) {
        return "\"" + round.version() + "\"";
    }

    static Actor inspector(String village) {
        return new Actor(OptionalLong.empty(), village, Role.BOUNDARY_INSPECTOR, village);
    }

    InspectionRound latest() {
        return inspections.list(Actor.OPERATOR, Optional.of(line.id())).getFirst();
    }

    /** Ends what is under way: a line has one round at a time. */
    void clear() {
        core.db()
                .inTransaction(() -> core.db()
                        .sql("UPDATE inspection_round SET state = 'CANCELLED' WHERE line_id = :line")
                        .param("line", line.id())
                        .update());
    }

    /** A new round with people on both sides. */
    InspectionRound open() {
        clear();
        RoundFile made = inspections.open(
                inspector(LEFT),
                line.id(),
                RoundKind.REGULAR,
                Optional.empty(),
                new RoundPlan(Side.LEFT, DAY, DAY.plusDays(60), List.of()));
        for (String village : List.of(LEFT, RIGHT)) {
            inspections.write(
                    inspector(village),
                    made.round().id(),
                    new SideWork(List.of(new Participant("李工", "组长", "")), Optional.empty(), Optional.of("完好")));
        }
        return made.round();
    }

    InspectionRound inState(RoundState state) {
        InspectionRound round = open();
        core.db()
                .inTransaction(() -> core.db()
                        .sql("UPDATE inspection_round SET state = :state WHERE id = :id")
                        .param("state", state)
                        .param("id", round.id())
                        .update());
        return latest();
    }

    private int sign(Client client) {
        InspectionRound round = inState(RoundState.COMPILED);
        String sha256 = inspections.get(Actor.OPERATOR, round.id()).sha256();
        return client.post(
                        ROUNDS + round.id() + "/steps",
                        "{\"action\": \"SIGN\", \"sha256\": \"%s\"}".formatted(sha256),
                        "If-Match",
                        tag(round))
                .status();
    }

    private cn.diming.core.inspection.FieldRecord recorded(MarkerAction action, long photoBytes) {
        InspectionRound round = inState(RoundState.FIELD);
        boolean mended = action != MarkerAction.NONE;
        return field.put(
                inspector(LEFT),
                round.id(),
                new FieldRecordDraft(
                        UUID.randomUUID(),
                        1,
                        false,
                        new Finding.MarkerCheck(
                                marker.id(),
                                mended ? MarkerStatus.LOST : MarkerStatus.INTACT,
                                Optional.empty(),
                                OptionalDouble.empty(),
                                mended ? Optional.of("施工挖走") : Optional.empty(),
                                action,
                                mended ? Optional.of("王五") : Optional.empty(),
                                Optional.empty()),
                        Instant.parse("2026-03-01T01:30:00Z"),
                        photoBytes == 0
                                ? List.of()
                                : List.of(new FieldRecordDraft.PhotoDraft(
                                        UUID.randomUUID(), PhotoPhase.BEFORE, photoBytes))));
    }

    private static UUID photoOf(cn.diming.core.inspection.FieldRecord record) {
        return record.photos().getFirst().id();
    }

    private int file(Client client) {
        byte[] jpeg = jpeg();
        UUID photo = photoOf(recorded(MarkerAction.NONE, jpeg.length));
        long media = field.receive(inspector(LEFT), photo, 0, new ByteArrayInputStream(jpeg))
                .photo()
                .mediaId()
                .orElseThrow();
        return client.get(ROUNDS + latest().id() + "/files/" + media).status();
    }

    static byte[] jpeg() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
