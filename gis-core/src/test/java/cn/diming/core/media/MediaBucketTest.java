package cn.diming.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.bucket.Bucket;
import cn.diming.core.bucket.BucketAddress;
import cn.diming.core.bucket.ObjectStore;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos in a bucket, with a folder for what was used lately. */
class MediaBucketTest {

    private static final String CONTENT = "ab".repeat(32);

    private final ObjectStore store = new ObjectStore("AKIDEXAMPLE", "secret");
    private final Path folder;
    private final MediaFolder files;

    MediaBucketTest(@TempDir Path folder) {
        this.folder = folder;
        BucketAddress address =
                new BucketAddress(store.endpoint(), "us-east-1", "diming", "photos/", "AKIDEXAMPLE", "secret");
        files = new MediaFolder(folder, Optional.of(new Bucket(address, Engines.CLOCK)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFileThatIsNotAtHandComesBackFromTheBucket() throws IOException {
        byte[] photo = {1, 2, 3};
        files.write(CONTENT, ".small", MediaFormat.JPEG, photo, Engines.CLOCK.instant());
        Path here = files.find(CONTENT, ".small").orElseThrow();
        assertThat(here).startsWith(folder);
        Files.delete(here);
        assertThat(Files.readAllBytes(files.find(CONTENT, ".small").orElseThrow()))
                .isEqualTo(photo);
        assertThat(files.find(CONTENT, ".medium")).isEmpty();
    }

    @Test
    void whatNobodyRefersToLeavesTheBucketToo() {
        files.write(CONTENT, "", MediaFormat.JPEG, new byte[] {1}, Engines.CLOCK.instant());
        files.write("cd".repeat(32), "", MediaFormat.JPEG, new byte[] {2}, Engines.CLOCK.instant());
        assertThat(files.sweep(Set.of(CONTENT), Instant.parse("2025-06-01T00:00:00Z")))
                .isEqualTo(1);
        assertThat(store.size()).isEqualTo(1);
    }
}
