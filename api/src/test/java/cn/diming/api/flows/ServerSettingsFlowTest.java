package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MailServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsFlowTest {

    private static final String SESSION = "/api/v1/session";
    private static final List<String> PUBLIC = List.of(
            "/api/v1/status",
            "/api/v1/search?q=a",
            "/api/v1/suggest?q=a",
            "/api/v1/reverse?lon=113.4&lat=22.9",
            "/api/v1/divisions",
            "/api/docs",
            "/photon/api?q=a",
            "/photon/reverse?lon=113.4&lat=22.9",
            "/nominatim/search?q=a&format=json",
            "/nominatim/status",
            "/dmfw/9095/xzqh/getList?code=44",
            "/tianditu/geocoder?ds=%7B%22keyWord%22%3A%22a%22%7D");

    @Test
    void forwardedHeadersOfStrangersAreNotBelieved() {
        try (Service service = new Service(Engines.GEOPACKAGE)) {
            Answer answer = service.visitor().get(SESSION, "X-Forwarded-Proto", "https", "X-Forwarded-For", "1.2.3.4");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("Set-Cookie")).doesNotContain("Secure");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1"})
    void thoseOfAConfiguredProxyAre(String proxy) {
        try (Service service = new Service(
                Engines.GEOPACKAGE,
                "--diming.trusted-proxies=127.0.0.1,0:0:0:0:0:0:0:1",
                "--diming.limits.searches-per-minute=3")) {
            Answer answer = service.visitor().get(SESSION, "X-Forwarded-Proto", "https");
            assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
            assertThat(answer.header("Set-Cookie")).contains("Secure");
            for (int i = 0; i < 3; i++) {
                service.visitor()
                        .get("/api/v1/suggest?q=a", "X-Forwarded-For", "1.2.3.4")
                        .hasStatus(200);
            }
            Answer waiting = service.visitor()
                    .get("/api/v1/suggest?q=a", "X-Forwarded-For", "1.2.3.4")
                    .isProblem(429);
            assertThat(waiting.header("Retry-After")).isEqualTo("20");
            service.visitor()
                    .get("/api/v1/suggest?q=a", "X-Forwarded-For", "5.6.7.8")
                    .hasStatus(200);
        }
    }

    @Test
    void anotherSiteReadsEveryPublicInterfaceOnlyWhenItIsConfigured() {
        try (Service service = new Service(Engines.GEOPACKAGE, "--diming.cors-origins=https://map.example.gov.cn")) {
            String origin = "https://map.example.gov.cn";
            for (String path : PUBLIC) {
                Answer allowed = service.visitor().get(path, "Origin", origin);
                assertThat(allowed.status()).as(path).isEqualTo(200);
                assertThat(allowed.header("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEqualTo(origin);
                assertThat(allowed.header("Access-Control-Allow-Credentials"))
                        .as(path)
                        .isEmpty();
                assertThat(service.visitor()
                                .get(path, "Origin", "https://elsewhere.example")
                                .header("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void withoutConfigurationNoOtherSiteReadsAnything() {
        for (String path : PUBLIC) {
            assertThat(Service.on(Engines.GEOPACKAGE)
                            .visitor()
                            .get(path, "Origin", "https://map.example.gov.cn")
                            .header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void tilesAreReadFromAConfiguredSiteAsWell() {
        try (Service service = new Service(Engines.GEOPACKAGE, "--diming.cors-origins=https://map.example.gov.cn")) {
            String origin = "https://map.example.gov.cn";
            String tile = "/tiles/map/9/417/223.mvt";
            assertThat(service.visitor().get(tile, "Origin", origin).header("Access-Control-Allow-Origin"))
                    .isEqualTo(origin);
            assertThat(service.visitor()
                            .get(tile, "Origin", "https://elsewhere.example")
                            .header("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(service.visitor()
                            .send(
                                    "OPTIONS",
                                    tile,
                                    Optional.empty(),
                                    "Origin",
                                    origin,
                                    "Access-Control-Request-Method",
                                    "GET")
                            .hasStatus(204)
                            .header("Access-Control-Allow-Headers"))
                    .contains("If-None-Match");
        }
    }

    @Test
    void manyQueriesAtOnceMayBeAskedFromAnotherSiteButNothingMayBeChanged() {
        try (Service service = new Service(Engines.GEOPACKAGE, "--diming.cors-origins=https://map.example.gov.cn")) {
            assertThat(preflight(service, "/api/v1/batch").status()).isEqualTo(200);
            assertThat(preflight(service, "/dmfw/9095/stname/detailsPub").status())
                    .isEqualTo(200);
            assertThat(preflight(service, "/api/v1/places").status()).isEqualTo(403);
            assertThat(preflight(service, "/api/v1/geocode-jobs").status()).isEqualTo(403);
        }
    }

    private static Answer preflight(Service service, String path) {
        return service.visitor()
                .send(
                        "OPTIONS",
                        path,
                        Optional.empty(),
                        "Origin",
                        "https://map.example.gov.cn",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type");
    }

    @Test
    void tablesThatWereLookedUpAreForgottenAfterTheTimeThatIsConfigured() {
        try (Service service = new Service(Engines.GEOPACKAGE, "--diming.geocode.keep=2d")) {
            var officer = service.program(Role.NAMING_OFFICER, "440115");
            String id = officer.post("/api/v1/geocode-jobs", "[{\"地址\": \"东涌镇大稳村\"}]")
                    .hasStatus(202)
                    .json()
                    .get("id")
                    .asString();
            String path = "/api/v1/geocode-jobs/" + id;
            while (officer.get(path + "/result").status() == 409) {
                Thread.onSpinWait();
            }
            assertThat(officer.get(path).json().get("keptUntil").asString()).startsWith("2026-03-03");
            service.clock.forward(Duration.ofHours(47));
            officer.get(path + "/result").hasStatus(200);
            service.clock.forward(Duration.ofHours(2));
            officer.get(path + "/result").isProblem(404);
            assertThat(officer.get("/api/v1/geocode-jobs").json().get("items").isEmpty())
                    .isTrue();
            assertThat(service.data().resolve("geocode").resolve(id + ".result.csv"))
                    .doesNotExist();
        }
    }

    @Test
    void aCodeThatAMailServerBringsSignsAMerchantInAndOneThatItRefusesIsSaidPlainly() throws InterruptedException {
        try (MailServer mail = new MailServer();
                Service service = new Service(
                        Engines.GEOPACKAGE,
                        "--diming.contact.mail.host=localhost",
                        "--diming.contact.mail.port=" + mail.port(),
                        "--diming.contact.mail.security=NONE",
                        "--diming.contact.mail.from=diming@example.gov.cn",
                        "--diming.contact.mail.to={phone}@sms.example.gov.cn")) {
            askForCode(service, "13900000431").hasStatus(202);
            MailServer.Letter letter = mail.take();
            assertThat(letter.recipient()).isEqualTo("13900000431@sms.example.gov.cn");
            String code = letter.text().replaceAll("\\D*(\\d{6}).*", "$1").strip();
            service.visitor()
                    .post(
                            "/api/v1/merchants/passes",
                            "{\"phone\": \"13900000431\", \"code\": \"%s\"}".formatted(code),
                            "X-CSRF-TOKEN",
                            "")
                    .hasStatus(200);
            mail.refuse("no such user");
            assertThat(askForCode(service, "13900000432")
                            .isProblem(503)
                            .json()
                            .get("detail")
                            .asString())
                    .isEqualTo("验证码没有发出去，请过几分钟再试。");
        }
    }

    private static Answer askForCode(Service service, String phone) {
        return service.visitor()
                .post("/api/v1/merchants/codes", "{\"phone\": \"%s\"}".formatted(phone), "X-CSRF-TOKEN", "");
    }

    @Test
    void aBaseMapsHostsMayBeLoadedAndNoOthers() {
        try (Service service = new Service(
                Engines.GEOPACKAGE,
                "--diming.demo=true",
                "--diming.base-maps[0].id=t",
                "--diming.base-maps[0].name=天地图",
                "--diming.base-maps[0].url=https://t{s}.example.org/{z}/{x}/{y}?tk=1",
                "--diming.base-maps[0].subdomains=01")) {
            assertThat(service.visitor().get("/api/docs").header("Content-Security-Policy"))
                    .contains("img-src 'self' data: blob: https://t0.example.org https://t1.example.org;");
            var config =
                    service.visitor().get("/api/v1/map-config").hasStatus(200).json();
            assertThat(config.at("/baseMaps/0/urlTemplate").asString()).contains("{s}");
            assertThat(config.get("notice").asString()).contains("虚构");
        }
    }

    /** The database goes away under the running service. */
    @ParameterizedTest
    @EnumSource(Engines.class)
    void withoutItsDatabaseTheServiceSaysThatItIsUnavailable(Engines engine) {
        Service service = new Service(engine);
        var officer = service.member(Role.NAMING_OFFICER, "");
        service.core.close();
        Answer place = service.visitor().get("/api/v1/places/1").isProblem(503);
        assertThat(place.header("Retry-After")).isNotEmpty();
        assertThat(place.json().get("instance").asString()).startsWith("urn:diming:incident:");
        officer.get(SESSION).isProblem(503);
        service.close();
    }
}
