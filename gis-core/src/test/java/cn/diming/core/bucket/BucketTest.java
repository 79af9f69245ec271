package cn.diming.core.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Engines;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects in a store that speaks the S3 protocol and checks signatures. */
class BucketTest {

    private final ObjectStore store = new ObjectStore("AKIDEXAMPLE", "secret/key+1");
    private final Bucket bucket = bucket("secret/key+1");

    private Bucket bucket(String secret) {
        return new Bucket(
                new BucketAddress(store.endpoint(), "cn-south-1", "diming", "media/", "AKIDEXAMPLE", secret),
                Engines.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsPutCanBeGotListedAndDeleted() {
        bucket.put("ab/cd/one", bytes("一"), "image/jpeg");
        bucket.put("ab/cd/two.small", bytes("二"), "image/jpeg");
        assertThat(bucket.get("ab/cd/one")).hasValue(bytes("一"));
        assertThat(store.mediaTypeOf("media/ab/cd/one")).isEqualTo("image/jpeg");
        assertThat(bucket.list()).extracting(Bucket.Entry::key).containsExactly("ab/cd/one", "ab/cd/two.small");
        bucket.delete("ab/cd/one");
        bucket.delete("ab/cd/one");
        assertThat(bucket.get("ab/cd/one")).isEmpty();
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 0; i < 7; i++) {
            bucket.put("k" + i, bytes("x"), "image/jpeg");
        }
        assertThat(bucket.list()).hasSize(7);
        assertThat(store.listings()).isEqualTo(4);
    }

    @Test
    void aWrongSecretIsRefusedByTheStore() {
        assertThatThrownBy(() -> bucket("another").put("k", bytes("x"), "image/jpeg"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("another");
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void whatTheStoreFailedAtOnceIsTriedOnceMore() {
        store.failNext();
        bucket.put("k", bytes("x"), "image/jpeg");
        assertThat(bucket.get("k")).isPresent();
    }

    /** The example "GET Object" of the description of Signature Version 4 (Amazon S3 API reference). */
    @Test
    void theSignatureOfTheDescriptionComesOut() {
        RequestSignature signature =
                new RequestSignature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
        Map<String, String> headers = signature.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Map.of("range", "bytes=0-9"),
                new byte[0],
                Instant.parse("2013-05-24T00:00:00Z"));
        assertThat(headers.get("authorization"))
                .endsWith("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void anAddressThatCannotBeOneIsRefused() {
        assertThatThrownBy(() -> new BucketAddress(URI.create("ftp://x"), "r", "diming", "", "k", "s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BucketAddress(URI.create("https://x"), "r", "A", "", "k", "s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BucketAddress(URI.create("https://x"), "r", "diming", "../", "k", "s"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
