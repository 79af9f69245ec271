package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.plate.ErrorReport;
import cn.diming.core.plate.NumberingRequest;
import cn.diming.core.plate.Selection;
import cn.diming.core.sign.SignStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One request for each operation of door plates and signs, with records of its own inside of 南沙区. */
record DoorRequests(Service service) {

    private static final String DAWEN = "440115103208";
    private static final String SELECTION = "{\"division\": \"440115103208\", \"profile\": \"rural\"}";
    private static final String SIGNS = "{\"division\": \"440115103208\", \"profile\": \"village\"}";

    static boolean knows(String operation) {
        return operation.contains("Plate")
                || operation.contains("Numbering")
                || operation.contains("Renumbering")
                || operation.contains("Sign")
                || operation.equals("parseAddress");
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listNumberingProfiles" ->
                client.get("/api/v1/numbering/profiles").status();
            case "proposeNumbering" -> {
                plate();
                yield client.post("/api/v1/numbering/proposals", SELECTION).status();
            }
            case "commitNumbering" -> commit(client);
            case "listRenumberings" ->
                client.get("/api/v1/numbering/renumberings?division=" + DAWEN).status();
            case "getRenumberingTable" ->
                client.get("/api/v1/numbering/renumberings/" + renumbering() + "/table.xlsx")
                        .status();
            case "checkPlates" -> {
                plate();
                yield client.post("/api/v1/numbering/checks", "{\"division\": \"" + DAWEN + "\"}")
                        .status();
            }
            case "provePlates" -> {
                plate();
                yield client.post("/api/v1/numbering/proofs", SELECTION).status();
            }
            case "printPlateProof" -> {
                plate();
                yield client.post("/api/v1/numbering/proofs/report.pdf", SELECTION)
                        .status();
            }
            case "parseAddress" ->
                client.post("/api/v1/addresses/parse", "{\"text\": \"大稳村芝正街12号\"}")
                        .status();
            default -> askAboutPlates(client, operation);
        };
    }

    private int askAboutPlates(Client client, String operation) {
        return switch (operation) {
            case "listPlates" -> client.get("/api/v1/plates?division=" + DAWEN).status();
            case "getPlate" -> client.get("/api/v1/plates/" + plate()).status();
            case "advancePlate" ->
                client.post("/api/v1/plates/" + plate() + "/steps", "{\"to\": \"DAMAGED\"}", "If-Match", "\"1\"")
                        .status();
            case "getPlateDrawing" ->
                client.get("/api/v1/plates/" + plate() + "/drawing.svg").status();
            case "getPlateConfirmation" ->
                client.get("/api/v1/plates/" + confirmed() + "/confirmation.pdf")
                        .status();
            case "getPlateProduction" ->
                client.get("/api/v1/plates/production.xlsx?division=" + DAWEN).status();
            case "getPlateProductionText" ->
                client.get("/api/v1/plates/production.csv?division=" + DAWEN).status();
            case "listPlateFindings" ->
                client.get("/api/v1/plates/findings?division=" + DAWEN).status();
            case "getPublicPlate" ->
                client.get("/api/v1/public/plates/" + plate()).status();
            case "reportPlate" ->
                client.post("/api/v1/public/plates/" + plate() + "/reports", "{\"kind\": \"DAMAGED\"}")
                        .status();
            case "listPlateReports" ->
                client.get("/api/v1/plates/reports?division=" + DAWEN).status();
            case "answerPlateReport" ->
                client.post("/api/v1/plates/reports/" + report() + "/answer", "{\"answer\": \"已更换\"}")
                        .status();
            default -> askAboutSigns(client, operation);
        };
    }

    private int askAboutSigns(Client client, String operation) {
        return switch (operation) {
            case "listSignProfiles" -> client.get("/api/v1/signs/profiles").status();
            case "proposeSigns" -> client.post("/api/v1/signs/proposals", SIGNS).status();
            case "commitSigns" -> client.post("/api/v1/signs/plans", SIGNS).status();
            case "listSigns" -> client.get("/api/v1/signs?division=" + DAWEN).status();
            case "getSign" -> client.get("/api/v1/signs/" + sign()).status();
            case "advanceSign" ->
                client.post("/api/v1/signs/" + sign() + "/steps", "{\"to\": \"ORDERED\"}", "If-Match", "\"1\"")
                        .status();
            case "getSignDrawing" ->
                client.get("/api/v1/signs/" + sign() + "/drawing.svg").status();
            case "getSignBill" ->
                client.get("/api/v1/signs/bill.xlsx?division=" + DAWEN).status();
            case "getSignDrawings" -> {
                sign();
                yield client.get("/api/v1/signs/drawings.pdf?division=" + DAWEN).status();
            }
            case "getSignCoverage" ->
                client.get("/api/v1/signs/coverage?division=" + DAWEN).status();
            case "planSignPatrol" ->
                client.get("/api/v1/signs/patrol?division=" + DAWEN + "&lon=113.45&lat=22.9")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    private int commit(Client client) {
        plate();
        String hash = service.core
                .doorNumbering()
                .propose(Actor.OPERATOR, everything())
                .sha256();
        return client.post("/api/v1/numbering/renumberings", """
                {"request": {"division": "440115103208", "profile": "rural", "keep": "NONE"}, "hash": "%s", "reason": "整村编号"}""".formatted(hash))
                .status();
    }

    private long renumbering() {
        plate();
        String hash = service.core
                .doorNumbering()
                .propose(Actor.OPERATOR, everything())
                .sha256();
        return service.core
                .doorNumbering()
                .commit(Actor.OPERATOR, everything(), hash, "整村编号")
                .id();
    }

    private static NumberingRequest everything() {
        return new NumberingRequest(
                new Selection(OptionalLong.empty(), DAWEN), "rural", NumberingRequest.Keep.NONE, List.of());
    }

    private long plate() {
        return service.record(
                RecordKind.DOOR_PLATE,
                Drafts.record(Map.of("number_text", "9号", "division_code", DAWEN), Drafts.point(113.4499, 22.9051)));
    }

    private long confirmed() {
        return service.record(
                RecordKind.DOOR_PLATE,
                Drafts.record(
                        Map.of("number_text", "9号", "division_code", DAWEN, "numbering_authority", "南沙区公安分局"),
                        Drafts.point(113.4499, 22.9051)));
    }

    private long report() {
        service.core.plates().report(plate(), ErrorReport.Kind.DAMAGED, Optional.empty());
        return service.core
                .plates()
                .reports(Actor.OPERATOR, new Selection(OptionalLong.empty(), DAWEN), true, 1)
                .getFirst()
                .id();
    }

    private long sign() {
        service.record(
                RecordKind.PLACE,
                Drafts.record(
                        Map.of("name", "芝正街", "category", "STREET", "division_code", DAWEN),
                        Drafts.wkt("LINESTRING (113.45 22.905, 113.453 22.905)")));
        service.core.signs().commit(Actor.OPERATOR, DAWEN, "village", List.of());
        return service.core.signs().list(Actor.OPERATOR, DAWEN).stream()
                .filter(sign -> sign.status() == SignStatus.PLANNED)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
