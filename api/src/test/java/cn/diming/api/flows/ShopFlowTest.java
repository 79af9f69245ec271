package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.contact.LogSender;
import cn.diming.core.fixtures.Engines;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** From the merchant's telephone to the public page, over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class ShopFlowTest {

    private static final String OWN = "/api/v1/merchants/shops";
    private static final Pattern CODE = Pattern.compile(" is (\\d{6}),");

    private final Engines engine;

    ShopFlowTest(Engines engine) {
        this.engine = engine;
    }

    private Service demo(String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "--diming.demo=true";
        settings[1] = "--diming.public-url=https://diming.example.gov.cn";
        System.arraycopy(more, 0, settings, 2, more.length);
        return new Service(engine, settings);
    }

    @Test
    void aMerchantRegistersAndTheShopIsOnTheMapInSearchAndOnItsPage() {
        try (Service service = demo()) {
            Client merchant = signedIn(service, "13800000001");
            assertThat(merchant.get("/api/v1/merchants/me").json().get("phone").asString())
                    .isEqualTo("138****0001");
            JsonNode begun = merchant.post(OWN, ShopRequests.wish("稳记鱼生馆"))
                    .hasStatus(201)
                    .json();
            long filing = begun.get("filing").get("id").asLong();
            String photos = OWN + "/" + filing + "/photos";
            merchant.upload(photos, ShopRequests.jpeg(), "purpose", "FRONT").hasStatus(201);
            JsonNode own = merchant.upload(photos, ShopRequests.jpeg(), "purpose", "LICENCE")
                    .hasStatus(201)
                    .json();
            assertThat(own.get("lacks").size()).isZero();
            JsonNode submitted = merchant.post(
                            OWN + "/" + filing + "/submission", "", "If-Match", tag(own.get("filing")))
                    .hasStatus(200)
                    .json();
            Client officer = service.program(Role.NAMING_OFFICER, "440115");
            Answer card = officer.get("/api/v1/shop-desk/filings/" + filing).hasStatus(200);
            assertThat(card.json().get("merchantPhone").asString()).isEqualTo("13800000001");
            long shop = officer.post(
                            "/api/v1/shop-desk/filings/" + filing + "/steps",
                            "{\"action\": \"ACCEPT\"}",
                            "If-Match",
                            tag(submitted.get("filing")))
                    .hasStatus(200)
                    .json()
                    .get("shopId")
                    .asLong();
            service.catchUp();
            isPublicAndTellsNothingPrivate(service, shop);
            isPrinted(service, shop);
        }
    }

    private static void isPublicAndTellsNothingPrivate(Service service, long shop) {
        Client visitor = service.visitor();
        Answer page = visitor.get("/api/v1/shops/" + shop).hasStatus(200);
        assertThat(page.text())
                .contains("稳记鱼生馆")
                .contains("鲩鱼生")
                .doesNotContain("13800000001")
                .doesNotContain("34901234");
        assertThat(page.json().get("routes").size()).isEqualTo(4);
        String photo = page.json().get("photos").get(0).get("url").asString();
        Answer picture = visitor.get(photo).hasStatus(200);
        assertThat(picture.header("Content-Type")).startsWith("image/jpeg");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.json().get("photos").size()).isEqualTo(1);
        assertThat(visitor.get("/api/v1/search?q=%E7%A8%B3%E8%AE%B0%E9%B1%BC%E7%94%9F%E9%A6%86")
                        .text())
                .contains("稳记鱼生馆");
        assertThat(visitor.get("/api/v1/places/" + shop).text())
                .contains("稳记鱼生馆")
                .doesNotContain("13800000001");
        assertThat(visitor.get("/s/" + shop).hasStatus(200).text()).contains("乡村店铺");
    }

    private static void isPrinted(Service service, long shop) {
        byte[] pdf = service.visitor()
                .get("/api/v1/shops/" + shop + "/poster.pdf")
                .hasStatus(200)
                .response()
                .body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aThousandRegistrationsFromOneAddressAreHeldOffAndOfficersDoNotNotice() {
        try (Service service = demo("--diming.limits.codes-per-minute=5")) {
            Client officer = service.program(Role.NAMING_OFFICER, "440115");
            Client visitor = service.visitor();
            int sent = 0;
            for (int i = 0; i < 1000; i++) {
                sent += code(visitor, "138%08d".formatted(i)).status() == 202 ? 1 : 0;
            }
            assertThat(sent).isEqualTo(5);
            assertThat(code(visitor, "13900000000").hasStatus(429).header("Retry-After"))
                    .isNotEmpty();
            officer.get("/api/v1/shop-desk/filings").hasStatus(200);
            assertThat(service.core.db().sql("SELECT COUNT(*) FROM merchant").getLong())
                    .isZero();
        }
    }

    @Test
    void withoutAGatewayRealPeopleGetNoCodes() {
        try (Service service = new Service(engine)) {
            assertThat(code(service.visitor(), "13800000001").isProblem(422).text())
                    .contains("短信");
        }
    }

    @Test
    void aPositionOfAMapPlatformIsTakenForWhatItIs() {
        Service service = Service.on(engine);
        ShopRequests requests = new ShopRequests(service);
        String body =
                ShopRequests.wish("远来饭店").replace("\"source\": \"MAP\"", "\"crs\": \"GCJ-02\", \"source\": \"MAP\"");
        JsonNode position = requests.merchant()
                .post(OWN, body)
                .hasStatus(201)
                .json()
                .get("content")
                .get("position");
        assertThat(position.get("lon").asDouble()).isBetween(113.444, 113.446);
        assertThat(position.get("lat").asDouble()).isBetween(22.912, 22.914);
    }

    private static Client signedIn(Service service, String phone) {
        Logger log = (Logger) LoggerFactory.getLogger(LogSender.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        log.setLevel(ch.qos.logback.classic.Level.INFO);
        lines.start();
        log.addAppender(lines);
        code(service.visitor(), phone).hasStatus(202);
        log.detachAppender(lines);
        String line = lines.list.getFirst().getFormattedMessage();
        assertThat(line).doesNotContain(phone);
        var code = CODE.matcher(line);
        assertThat(code.find()).isTrue();
        String body = "{\"phone\": \"%s\", \"code\": \"%s\"}".formatted(phone, code.group(1));
        Answer pass = service.visitor().post("/api/v1/merchants/passes", body, "X-CSRF-TOKEN", "");
        service.visitor()
                .post("/api/v1/merchants/passes", body, "X-CSRF-TOKEN", "")
                .isProblem(401);
        return service.visitor().withKey(pass.hasStatus(200).json().get("token").asString());
    }

    private static Answer code(Client visitor, String phone) {
        return visitor.post("/api/v1/merchants/codes", "{\"phone\": \"%s\"}".formatted(phone), "X-CSRF-TOKEN", "");
    }

    private static String tag(JsonNode filing) {
        return "\"" + filing.get("version").asInt() + "\"";
    }
}
