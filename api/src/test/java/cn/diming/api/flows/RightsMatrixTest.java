package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.CaseSamples;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Contract;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geocode.GeocodeOptions;
import cn.diming.core.romanise.ConfirmedReadings.Confirmation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, where: every operation of the contract, as every role, inside and outside of its jurisdiction. */
@ParameterizedClass
@EnumSource(Engines.class)
class RightsMatrixTest {

    private static final List<String> ASKERS = List.of(
            "VISITOR", "COLLECTOR", "MERCHANT", "NAMING_OFFICER", "REVIEWER", "BOUNDARY_INSPECTOR", "ADMINISTRATOR");
    private static final Map<String, String> JURISDICTIONS = Map.of(
            "inside",
            "440115",
            "town",
            "440115103",
            "outside",
            "440113",
            "all",
            "",
            "left",
            InspectionRequests.LEFT,
            "right",
            InspectionRequests.RIGHT);
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Service service;
    private final Map<String, Client> clients = new HashMap<>();
    private final CaseRequests cases;
    private long account;
    private long namingCase;
    private boolean listed;

    RightsMatrixTest(Engines engine) {
        this.service = Service.on(engine);
        this.cases = new CaseRequests(service);
    }

    @Test
    void everyCellAnswersAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (String[] row : table()) {
            for (int i = 0; i < ASKERS.size(); i++) {
                int expected = Integer.parseInt(row[i + 2]);
                int actual = ask(client(ASKERS.get(i), row[1]), row[0]);
                cells++;
                if (actual != expected) {
                    wrong.add(
                            "%s as %s %s: %d instead of %d".formatted(row[0], ASKERS.get(i), row[1], actual, expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(300);
    }

    @Test
    void everyOperationOfTheContractStandsInTheTable() {
        List<String> asked = table().stream()
                .map(row -> row[0].split(" ", -1)[0] + " " + row[1])
                .toList();
        for (Contract.Operation operation : Contract.read().operations()) {
            if (!operation.tag().equals("Tiles")) {
                assertThat(asked).contains(operation.id() + " inside", operation.id() + " outside");
            }
        }
    }

    private int ask(Client client, String operation) {
        return switch (operation) {
            case "search" -> client.get("/api/v1/search?q=dawen").status();
            case "suggest" -> client.get("/api/v1/suggest?q=dw").status();
            case "reverse" -> client.get("/api/v1/reverse?lon=113.45&lat=22.91").status();
            case "getPlace" -> client.get("/api/v1/places/" + place("RECORDED")).status();
            case "getPlace proposed" ->
                client.get("/api/v1/places/" + place("PROPOSED")).status();
            case "getPlace marker" -> client.get("/api/v1/places/" + marker()).status();
            case "getPlaceHistory" ->
                client.get("/api/v1/places/" + place("RECORDED") + "/history").status();
            case "getPlaceHistory proposed" ->
                client.get("/api/v1/places/" + place("PROPOSED") + "/history").status();
            case "createPlace" ->
                client.post("/api/v1/places", newPlace("PLACE", "{}")).status();
            case "createPlace shop" ->
                client.post("/api/v1/places", newPlace("SHOP", "{\"category\": \"FOOD\"}"))
                        .status();
            case "createPlace division" ->
                client.post("/api/v1/places", newDivision()).status();
            case "updatePlace" -> change(client, place("RECORDED"), "{\"meaning\": \"小围\"}");
            case "updatePlace away" ->
                change(client, place("RECORDED"), "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [120, 30]}}");
            case "updatePlace proposed" -> change(client, place("PROPOSED"), "{\"meaning\": \"小围\"}");
            case "deletePlace" ->
                client.delete("/api/v1/places/" + place("RECORDED"), "If-Match", "\"1\"")
                        .status();
            case "listDivisions" ->
                client.get("/api/v1/divisions?parent=440115").status();
            case "findDivisionsAt" ->
                client.get("/api/v1/divisions/at?lon=113.45&lat=22.91").status();
            case "getDivision" -> client.get("/api/v1/divisions/440115103208").status();
            case "getStatus" -> client.get("/api/v1/status").status();
            case "getMapConfig" -> client.get("/api/v1/map-config").status();
            case "getTileJson staff" -> client.get("/tiles/staff.json").status();
            case "getTileChanges staff" ->
                client.send("HEAD", "/tiles/changes?set=staff", Optional.empty())
                        .status();
            case "getTilePicture staff" ->
                client.get("/tiles/staff/12/3338/1786.png").status();
            case "getTile staff" -> client.get("/tiles/staff/12/3338/1786.mvt").status();
            case "checkName" -> client.post("/api/v1/naming/checks", """
                        {"name": "前进路", "category": "STREET", "divisionCode": "440115103208"}""").status();
            case "listRuleProfiles" -> client.get("/api/v1/naming/profiles").status();
            case "getRuleProfile" ->
                client.get("/api/v1/naming/profiles/guangzhou").status();
            case "listNearby" ->
                client.get("/api/v1/nearby?lon=113.45&lat=22.91").status();
            case "lookUp" -> client.get("/api/v1/lookup?codes=440115103208").status();
            case "countNames" -> client.get("/api/v1/name-counts?name=dawen").status();
            case "geocodeBatch" ->
                client.post("/api/v1/batch", "{\"queries\": [{\"q\": \"大稳村\"}]}")
                        .status();
            case "createGeocodeJob" ->
                client.post("/api/v1/geocode-jobs", "[{\"address\": \"大稳村\"}]").status();
            case "listGeocodeJobs" -> client.get("/api/v1/geocode-jobs").status();
            case "getGeocodeJob" -> client.get("/api/v1/geocode-jobs/" + job()).status();
            case "getGeocodeResult" ->
                client.get("/api/v1/geocode-jobs/" + job() + "/result").status();
            case "deleteGeocodeJob" ->
                client.delete("/api/v1/geocode-jobs/" + job()).status();
            case "listZeroResults" -> client.get("/api/v1/zero-results").status();
            default -> askAboutDocuments(client, operation);
        };
    }

    private int askAboutDocuments(Client client, String operation) {
        return switch (operation) {
            case "listCaseDocuments" ->
                client.get("/api/v1/cases/" + namingCase() + "/documents").status();
            case "getCaseDocument" ->
                client.get("/api/v1/cases/" + namingCase() + "/documents/announcement.pdf")
                        .status();
            case "getRegistrationDocument" ->
                client.get("/api/v1/places/" + place("RECORDED") + "/registration.docx")
                        .status();
            case "getRegistrationDocument proposed" ->
                client.get("/api/v1/places/" + place("PROPOSED") + "/registration.docx")
                        .status();
            case "getRegisterDocument" ->
                client.get("/api/v1/register/list.docx?division=440115103208&classCode=13")
                        .status();
            case "getProtectionBook" -> {
                protectedName();
                yield client.get("/api/v1/protection-list/book.docx?batch=77").status();
            }
            default -> askAboutAccounts(client, operation);
        };
    }

    /** One case in 440115 for all; nothing here changes it. */
    private long namingCase() {
        if (namingCase == 0) {
            namingCase = CaseSamples.draft(service.core, "细围路").id();
        }
        return namingCase;
    }

    private void protectedName() {
        if (!listed) {
            CaseSamples.protect(service.core, "细围", 77);
            listed = true;
        }
    }

    private int askAboutAccounts(Client client, String operation) {
        return switch (operation) {
            case "getSession" -> client.get("/api/v1/session").status();
            case "logIn" ->
                client.post(
                                "/api/v1/session",
                                "{\"login\": \"nobody%d\", \"password\": \"x\"}".formatted(NUMBER.incrementAndGet()))
                        .status();
            case "logOut" -> client.delete("/api/v1/session").status();
            case "changePassword" ->
                client.post(
                                "/api/v1/session/password",
                                "{\"currentPassword\": \"x\", \"newPassword\": \"aaaaaaaaaaaa\"}")
                        .status();
            case "listAccounts" -> client.get("/api/v1/accounts").status();
            case "createAccount" ->
                client.post("/api/v1/accounts", """
                    {"login": "%s", "displayName": "新人", "role": "COLLECTOR", "jurisdiction": "440115"}""".formatted(login())).status();
            case "updateAccount" ->
                client.patch(
                                "/api/v1/accounts/" + account(),
                                "{\"displayName\": \"改名\"}",
                                "If-Match",
                                "\"" + version() + "\"")
                        .status();
            case "resetPassword" ->
                client.send("POST", "/api/v1/accounts/" + account() + "/password", Optional.empty())
                        .status();
            case "listApiKeys" -> client.get("/api/v1/api-keys").status();
            case "createApiKey" ->
                client.post("/api/v1/api-keys", """
                    {"accountId": %d, "name": "同步"}""".formatted(account())).status();
            case "revokeApiKey" -> client.delete("/api/v1/api-keys/" + key()).status();
            default -> askAboutReadings(client, operation);
        };
    }

    private int askAboutReadings(Client client, String operation) {
        return switch (operation) {
            case "romanise" ->
                client.post("/api/v1/naming/romanisations", "{\"name\": \"新涌村\"}")
                        .status();
            case "listConfirmedReadings" ->
                client.get("/api/v1/naming/readings?division=440115").status();
            case "confirmReading" -> confirm(client, "440115103");
            case "confirmReading wide" -> confirm(client, "");
            case "withdrawReading" ->
                client.delete("/api/v1/naming/readings/" + reading()).status();
            default -> askAboutMedia(client, operation);
        };
    }

    private int askAboutMedia(Client client, String operation) {
        return switch (operation) {
            case "listMedia" ->
                client.get("/api/v1/places/" + place("RECORDED") + "/media").status();
            case "listMedia proposed" ->
                client.get("/api/v1/places/" + place("PROPOSED") + "/media").status();
            case "addMedia" -> upload(client, place("RECORDED")).status();
            case "addMedia proposed" -> upload(client, place("PROPOSED")).status();
            case "changeMedia" ->
                client.patch(media("RECORDED").path(), "{\"caption\": \"读音\"}").status();
            case "deleteMedia" -> client.delete(media("RECORDED").path()).status();
            case "getMedia" -> client.get(media("RECORDED").url()).status();
            case "getMedia proposed" -> client.get(media("PROPOSED").url()).status();
            default -> askOthers(client, operation);
        };
    }

    private int askOthers(Client client, String operation) {
        if (SheetRequests.knows(operation)) {
            return new SheetRequests(service).ask(client, operation);
        }
        if (CaseRequests.knows(operation)) {
            return cases.ask(client, operation);
        }
        if (CollectionRequests.knows(operation)) {
            return new CollectionRequests(service).ask(client, operation);
        }
        if (InspectionRequests.knows(operation)) {
            return new InspectionRequests(service).ask(client, operation);
        }
        if (BoundaryRequests.knows(operation)) {
            return new BoundaryRequests(service).ask(client, operation);
        }
        if (VillageRequests.knows(operation)) {
            return new VillageRequests(service).ask(client, operation);
        }
        if (ShopRequests.knows(operation)) {
            return new ShopRequests(service).ask(client, operation);
        }
        if (BoardRequests.knows(operation)) {
            return BoardRequests.ask(client, operation);
        }
        return DoorRequests.knows(operation)
                ? new DoorRequests(service).ask(client, operation)
                : new RegisterRequests(service).ask(client, operation);
    }

    private static int confirm(Client client, String scope) {
        return client.send(
                        "PUT",
                        "/api/v1/naming/readings",
                        Optional.of(
                                "{\"text\": \"新涌\", \"reading\": \"xīn chōng\", \"scope\": \"%s\"}".formatted(scope)))
                .status();
    }

    private long reading() {
        return service.core
                .confirmedReadings()
                .confirm(Actor.OPERATOR, new Confirmation("旧涌", "jiù chōng", false, "440115103", Optional.empty()))
                .id();
    }

    /** A recording and where its record and its file are. */
    private record Recording(String path, String url) {}

    private Recording media(String status) {
        long place = place(status);
        var item = upload(client("ADMINISTRATOR", "all"), place).json();
        return new Recording(
                "/api/v1/places/" + place + "/media/" + item.get("id").asLong(),
                item.get("url").asString());
    }

    /** Each recording is another one: the same content may belong to records of different rights. */
    private static Answer upload(Client client, long place) {
        return client.upload("/api/v1/places/" + place + "/media", Recordings.wav((int) NUMBER.incrementAndGet()));
    }

    private static int change(Client client, long id, String body) {
        return client.patch("/api/v1/places/" + id, body, "If-Match", "\"1\"").status();
    }

    private Client client(String asker, String jurisdiction) {
        return asker.equals("VISITOR")
                ? service.visitor()
                : clients.computeIfAbsent(
                        asker + jurisdiction,
                        missing -> service.program(
                                Role.valueOf(asker), Objects.requireNonNull(JURISDICTIONS.get(jurisdiction))));
    }

    private long place(String status) {
        return service.record(
                RecordKind.PLACE, Drafts.with(Drafts.village("x", "细围", 113.45, 22.91), "status", status));
    }

    private long marker() {
        Map<String, Object> values = Map.of(
                "marker_key",
                "k" + NUMBER.incrementAndGet(),
                "official_number",
                "1315001Q",
                "kind",
                "SINGLE",
                "managing_code",
                "440115000000");
        return service.record(RecordKind.BOUNDARY_MARKER, Drafts.record(values, Drafts.point(113.45, 22.91)));
    }

    /** One for all: making an account takes a quarter of a second. */
    private long account() {
        if (account == 0) {
            account = service.core
                    .accounts()
                    .create(Actor.OPERATOR, new AccountDraft(login(), "某人", Role.COLLECTOR, "440115"))
                    .account()
                    .id();
        }
        return account;
    }

    /** Somebody else's, which failed: its table is not on the server. */
    private long job() {
        Actor other = service.core.accounts().get(Actor.OPERATOR, account()).actor();
        long job = service.core
                .geocodeJobs()
                .create(other, "x.csv", new GeocodeOptions("地址", null, "EPSG:4490"), 1)
                .id();
        service.core.geocodeJobs().fail(job, "上传的表已不在服务器上");
        return job;
    }

    private int version() {
        return service.core.accounts().get(Actor.OPERATOR, account).version();
    }

    private long key() {
        return service.core
                .apiKeys()
                .create(Actor.OPERATOR, account(), "同步", Optional.empty())
                .key()
                .id();
    }

    private static String login() {
        return "r" + System.nanoTime() + "." + NUMBER.incrementAndGet();
    }

    private static String newPlace(String kind, String attributes) {
        return """
                {"kind": "%s", "name": "南坪", "attributes": %s,
                 "geometry": {"type": "Point", "coordinates": [113.451, 22.911]}}""".formatted(kind, attributes);
    }

    private static String newDivision() {
        String code = "4401151" + String.format(java.util.Locale.ROOT, "%05d", NUMBER.incrementAndGet() + 50_000);
        return """
                {"kind": "DIVISION", "name": "新村", "attributes": {"code": "%s", "level": 5},
                 "geometry": {"type": "Polygon", "coordinates": [[[113.6, 22.9], [113.61, 22.9], [113.61, 22.91], [113.6, 22.9]]]}}""".formatted(code);
    }

    private static List<String[]> table() {
        try (var file = Objects.requireNonNull(RightsMatrixTest.class.getResourceAsStream("/rights.csv"))) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
