package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.account.IssuedPassword;
import cn.diming.core.fixtures.Engines;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class SessionFlowTest {

    private final Service service;

    SessionFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void aVisitorLearnsTheCsrfTokenAndLeavesNoSession() {
        Client visitor = service.visitor();
        var session = visitor.get("/api/v1/session").hasStatus(200);
        assertThat(session.json().get("authenticated").asBoolean()).isFalse();
        assertThat(session.json().get("csrfHeader").asString()).isEqualTo("X-CSRF-TOKEN");
        assertThat(visitor.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .containsExactly("CSRF");
    }

    @Test
    void aChangeWithoutTheCsrfHeaderIsRefused() {
        Client officer = service.member(Role.NAMING_OFFICER, "");
        officer.delete("/api/v1/session", "X-CSRF-TOKEN", "").isProblem(403);
        officer.delete("/api/v1/session", "X-CSRF-TOKEN", "guessed").isProblem(403);
        officer.delete("/api/v1/session").hasStatus(204);
        assertThat(officer.get("/api/v1/session").json().get("authenticated").asBoolean())
                .isFalse();
    }

    @Test
    void signingInChangesSessionAndTokenAndCookiesAreKeptFromScripts() {
        IssuedPassword issued = service.core
                .accounts()
                .create(Actor.OPERATOR, new AccountDraft("lixiaomei", "李小梅", Role.NAMING_OFFICER, "440115"));
        Client client = service.visitor();
        String before = client.get("/api/v1/session").json().get("csrfToken").asString();
        var answer = client.logIn("lixiaomei", issued.oneTimePassword()).hasStatus(200);
        assertThat(answer.json().at("/account/jurisdictionName").asString()).isEqualTo("南沙区");
        assertThat(answer.json().get("mustChangePassword").asBoolean()).isTrue();
        assertThat(answer.json().get("csrfToken").asString()).isNotEqualTo(before);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("SESSION="))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        client.post("/api/v1/places", "{}", "X-CSRF-TOKEN", before).isProblem(403);
        client.post("/api/v1/api-keys", "{\"accountId\": 1, \"name\": \"x\"}").isProblem(403);
        assertThat(client.post("/api/v1/api-keys", "{\"accountId\": 1, \"name\": \"x\"}")
                        .json()
                        .get("detail")
                        .asString())
                .contains("一次性密码");
    }

    @Test
    void wrongPasswordsAreRefusedThenMustWait() {
        service.core
                .accounts()
                .create(Actor.OPERATOR, new AccountDraft("wang", "王", Role.REVIEWER, ""))
                .account();
        Client client = service.visitor();
        for (int i = 0; i < 5; i++) {
            client.logIn("wang", "wrong").isProblem(401);
        }
        var waiting = client.logIn("wang", "wrong").isProblem(429);
        assertThat(waiting.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsAndKeepsThisOne() {
        IssuedPassword issued =
                service.core.accounts().create(Actor.OPERATOR, new AccountDraft("zhou", "周", Role.REVIEWER, ""));
        Client desk = service.visitor();
        Client home = service.visitor();
        desk.logIn("zhou", issued.oneTimePassword()).hasStatus(200);
        home.logIn("zhou", issued.oneTimePassword()).hasStatus(200);
        desk.post("/api/v1/session/password", """
                {"currentPassword": "%s", "newPassword": "1234567890"}""".formatted(issued.oneTimePassword()))
                .isProblem(422);
        desk.post("/api/v1/session/password", """
                {"currentPassword": "%s", "newPassword": "东涌镇的新密码非常长"}""".formatted(issued.oneTimePassword()))
                .hasStatus(204);
        assertThat(desk.get("/api/v1/session").json().get("authenticated").asBoolean())
                .isTrue();
        assertThat(home.get("/api/v1/session").json().get("authenticated").asBoolean())
                .isFalse();
    }

    @Test
    void anIdleSessionEndsAfterEightHoursAndAnyAfterADay() {
        Client officer = service.member(Role.NAMING_OFFICER, "");
        for (int hours = 7; hours < 24; hours += 7) {
            service.clock.forward(Duration.ofHours(7));
            assertThat(officer.get("/api/v1/session")
                            .json()
                            .get("authenticated")
                            .asBoolean())
                    .isTrue();
        }
        service.clock.forward(Duration.ofHours(4));
        assertThat(officer.get("/api/v1/session").json().get("authenticated").asBoolean())
                .isFalse();
        Client idle = service.member(Role.NAMING_OFFICER, "");
        service.clock.forward(Duration.ofHours(9));
        assertThat(idle.get("/api/v1/session").json().get("authenticated").asBoolean())
                .isFalse();
    }

    /** What Spring Session's own repository does not do on the embedded database. */
    @Test
    void aSessionIsReadWhileAnImportHoldsTheWriter() throws Exception {
        Client officer = service.member(Role.NAMING_OFFICER, "");
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        var writer = new FutureTask<>(() -> service.core.journal().write(Actor.OPERATOR, changes -> {
            changes.seq();
            started.countDown();
            return await(done);
        }));
        Thread.ofPlatform().start(writer);
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        var reading = new FutureTask<>(() -> officer.get("/api/v1/session"));
        Thread.ofPlatform().start(reading);
        assertThat(reading.get(10, TimeUnit.SECONDS).json().get("authenticated").asBoolean())
                .isTrue();
        done.countDown();
        writer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void theDatabaseDoesNotHoldTheCookiesNumber() {
        Client officer = service.member(Role.NAMING_OFFICER, "");
        String cookie = officer.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("SESSION"))
                .findFirst()
                .orElseThrow()
                .getValue();
        String id = new String(java.util.Base64.getDecoder().decode(cookie), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(service.core
                        .db()
                        .sql("SELECT session_id FROM spring_session")
                        .list(row -> row.getText("session_id")))
                .isNotEmpty()
                .doesNotContain(id);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
