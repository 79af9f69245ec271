package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.history.Decision;
import cn.diming.core.history.ProtectionClass;
import cn.diming.core.history.ProtectionDraft;
import cn.diming.core.record.RecordDraft;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One request for each operation of the register, with a record of its own inside of 南沙区. */
record RegisterRequests(Service service) {

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listRegister" ->
                client.get("/api/v1/register?division=440115").status();
            case "exportRegister" ->
                client.get("/api/v1/register/export?format=CSV&division=440115103208")
                        .status();
            case "editRegister" -> edit(client, place("RECORDED"));
            case "editRegister proposed" -> edit(client, place("PROPOSED"));
            case "getRegistrationForm" -> client.get("/api/v1/register/form").status();
            case "getRegisterMap" ->
                client.get("/api/v1/register/map?bbox=113.4,22.9,113.41,22.91&asOf=1998-07-01")
                        .status();
            case "getRegisterEntry" ->
                client.get("/api/v1/register/" + place("RECORDED")).status();
            case "getRegisterEntry proposed" ->
                client.get("/api/v1/register/" + place("PROPOSED")).status();
            case "getRegisterTimeline" ->
                client.get("/api/v1/register/" + place("RECORDED") + "/timeline")
                        .status();
            case "getRegisterTimeline proposed" ->
                client.get("/api/v1/register/" + place("PROPOSED") + "/timeline")
                        .status();
            case "correctRegisterEntry" ->
                client.post("/api/v1/register/" + renamed() + "/corrections", """
                        {"asOf": "1998-07-01", "set": {"meaning": "小围"}, "reason": "据县志"}""", "If-Match", "\"2\"")
                        .status();
            case "listAudit" -> client.get("/api/v1/audit?limit=5").status();
            case "verifyAudit" -> client.get("/api/v1/audit/verification").status();
            default -> askAboutNames(client, operation);
        };
    }

    private int askAboutNames(Client client, String operation) {
        return switch (operation) {
            case "addAlias" -> addAlias(client, place("RECORDED"));
            case "addAlias proposed" -> addAlias(client, place("PROPOSED"));
            case "updateAlias" ->
                client.patch(alias(), "{\"text\": \"细细围\", \"kind\": \"ALIAS\"}", "If-Match", "\"1\"")
                        .status();
            case "deleteAlias" -> client.delete(alias(), "If-Match", "\"1\"").status();
            case "listProtectedNames" -> client.get("/api/v1/protection-list").status();
            case "getProtectedName" -> client.get(listed()).status();
            case "addProtectedName" ->
                client.post("/api/v1/protection-list", """
                        {"placeId": %d, "class": "OLD_VILLAGE", "batch": 1}""".formatted(place("STANDARD")))
                        .status();
            case "updateProtectedName" ->
                client.patch(listed(), "{\"legends\": \"相传有白鹭。\"}", "If-Match", "\"1\"")
                        .status();
            case "removeProtectedName" ->
                client.delete(listed() + "?reason=adjusted", "If-Match", "\"1\"")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    private static int edit(Client client, long id) {
        return client.post("/api/v1/register/bulk-edits", """
                {"records": [{"id": %d, "version": 1}], "set": {"meaning": "小围"}}""".formatted(id)).status();
    }

    private static int addAlias(Client client, long id) {
        return client.post("/api/v1/register/" + id + "/aliases", "{\"text\": \"围仔\", \"kind\": \"ALIAS\"}")
                .status();
    }

    private String alias() {
        long id = place("RECORDED");
        var name = new RecordDraft.Name(
                "围仔", RecordDraft.NameKind.ALIAS, Optional.empty(), Optional.empty(), Optional.empty());
        long nameId = service.core
                .aliases()
                .add(Actor.OPERATOR, id, name, Optional.empty())
                .id();
        return "/api/v1/register/" + id + "/aliases/" + nameId;
    }

    private String listed() {
        ProtectionDraft draft = new ProtectionDraft(
                OptionalLong.of(place("STANDARD")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProtectionClass.OLD_VILLAGE,
                1,
                Optional.empty(),
                Map.of(),
                Set.of());
        return "/api/v1/protection-list/"
                + service.core.protectionList().add(Actor.OPERATOR, draft).id();
    }

    private long renamed() {
        long id = place("RECORDED");
        Decision decision = new Decision(LocalDate.parse("2001-05-01"), "批复", OptionalLong.empty());
        return service.core.journal().write(Actor.OPERATOR, changes -> {
            service.core.standardNames().rename(changes, id, "大围", Optional.empty(), decision);
            return id;
        });
    }

    private long place(String status) {
        return service.record(
                RecordKind.PLACE, Drafts.with(Drafts.village("x", "细围", 113.45, 22.91), "status", status));
    }
}
