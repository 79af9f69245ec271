package cn.diming.api.flows;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.proof.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** One request for each operation of shops, with merchants and filings of its own inside of 南沙区. */
record ShopRequests(Service service) {

    static final String DRAFT = """
            {"name": "%s", "category": "RESTAURANT", "phone": "020-34901234", "phonePublic": false,
             "hours": {"rules": [{"days": [1, 2, 3, 4, 5, 6, 7], "spans": [{"from": "09:00", "to": "21:00"}]}]},
             "products": [{"name": "鲩鱼生", "months": [11, 12, 1], "price": 68, "unit": "斤"}],
             "position": {"lon": 113.45, "lat": 22.91, "source": "MAP"}, "address": "大稳路 12 号"}""";

    private static final String OWN = "/api/v1/merchants/shops";
    private static final String DESK = "/api/v1/shop-desk";
    private static final Set<String> OPERATIONS = Set.of(
            "listDoorsNear", "getFilingPhoto", "getOwnBundle", "getPlatformBundle", "listOwnPlatforms", "beginShop");
    private static final Map<String, Filed> SUBMITTED = new ConcurrentHashMap<>();
    private static final Map<String, Filed> ACCEPTED = new ConcurrentHashMap<>();
    private static final AtomicInteger COLOURS = new AtomicInteger();

