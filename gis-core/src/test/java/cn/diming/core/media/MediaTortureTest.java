package cn.diming.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.HostileFiles;
import cn.diming.core.fixtures.SharedData;
import cn.diming.core.record.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTortureTest {

    /** Start, JFIF, tables, frame, scan, end: nothing else may stand in a photo that is served. */
    private static final Set<Integer> PLAIN = Set.of(0xd8, 0xe0, 0xdb, 0xc0, 0xc4, 0xda, 0xd9);

    private static final int JFIF_BYTES = 16;

    private MediaIntake intake;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        intake = new MediaIntake(new MediaFolder(folder, Optional.empty()), MediaLimits.USUAL, Engines.CLOCK);
    }

    @Test
    void eachFileIsTakenOrRefusedInWords() {
        List<String> wrong = new ArrayList<>();
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            try {
                intake.take(new ByteArrayInputStream(sample.bytes()));
                if (!sample.taken()) {
                    wrong.add(sample.name() + " was taken");
                }
            } catch (Refused told) {
                String words = String.join("；", told.faults());
                if (sample.taken()
                        || !words.matches("(?s).*(" + sample.words() + ").*")
                        || !words.matches("(?s).*\\p{IsHan}.*")) {
                    wrong.add(sample.name() + " was refused: " + words);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void nothingThatWasHiddenSurvivesInWhatIsServed() throws IOException {
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            if (sample.taken()) {
                everythingIsClean(intake.take(new ByteArrayInputStream(sample.bytes())), sample.name());
            }
        }
        for (String set : List.of("media/exif_gps", "media/exif_odd")) {
            try (Stream<Path> files = Files.list(SharedData.file(set))) {
                for (Path file : files.sorted().toList()) {
                    try (var in = Files.newInputStream(file)) {
                        everythingIsClean(intake.take(in), file.toString());
                    } catch (Refused told) {
                        assertThat(told.faults()).isNotEmpty();
                    }
                }
            }
        }
    }

    private void everythingIsClean(Incoming kept, String name) throws IOException {
        boolean photo = kept.format().kind() == MediaItem.Kind.PHOTO;
        for (MediaSize size : photo ? MediaSize.values() : new MediaSize[] {MediaSize.FULL}) {
            Path file = new MediaFolder(folder, Optional.empty())
                    .find(kept.sha256(), size.suffix())
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .as(name)
                    .doesNotContain("SECRET", "113.3190", "<script>", "Exif\0", "http://ns.adobe.com");
            if (photo) {
                assertThat(ImageIO.read(file.toFile())).as(name).isNotNull();
                plainJpeg(bytes, name);
            }
        }
    }

    /** Segment by segment: only those a decoder needs, JFIF without a thumbnail, and nothing behind the end. */
    private static void plainJpeg(byte[] jpeg, String name) {
        int at = 0;
        while (at < jpeg.length) {
            assertThat(jpeg[at] & 0xff).as(name).isEqualTo(0xff);
            int marker = jpeg[at + 1] & 0xff;
            assertThat(PLAIN).as("%s: marker %x", name, marker).contains(marker);
            at += 2;
            if (marker == 0xd9) {
                assertThat(at).as(name).isEqualTo(jpeg.length);
            } else if (marker != 0xd8) {
                int length = (jpeg[at] & 0xff) << 8 | jpeg[at + 1] & 0xff;
                assertThat(marker == 0xe0 ? length : JFIF_BYTES).as(name).isEqualTo(JFIF_BYTES);
                at += length;
                if (marker == 0xda) {
                    at = end(jpeg, at);
                }
            }
        }
    }

    private static int end(byte[] jpeg, int from) {
        int at = from;
        while ((jpeg[at] & 0xff) != 0xff || jpeg[at + 1] == 0 || (jpeg[at + 1] & 0xf8) == 0xd0) {
            at++;
        }
        return at;
    }

    @Test
    void aSoundIsStillASoundWhenItWasCleaned() throws IOException {
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            if (sample.taken()) {
                Incoming once = intake.take(new ByteArrayInputStream(sample.bytes()));
                if (once.format().kind() == MediaItem.Kind.VOICE) {
                    Path file = new MediaFolder(folder, Optional.empty())
                            .find(once.sha256(), "")
                            .orElseThrow();
                    Incoming again = intake.take(Files.newInputStream(file));
                    assertThat(again).as(sample.name()).isEqualTo(once);
                }
            }
        }
    }
}
