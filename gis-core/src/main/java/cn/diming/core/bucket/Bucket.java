package cn.diming.core.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bucket of an S3-compatible store. Objects are small (photos), so each is one request with its whole content; what the line
 * broke is tried once more.
 */
public final class Bucket {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 2;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int SERVER_FAULTS = 500;
    private static final Pattern OBJECT = Pattern.compile("<Contents>(.*?)</Contents>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("<LastModified>(.*?)</LastModified>", Pattern.DOTALL);
    private static final Pattern MORE =
            Pattern.compile("<NextContinuationToken>(.*?)</NextContinuationToken>", Pattern.DOTALL);

    private final BucketAddress address;
    private final RequestSignature signature;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param clock must be right to a few minutes, or the store refuses what it signs */
    public Bucket(BucketAddress address, Clock clock) {
        this.address = address;
        this.signature = new RequestSignature(address.keyId(), address.secret(), address.region());
        this.clock = clock;
    }

    /** An object as the store lists it. */
    public record Entry(String key, Instant changedAt) {}

    /** Stores an object, in place of the one that is there. */
    public void put(String key, byte[] content, String mediaType) {
        expect("PUT", key, send("PUT", object(key), Map.of("content-type", mediaType), content));
    }

    /** The content of an object; empty when there is none. */
    public Optional<byte[]> get(String key) {
        HttpResponse<byte[]> answer = send("GET", object(key), Map.of(), new byte[0]);
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expect("GET", key, answer);
        return Optional.of(answer.body());
    }

    /** Deletes an object; one that is not there is as good as deleted. */
    public void delete(String key) {
        HttpResponse<byte[]> answer = send("DELETE", object(key), Map.of(), new byte[0]);
        if (answer.statusCode() != NOT_FOUND) {
            expect("DELETE", key, answer);
        }
    }

    /** All objects below the prefix. */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        Optional<String> from = Optional.of("");
        while (from.isPresent()) {
            Map<String, String> query = new TreeMap<>(Map.of("list-type", "2", "prefix", address.prefix()));
            from.filter(token -> !token.isEmpty()).ifPresent(token -> query.put("continuation-token", token));
            HttpResponse<byte[]> answer = send("GET", uri("", query), Map.of(), new byte[0]);
            expect("LIST", "", answer);
            String xml = new String(answer.body(), StandardCharsets.UTF_8);
            OBJECT.matcher(xml).results().map(found -> entry(found.group(1))).forEach(entries::add);
            from = first(MORE, xml);
        }
        return entries;
    }

    private Entry entry(String xml) {
        return new Entry(
                first(KEY, xml).orElse("").substring(address.prefix().length()),
                Instant.parse(first(TIME, xml).orElseThrow()));
    }

    private static Optional<String> first(Pattern pattern, String xml) {
        Matcher found = pattern.matcher(xml);
        return found.find()
                ? Optional.of(found.group(1).replace("&quot;", "\"").replace("&amp;", "&"))
                : Optional.empty();
    }

    private URI object(String key) {
        return uri("/" + address.prefix() + key, Map.of());
    }

    /** Keys are letters, digits, points and strokes, which a path carries as they are. */
    private URI uri(String path, Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue()))
                .collect(Collectors.joining("&"));
        String base = address.endpoint().toString().replaceAll("/+$", "");
        return URI.create(base + "/" + address.bucket() + path + (text.isEmpty() ? "" : "?" + text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> send(String method, URI uri, Map<String, String> headers, byte[] body) {
        for (int left = TRIES - 1; ; left--) {
            try {
                HttpResponse<byte[]> answer =
                        http.send(request(method, uri, headers, body), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() < SERVER_FAULTS || left == 0) {
                    return answer;
                }
            } catch (IOException broken) {
                if (left == 0) {
                    throw new UncheckedIOException("asking the object store", broken);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while asking the object store", stopped);
            }
        }
    }

    private HttpRequest request(String method, URI uri, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        signature.headers(method, uri, headers, body, clock.instant()).forEach(request::header);
        return request.build();
    }

    private static void expect(String what, String key, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != NO_CONTENT) {
            throw new UncheckedIOException(
                    new IOException("the object store answers " + answer.statusCode() + " to " + what + " " + key));
        }
    }
}
