package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From the invitation to the record, over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class CollectionFlowTest {

    private static final String DESK = "/api/v1/collection/desk";

    private final Engines engine;

    CollectionFlowTest(Engines engine) {
        this.engine = engine;
    }

    @Test
    void aVillagerJoinsReportsAndLearnsWhatBecameOfIt() {
        try (Service service = new Service(engine)) {
            Client officer = service.program(Role.NAMING_OFFICER, "440115");
            Client villager = join(service, officer);
            assertThat(villager.get("/api/v1/collection/work")
                            .json()
                            .get("campaign")
                            .get("divisionName")
                            .asString())
                    .isEqualTo("大稳村");
            UUID id = UUID.randomUUID();
            UUID file = UUID.randomUUID();
            byte[] sound = Recordings.wav(400);
            String body = CollectionRequests.report(
                    "[{\"id\": \"%s\", \"kind\": \"VOICE\", \"bytes\": %d}]".formatted(file, sound.length));
            villager.put("/api/v1/collection/reports/" + id, body).hasStatus(200);
            villager.put("/api/v1/collection/reports/" + id, body).hasStatus(200);
            String upload = "/api/v1/collection/uploads/" + file + "?offset=";
            villager.putBytes(upload + 0, Arrays.copyOf(sound, 100)).hasStatus(200);
            assertThat(villager.get("/api/v1/collection/uploads/" + file)
                            .json()
                            .get("offset")
                            .asLong())
                    .isEqualTo(100);
            assertThat(villager.putBytes(upload + 100, Arrays.copyOfRange(sound, 100, sound.length))
                            .json()
                            .get("complete")
                            .asBoolean())
                    .isTrue();
            JsonNode page = officer.get(DESK + "/reports").json();
            assertThat(page.get("items").size()).isEqualTo(1);
            JsonNode report = page.get("items").get(0);
            assertThat(report.get("reporter").get("name").asString()).isEqualTo("陈伯");
            officer.post(
                            DESK + "/reports/" + report.get("id").asLong() + "/steps",
                            "{\"action\": \"ACCEPT\"}",
                            "If-Match",
                            "\"" + report.get("version").asInt() + "\"")
                    .hasStatus(200);
            JsonNode mine = villager.get("/api/v1/collection/reports")
                    .json()
                    .get("items")
                    .get(0);
            assertThat(mine.get("state").asString()).isEqualTo("ACCEPTED");
            String card = service.visitor()
                    .get("/api/v1/places/" + mine.get("resultPlaceId").asLong())
                    .text();
            assertThat(card).contains("井头巷").doesNotContain("陈伯");
        }
    }

    @Test
    void aFloodIsHeldOffAndOfficersDoNotNotice() {
        try (Service service = new Service(
                engine, "--diming.limits.comments-per-minute=5", "--diming.limits.collections-per-minute=20")) {
            Client officer = service.program(Role.NAMING_OFFICER, "440115");
            Client villager = join(service, officer);
            int anonymous = 0;
            int signed = 0;
            for (int i = 0; i < 100; i++) {
                anonymous += service.visitor()
                                        .put("/api/v1/public/error-reports/" + UUID.randomUUID(), """
                                {"note": "错", "position": {"lon": 113.45, "lat": 22.91, "source": "MAP"}}""")
                                        .status()
                                == 202
                        ? 1
                        : 0;
                signed +=
                        villager.put("/api/v1/collection/reports/" + UUID.randomUUID(), CollectionRequests.report("[]"))
                                                .status()
                                        == 200
                                ? 1
                                : 0;
            }
            Answer refused = service.visitor().put("/api/v1/public/error-reports/" + UUID.randomUUID(), """
                    {"note": "错", "position": {"lon": 113.45, "lat": 22.91, "source": "MAP"}}""");
            assertThat(refused.isProblem(429).header("Retry-After")).matches("[1-9]\\d*");
            assertThat(anonymous).isEqualTo(5);
            assertThat(signed).isEqualTo(20);
            assertThat(officer.get(DESK + "/reports").json().get("items").size())
                    .isEqualTo(25);
        }
    }

    @Test
    void whoTriesInvitationsOneAfterAnotherIsHeldOffAndTheOfficeGoesOn() {
        try (Service service = new Service(engine)) {
            Client officer = service.program(Role.NAMING_OFFICER, "440115");
            Client guesser = service.visitor();
            int tried = 0;
            Answer last = guess(guesser);
            while (last.status() == 404 && tried < 2_000) {
                last = guess(guesser);
                tried++;
            }
            assertThat(tried).isLessThanOrEqualTo(1_000);
            assertThat(last.isProblem(429).header("Retry-After")).matches("[1-9]\\d*");
            officer.get(DESK + "/reports").hasStatus(200);
            officer.post(DESK + "/campaigns", CollectionRequests.CAMPAIGN).hasStatus(201);
        }
    }

    private static Answer guess(Client guesser) {
        return guesser.post(
                "/api/v1/collection/passes",
                "{\"code\": \"%s\", \"device\": \"%s\", \"name\": \"某\"}".formatted("BBBBBBBBBB", UUID.randomUUID()),
                "X-CSRF-TOKEN",
                "");
    }

    /** Addresses are cheap: what nobody signed is limited all together as well. */
    @Test
    void aFloodFromManyAddressesIsHeldOffAsAWhole() {
        try (Service service = new Service(
                engine,
                "--diming.limits.comments-per-minute=1000",
                "--diming.limits.anonymous-per-minute=10",
                "--diming.trusted-proxies=127.0.0.1")) {
            int taken = 0;
            for (int i = 0; i < 30; i++) {
                taken += service.visitor()
                                        .send(
                                                "PUT",
                                                "/api/v1/public/error-reports/" + UUID.randomUUID(),
                                                Optional.of("""
                                {"note": "错", "position": {"lon": 113.45, "lat": 22.91, "source": "MAP"}}"""),
                                                "X-Forwarded-For",
                                                "198.51.100." + i)
                                        .status()
                                == 202
                        ? 1
                        : 0;
            }
            assertThat(taken).isEqualTo(10);
        }
    }

    @Test
    void aPieceThatIsTooLargeIsNotRead() {
        try (Service service = new Service(engine)) {
            Client villager = join(service, service.program(Role.NAMING_OFFICER, "440115"));
            villager.putBytes("/api/v1/collection/uploads/" + UUID.randomUUID() + "?offset=0", new byte[(1 << 20) + 1])
                    .hasStatus(413);
        }
    }

    private static Client join(Service service, Client officer) {
        long campaign = officer.post(DESK + "/campaigns", CollectionRequests.CAMPAIGN)
                .json()
                .get("id")
                .asLong();
        String code = officer.post(DESK + "/campaigns/" + campaign + "/invitations", CollectionRequests.INVITATION)
                .json()
                .get("code")
                .asString();
        JsonNode pass = service.visitor()
                .post(
                        "/api/v1/collection/passes",
                        "{\"code\": \"%s\", \"device\": \"%s\", \"name\": \"陈伯\"}".formatted(code, UUID.randomUUID()),
                        "X-CSRF-TOKEN",
                        "")
                .json();
        return service.visitor().withKey(pass.get("token").asString());
    }
}
