package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.Witness;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.BoundaryDrafts;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Walk;
import cn.diming.core.geo.LonLat;
import cn.diming.core.patrol.TrackFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests about lines between villages of 440115, each about something of its own. */
record BoundaryRequests(Service service) {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<String> OPERATIONS = Set.of(
            "checkCoverage",
            "exportCoverage",
            "proposeRepairs",
            "confirmRepairs",
            "judgeCoordinates",
            "registerThreeWayPoint",
            "getMarkerTable",
            "getMarkerForm");

    private static final Set<String> PATROLS =
            Set.of("listPatrols", "provePatrol", "getPatrol", "getPatrolProof", "explainPatrol");

    private static final TrackFile TRACK = new Walk(Drafts.wkt("LINESTRING (113.1 21.1, 113.1005 21.1)"), 1, 0)
            .along()
            .file("track.gpx");

    static boolean knows(String operation) {
        return operation.contains("Boundar") || PATROLS.contains(operation) || OPERATIONS.contains(operation);
    }

    int ask(Client client, String operation) {
        return DocumentRequests.knows(operation)
                ? new DocumentRequests(service).ask(client, operation)
                : askAboutLines(client, operation);
    }

    private int askAboutLines(Client client, String operation) {
        String lines = "/api/v1/boundaries/lines";
        return switch (operation) {
            case "listPublicBoundaries" ->
                client.get("/api/v1/boundaries/public").status();
            case "listBoundaryLines" -> client.get(lines).status();
            case "registerBoundaryLine" ->
                client.post(
                                lines,
                                "{\"name\": \"某线\", \"kind\": \"LEGAL\", \"agreement\": "
                                        + agreement(village(), village()) + "}")
                        .status();
            case "getBoundaryLine" -> client.get(lines + "/" + line().id()).status();
            case "listBoundaryAgreements" ->
                client.get(lines + "/" + line().id() + "/agreements").status();
            case "adoptBoundaryAgreement" -> {
                BoundaryLine line = line();
                String body = agreement(line.left().prefix(), line.right().prefix());
                yield client.post(lines + "/" + line.id() + "/agreements", body, "If-Match", "\"1\"")
                        .status();
            }
            case "listBoundaryMarkers" ->
                client.get(lines + "/" + line().id() + "/markers").status();
            case "getMarkerTable" ->
                client.get(lines + "/" + line().id() + "/markers.xlsx").status();
            case "getBoundaryCourse" ->
                client.get(lines + "/" + line().id() + "/course").status();
            case "checkBoundaryLine" ->
                client.get(lines + "/" + line().id() + "/checks").status();
            default -> askAboutMarkers(client, operation);
        };
    }

    private int askAboutMarkers(Client client, String operation) {
        return switch (operation) {
            case "registerBoundaryMarker" -> {
                BoundaryLine line = line();
                yield client.post("/api/v1/boundaries/lines/" + line.id() + "/markers", marker(line))
                        .status();
            }
            case "changeBoundaryMarker" -> {
                BoundaryLine line = line();
                yield client.send(
                                "PUT",
                                "/api/v1/boundaries/markers/" + registered(line),
                                Optional.of(marker(line)),
                                "If-Match",
                                "\"1\"")
                        .status();
            }
            case "getBoundaryMarker" ->
                client.get("/api/v1/boundaries/markers/" + registered(line())).status();
            case "getMarkerForm" ->
                client.get("/api/v1/boundaries/markers/" + registered(line()) + "/form.docx")
                        .status();
            case "registerThreeWayPoint" ->
                client.post("/api/v1/boundaries/three-way-points", """
                        {"codes": ["%s", "%s", "%s"], "lon": 113.4, "lat": 22.9}""".formatted(village(), village(), village()))
                        .status();
            default ->
                PATROLS.contains(operation) ? askAboutPatrols(client, operation) : askAboutCoverage(client, operation);
        };
    }

