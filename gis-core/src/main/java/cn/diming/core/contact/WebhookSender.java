package cn.diming.core.contact;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands codes to a gateway of the office that sends text messages: a JSON document by POST, with a signature by which the gateway
 * knows that it is ours ({@code X-Diming-Signature}: HMAC-SHA256 of time, point and body, in hex).
 */
public final class WebhookSender implements CodeSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FIRST_FAULT = 300;

    private final URI gateway;
    private final String secret;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @throws IllegalArgumentException for what is no web address, or an empty secret; the message is Chinese */
    public WebhookSender(URI gateway, String secret, Clock clock) {
        if (gateway.getHost() == null || !String.valueOf(gateway.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("短信网关的地址应为 https://…：" + gateway);
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("短信网关缺少签名密钥");
        }
        this.gateway = gateway;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void send(PhoneNumber phone, String code, Duration valid) {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("phone", phone.digits())
                .put("code", code)
                .put("minutes", valid.toMinutes())
                .put("text", CodeText.of(code, valid))
                .toString();
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Diming-Time", time)
                .header("X-Diming-Signature", signature(time + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= FIRST_FAULT) {
                throw new SendingFailed("the gateway answers " + answer.statusCode());
            }
        } catch (IOException broken) {
            throw new SendingFailed("the gateway does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SendingFailed("interrupted while asking the gateway", stopped);
        }
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