    static boolean knows(String operation) {
        return OPERATIONS.contains(operation) || operation.contains("Shop") || operation.contains("Merchant");
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listShopsNear" ->
                client.get("/api/v1/shops?lon=113.45&lat=22.91").status();
            case "listDoorsNear" ->
                client.get("/api/v1/shops/doors?lon=113.45&lat=22.91").status();
            case "getShop" -> client.get("/api/v1/shops/" + accepted().shop()).status();
            case "getShopPoster" ->
                client.get("/api/v1/shops/" + accepted().shop() + "/poster.pdf").status();
            case "sendMerchantCode" ->
                client.post("/api/v1/merchants/codes", "{\"phone\": \"13800000000\"}")
                        .status();
            case "signInMerchant" ->
                client.post("/api/v1/merchants/passes", "{\"phone\": \"13800000000\", \"code\": \"000000\"}")
                        .status();
            case "signOutMerchant" -> signOut(client);
            case "getMerchant" -> client.get("/api/v1/merchants/me").status();
            case "listOwnShops" -> client.get(OWN).status();
            case "beginShop" -> client.post(OWN, wish("稳记鱼生馆")).status();
            default -> askForOthers(client, operation);
        };
    }

    /** A filing of another merchant than the one who asks. */
    private int askForOthers(Client client, String operation) {
        Filed filed = submitted();
        String path = OWN + "/" + filed.filing();
        String version = "\"" + filed.version() + "\"";
        return switch (operation) {
            case "getOwnShop" -> client.get(path).status();
            case "saveShop" ->
                client.put(path, DRAFT.formatted("大稳第一鱼"), "If-Match", version).status();
            case "withdrawShop" -> client.delete(path, "If-Match", version).status();
            case "submitShop" ->
                client.post(path + "/submission", "", "If-Match", version).status();
            case "addShopPhoto" ->
                client.upload(path + "/photos", jpeg(), "purpose", "FRONT").status();
            case "getOwnShopPhoto" ->
                client.get(path + "/photos/" + filed.photo()).status();
            case "removeShopPhoto" ->
                client.delete(path + "/photos/" + filed.photo()).status();
            case "listOwnPlatforms" -> client.get(path + "/platforms").status();
            case "getOwnBundle" ->
                client.get(path + "/platforms/AMAP/bundle.zip").status();
            default -> askAtTheDesk(client, operation);
        };
    }

    private int askAtTheDesk(Client client, String operation) {
        String path = DESK + "/filings/";
        return switch (operation) {
            case "listShopFilings" ->
                client.get(DESK + "/filings?division=440115").status();
            case "getShopFiling" -> client.get(path + submitted().filing()).status();
            case "verifyShop" -> {
                Filed filed = filed("稳记鱼生馆");
                yield step(client, filed, "{\"action\": \"ASK\", \"reason\": \"看不清招牌\"}")
                        .status();
            }
            case "getFilingPhoto" ->
                client.get(path + submitted().filing() + "/photos/"
                                + submitted().photo())
                        .status();
            case "listShopPlatforms" ->
                client.get(path + accepted().filing() + "/platforms").status();
            case "getShopBundle" ->
                client.get(path + accepted().filing() + "/platforms/AMAP/bundle.zip")
                        .status();
            case "getPlatformBundle" -> {
                accepted();
                yield client.get(DESK + "/platforms/AMAP/bundle.zip?division=440115")
                        .status();
            }
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** All keys of the merchant end; the table goes on with the same one. */
    private int signOut(Client client) {
        int status = client.delete("/api/v1/merchants/passes").status();
        if (status == 204) {
            service.core
                    .db()
                    .inTransaction(() -> service.core
                            .db()
                            .sql("UPDATE api_key SET revoked_at = NULL WHERE key_hash = :hash")
                            .param("hash", Sha256.hex(client.key()))
                            .update());
        }
        return status;
    }

    /** A filing that was submitted, one of its photos (the licence), and its shop where it was accepted. */
    record Filed(Client merchant, long filing, int version, long photo, long shop) {}

    private Filed submitted() {
        return SUBMITTED.computeIfAbsent(service.url(), missing -> filed("稳记鱼生馆"));
    }

    private Filed accepted() {
        return ACCEPTED.computeIfAbsent(service.url(), missing -> accepted("稳记鱼生馆"));
    }

    Filed accepted(String name) {
        Filed filed = filed(name);
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        long shop = step(officer, filed, "{\"action\": \"ACCEPT\"}")
                .hasStatus(200)
                .json()
                .get("shopId")
                .asLong();
        return new Filed(filed.merchant(), filed.filing(), filed.version() + 1, filed.photo(), shop);
    }

    Answer step(Client officer, Filed filed, String step) {
        return officer.post(
                DESK + "/filings/" + filed.filing() + "/steps", step, "If-Match", "\"" + filed.version() + "\"");
    }

    /** By a merchant of its own: one may not have too many. */
    Filed filed(String name) {
        Client merchant = merchant();
        long filing = merchant.post(OWN, wish(name))
                .hasStatus(201)
                .json()
                .get("filing")
                .get("id")
                .asLong();
        String photos = OWN + "/" + filing + "/photos";
        merchant.upload(photos, jpeg(), "purpose", "FRONT").hasStatus(201);
        JsonNode own = merchant.upload(photos, jpeg(), "purpose", "LICENCE")
                .hasStatus(201)
                .json();
        long licence = own.get("photos").get(1).get("id").asLong();
        JsonNode submitted = merchant.post(
                        OWN + "/" + filing + "/submission",
                        "",
                        "If-Match",
                        "\"" + own.get("filing").get("version").asInt() + "\"")
                .hasStatus(200)
                .json();
        return new Filed(
                merchant, filing, submitted.get("filing").get("version").asInt(), licence, 0);
    }

    /** Without a password, as merchants are; the number that answered is another test's. */
    Client merchant() {
        String key = service.core.journal().write(Actor.OPERATOR, changes -> {
            var account = service.core.accounts().enrol(changes, Role.MERCHANT, "商户", "");
            return service.core
                    .apiKeys()
                    .issue(changes, account, "测试", changes.at().plus(Duration.ofDays(30)))
                    .secret();
        });
        return service.visitor().withKey(key);
    }

    static String wish(String name) {
        return "{\"content\": " + DRAFT.formatted(name) + "}";
    }

    /** Each another picture. */
    static byte[] jpeg() {
        try {
            BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            image.setRGB(3, 3, COLOURS.incrementAndGet());
            for (int x = 0; x < 200; x++) {
                image.setRGB(x + 20, 40 + COLOURS.get() % 400, 0xffffff);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