    private int askAboutPatrols(Client client, String operation) {
        String patrols = "/api/v1/boundaries/patrols/";
        return switch (operation) {
            case "listPatrols" ->
                client.get("/api/v1/boundaries/lines/" + line().id() + "/patrols")
                        .status();
            case "provePatrol" ->
                client.uploadAs("files", "/api/v1/boundaries/lines/" + line().id() + "/patrols", TRACK.content())
                        .status();
            case "getPatrol" -> client.get(patrols + patrol()).status();
            case "getPatrolProof" ->
                client.get(patrols + patrol() + "/proof.zip").status();
            case "explainPatrol" ->
                client.send(
                                "PUT",
                                patrols + patrol() + "/reasons",
                                Optional.of("{\"reasons\": []}"),
                                "If-Match",
                                "\"1\"")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    private long patrol() {
        return service.core
                .patrols()
                .prove(Actor.OPERATOR, line().id(), List.of(TRACK), false)
                .id();
    }

    private int askAboutCoverage(Client client, String operation) {
        return switch (operation) {
            case "checkCoverage" ->
                client.get("/api/v1/boundaries/coverage?level=5&division=440115103")
                        .status();
            case "exportCoverage" ->
                client.get("/api/v1/boundaries/coverage.csv?level=5&division=440115103")
                        .status();
            case "proposeRepairs" ->
                client.post("/api/v1/boundaries/repairs", repair()).status();
            case "confirmRepairs" ->
                client.post("/api/v1/boundaries/repairs/confirmations", repair())
                        .status();
            case "judgeCoordinates" ->
                client.post("/api/v1/boundaries/crs-opinions", "{\"coordinates\": [[22.9, 113.4]]}")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    /** A village of its own each time. */
    private static String village() {
        int number = NUMBER.incrementAndGet();
        return "440115%03d%03d".formatted(300 + number / 900, 1 + number % 900);
    }

    private static String agreement(String left, String right) {
        return """
                {"title": "协议", "left": "%s", "right": "%s",
                 "geometry": {"type": "LineString", "coordinates": [[113.1, 21.1], [113.2, 21.1]]}}""".formatted(left, right);
    }

    private BoundaryLine line() {
        return service.core
                .boundaryLines()
                .register(
                        Actor.OPERATOR,
                        "某线",
                        LineKind.LEGAL,
                        BoundaryDrafts.agreement("协议", village(), village()),
                        Drafts.wkt("LINESTRING (113.1 21.1, 113.15 21.1, 113.2 21.1)"));
    }

    private static String marker(BoundaryLine line) {
        return """
                {"officialNumber": "0102009Q", "sequence": 9, "kind": "SINGLE", "managingCode": "%s", "lon": 113.15, "lat": 21.1,
                 "basis": "双方测定记录",
                 "witnesses": [{"description": "古榕树", "bearing": 35.5, "distance": 12.4}]}""".formatted(line.left().prefix());
    }

    private long registered(BoundaryLine line) {
        return service.core
                .boundaryMarkers()
                .register(
                        Actor.OPERATOR,
                        line.id(),
                        BoundaryDrafts.marker(
                                1, new LonLat(113.15, 21.1), line.left().digits(), new Witness("古榕树", 35.5, 12.4)))
                .id();
    }

    /** Two areas that overlap by a strip. */
    private String repair() {
        String one = village();
        String other = village();
        service.core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "boundary-requests",
                        List.of(
                                Drafts.division(one, "甲", 5, "", Optional.of(Drafts.square(113.3, 21.1, 0.02))),
                                Drafts.division(other, "乙", 5, "", Optional.of(Drafts.square(113.3199, 21.1, 0.02)))));
        long first = id(one);
        long second = id(other);
        return """
                {"method": "CUT", "divisions": [%d, %d], "versions": {"%d": 1, "%d": 1}, "shape": {"type": "Polygon",
                 "coordinates": [[[113.3199, 21.1], [113.32, 21.1], [113.32, 21.12], [113.3199, 21.12], [113.3199, 21.1]]]}}""".formatted(first, second, first, second);
    }

    private long id(String village) {
        return service.core
                .db()
                .sql("SELECT id FROM division WHERE code = :code")
                .param("code", village)
                .getLong();
    }
}
