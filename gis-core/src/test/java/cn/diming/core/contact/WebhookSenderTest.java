package cn.diming.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Engines;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes handed to the gateway of an office. */
class WebhookSenderTest {

    private final BlockingQueue<String[]> received = new LinkedBlockingQueue<>();
    private final AtomicInteger answer = new AtomicInteger(202);
    private final HttpServer gateway;

    WebhookSenderTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new String[] {
                exchange.getRequestHeaders().getFirst("X-Diming-Time"),
                exchange.getRequestHeaders().getFirst("X-Diming-Signature"),
                body
            });
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    private WebhookSender sender() {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
        return new WebhookSender(address, "gateway-secret", Engines.CLOCK);
    }

    @Test
    void theGatewayGetsNumberAndCodeAndKnowsThatTheyAreOurs() throws Exception {
        sender().send(PhoneNumber.parse("13800000001"), "123456", Duration.ofMinutes(10));
        String[] request = received.take();
        JsonNode body = JsonMapper.shared().readTree(request[2]);
        assertThat(body.get("phone").asString()).isEqualTo("13800000001");
        assertThat(body.get("text").asString()).contains("123456").contains("10 分钟");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("gateway-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(request[1])
                .isEqualTo(HexFormat.of()
                        .formatHex(mac.doFinal((request[0] + "." + request[2]).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aGatewayThatRefusesIsAFailureThatNamesNobody() {
        answer.set(500);
        assertThatThrownBy(() -> sender().send(PhoneNumber.parse("13800000001"), "123456", Duration.ofMinutes(10)))
                .isInstanceOf(SendingFailed.class)
                .hasMessageContaining("500")
                .hasMessageNotContaining("138")
                .hasMessageNotContaining("123456");
    }
}
