package cn.diming.api.flows;

import cn.diming.api.fixtures.CaseSamples;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.sheet.LabelPin;
import cn.diming.core.sheet.SheetTarget;
import cn.diming.core.sheet.SheetWish;
import java.util.List;
import java.util.Set;

/** The operations of printed sheets as {@link RightsMatrixTest} asks them. */
final class SheetRequests {

    static final String DAWEN = "440115103208";
    private static final String ROOT = "/api/v1/sheets";
    private static final Set<String> PLANS = Set.of("getPlacePlan", "getCasePlan", "getViewPrint");
    private static final String PIN = "{\"feature\": 4711, \"rule\": \"poi\", \"dx\": 2.5, \"dy\": -1}";

    private final Service service;

    SheetRequests(Service service) {
        this.service = service;
    }

    static boolean knows(String operation) {
        return operation.contains("Sheet") || PLANS.contains(operation);
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listSheetTemplates" -> client.get(ROOT + "/templates").status();
            case "getSheetPreview" ->
                client.get(ROOT + "/preview?template=a4&division=" + DAWEN).status();
            case "getSheetPreviewFile" ->
                client.get(ROOT + "/preview/PNG?template=a4&dpi=36&division=" + DAWEN)
                        .status();
            case "listSheetPins" -> client.get(ROOT + "/pins/" + DAWEN).status();
            case "setSheetPin" -> client.put(ROOT + "/pins/" + DAWEN, PIN).status();
            case "removeSheetPin" -> {
                service.core.labelPins().put(Actor.OPERATOR, DAWEN, new LabelPin(4712, "poi", 1, 1, 0, false));
                yield client.delete(ROOT + "/pins/" + DAWEN + "?feature=4712&rule=poi")
                        .status();
            }
            case "getPlacePlan" ->
                client.get(ROOT + "/places/" + place() + ".pdf").status();
            case "getCasePlan" ->
                client.get(ROOT + "/cases/"
                                + CaseSamples.draft(service.core, "图和路").id() + ".pdf")
                        .status();
            case "getViewPrint" ->
                client.get(ROOT + "/view.pdf?template=a4&bbox=113.44,22.9,113.46,22.92")
                        .status();
            default -> askAboutRuns(client, operation);
        };
    }

    private int askAboutRuns(Client client, String operation) {
        String run = ROOT + "/runs/";
        return switch (operation) {
            case "listSheetRuns" -> client.get(ROOT + "/runs").status();
            case "createSheetRun" ->
                client.post(
                                ROOT + "/runs",
                                "{\"divisions\": [\"440115103208\"], \"template\": \"a4\", \"profile\": \"INTERNAL\", \"formats\": [\"SVG\"]}")
                        .status();
            case "getSheetRun" -> client.get(run + run()).status();
            case "cancelSheetRun" -> client.post(run + run() + "/cancel", "").status();
            case "resumeSheetRun" -> client.post(run + run() + "/resume", "").status();
            case "publishSheetRun" -> client.post(run + run() + "/publish", "").status();
            case "deleteSheetRun" -> client.delete(run + run()).status();
            case "getSheetFile" -> client.get(run + run() + "/files/2000/PDF").status();
            case "getSheetThumbnail" ->
                client.get(run + run() + "/thumbnails/2000").status();
            case "getSheetZip" -> client.get(run + run() + "/sheets.zip").status();
            case "getMergedSheets" -> client.get(run + run() + "/merged.pdf").status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** An internal one without PDF, over already. */
    private long run() {
        long id = service.core
                .sheetRuns()
                .create(
                        Actor.OPERATOR,
                        new SheetWish("大稳村", "a4", true, List.of("svg"), null, ""),
                        List.of(new SheetTarget(DAWEN, "大稳村")))
                .id();
        service.core.sheetRuns().cancel(Actor.OPERATOR, id);
        return id;
    }

    private long place() {
        return service.record(RecordKind.PLACE, Drafts.place("x", "细围", "OTHER", Drafts.point(113.45, 22.91)));
    }
}
