package cn.diming.core.bucket;

import cn.diming.core.proof.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as AWS Signature Version 4 has it (the whole body is hashed, all headers that matter are signed). */
final class RequestSignature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY_DIGITS = 8;

    private final String keyId;
    private final String secret;
    private final String region;

    RequestSignature(String keyId, String secret, String region) {
        this.keyId = keyId;
        this.secret = secret;
        this.region = region;
    }

    /**
     * The headers that a request must carry besides {@code Host}, which the client sends by itself.
     *
     * @param uri with its query sorted and encoded already
     * @param more further headers to be sent and signed, in lower case
     */
    Map<String, String> headers(String method, URI uri, Map<String, String> more, byte[] body, Instant now) {
        String time = TIME.format(now);
        String scope = time.substring(0, DAY_DIGITS) + "/" + region + "/s3/aws4_request";
        String content = Sha256.hex(body);
        SortedMap<String, String> signed = new TreeMap<>(more);
        signed.put("host", host(uri));
        signed.put("x-amz-content-sha256", content);
        signed.put("x-amz-date", time);
        String names = String.join(";", signed.keySet());
        String canonical = String.join(
                "\n",
                method,
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining()),
                names,
                content);
        String toSign = String.join("\n", ALGORITHM, time, scope, Sha256.hex(canonical));
        signed.remove("host");
        signed.put(
                "authorization",
                "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
                        .formatted(ALGORITHM, keyId, scope, names, hex(toSign, time)));
        return signed;
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private String hex(String toSign, String time) {
        byte[] day = mac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), time.substring(0, DAY_DIGITS));
        byte[] key = mac(mac(mac(day, region), "s3"), "aws4_request");
        return HexFormat.of().formatHex(mac(key, toSign));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
