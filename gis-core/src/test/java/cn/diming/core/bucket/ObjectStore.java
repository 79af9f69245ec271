package cn.diming.core.bucket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A tiny store with the S3 protocol that works out each signature by itself, from what came over the line. */
public final class ObjectStore implements AutoCloseable {

    private static final int PAGE = 2;

    private final String keyId;
    private final String secret;
    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, String> mediaTypes = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger listings = new AtomicInteger();

    public ObjectStore(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/diming", this::serve);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    public int size() {
        return objects.size();
    }

    String mediaTypeOf(String key) {
        return Objects.requireNonNull(mediaTypes.get(key));
    }

    int listings() {
        return listings.get();
    }

    void failNext() {
        failures.set(1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, new byte[0]);
        } else if (!isSigned(exchange, body)) {
            answer(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>".getBytes(StandardCharsets.UTF_8));
        } else {
            act(exchange, exchange.getRequestURI().getPath().replaceFirst("^/diming/?", ""), body);
        }
    }

    private void act(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                mediaTypes.put(key, exchange.getRequestHeaders().getFirst("content-type"));
                answer(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(key);
                answer(exchange, 204, new byte[0]);
            }
            default -> {
                byte[] content = key.isEmpty() ? list(exchange.getRequestURI()) : objects.get(key);
                answer(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
            }
        }
    }

    private byte[] list(URI uri) {
        listings.incrementAndGet();
        Map<String, String> query = new TreeMap<>();
        for (String part : uri.getQuery().split("&", -1)) {
            String[] sides = part.split("=", 2);
            query.put(sides[0], sides[1]);
        }
        String from = query.getOrDefault("continuation-token", "");
        List<String> keys = new ArrayList<>(objects.keySet().stream()
                .filter(key -> key.startsWith(query.getOrDefault("prefix", "")) && key.compareTo(from) > 0)
                .toList());
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult>");
        for (String key : keys.subList(0, Math.min(PAGE, keys.size()))) {
            xml.append("<Contents><Key>")
                    .append(key)
                    .append("</Key><LastModified>2025-01-01T00:00:00.000Z</LastModified></Contents>");
        }
        if (keys.size() > PAGE) {
            xml.append("<NextContinuationToken>").append(keys.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        String given = exchange.getRequestHeaders().getFirst("authorization");
        if (given == null || !given.startsWith("AWS4-HMAC-SHA256 Credential=" + keyId + "/")) {
            return false;
        }
        String scope = given.replaceFirst(".*Credential=[^/]+/([^,]+),.*", "$1");
        String names = given.replaceFirst(".*SignedHeaders=([^,]+),.*", "$1");
        String time = exchange.getRequestHeaders().getFirst("x-amz-date");
        StringBuilder canonical = new StringBuilder(exchange.getRequestMethod() + "\n");
        canonical.append(exchange.getRequestURI().getRawPath()).append('\n');
        canonical
                .append(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""))
                .append('\n');
        for (String name : names.split(";", -1)) {
            canonical
                    .append(name)
                    .append(':')
                    .append(exchange.getRequestHeaders().getFirst(name))
                    .append('\n');
        }
        canonical.append('\n').append(names).append('\n').append(sha256(body));
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return given.endsWith("Signature=" + HexFormat.of().formatHex(mac(key, toSign)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
