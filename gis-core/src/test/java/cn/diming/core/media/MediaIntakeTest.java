package cn.diming.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.SharedData;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaIntakeTest {

    private MediaIntake intake;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        intake = new MediaIntake(new MediaFolder(folder, Optional.empty()), MediaLimits.USUAL, Engines.CLOCK);
    }

    @Test
    void aPhotoIsKeptInThreeSizesWithoutWhatTheCameraWrote() throws IOException {
        Incoming item = add(Pictures.photo(4000, 3000, 1));
        assertThat(item.format().mediaType()).isEqualTo("image/jpeg");
        assertThat(item.width()).hasValue(2560);
        assertThat(item.height()).hasValue(1920);
        assertThat(item.takenAt()).hasValue(Instant.parse("2026-02-01T00:30:00Z"));
        assertThat(picture(item, MediaSize.SMALL).getWidth()).isEqualTo(320);
        assertThat(picture(item, MediaSize.MEDIUM).getWidth()).isEqualTo(1024);
        byte[] stored = Files.readAllBytes(file(item, MediaSize.FULL));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(Sha256.hex(stored)).isEqualTo(item.sha256());
        assertThat(stored).hasSize((int) item.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsTurnedUpright(int orientation) throws IOException {
        Incoming item = add(Pictures.photo(64, 32, orientation));
        BufferedImage upright = picture(item, MediaSize.FULL);
        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
        // where the upper left quarter of the stored picture comes to lie
        boolean right = List.of(2, 3, 6, 7).contains(orientation);
        boolean low = List.of(3, 4, 7, 8).contains(orientation);
        int x = upright.getWidth() / 4 + (right ? upright.getWidth() / 2 : 0);
        int y = upright.getHeight() / 4 + (low ? upright.getHeight() / 2 : 0);
        assertThat(upright.getRGB(x, y) >> 16 & 0xff).isGreaterThan(200);
        assertThat(upright.getRGB(upright.getWidth() - 1 - x, y) >> 16 & 0xff).isLessThan(60);
    }

    @Test
    void picturesOfAllKindsBecomeJpeg() throws IOException {
        for (int type : List.of(
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_USHORT_GRAY)) {
            Incoming item = add(Pictures.png(300, 200, type));
            assertThat(item.format().mediaType()).isEqualTo("image/jpeg");
            assertThat(picture(item, MediaSize.SMALL).getHeight()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRkwAAABXRUJQVlA4IEAAAABQAwCdASooAB4APtFmrFCoJaQipWgBABoJZwDO3oAAK/fDcAD+6zb/7oAFP2f/+hJ/8TZ/xNnwcw1BONYUAAAA",
                "UklGRhwAAABXRUJQVlA4TA8AAAAvJ0AHAAcQ/Y/+ByKi/wEA"
            })
    void webpWithAndWithoutLossIsTaken(String file) throws IOException {
        Incoming item = add(Base64.getDecoder().decode(file));
        assertThat(picture(item, MediaSize.FULL).getRGB(20, 15) >> 16 & 0xff).isGreaterThan(200);
        assertThat(item.width()).hasValue(40);
    }

    @Test
    void coloursOfAnotherSpaceBecomeOrdinaryOnes() throws IOException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            grey.setRGB(i % 64, i / 64, 0x808080);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", out);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] profile = Pictures.joined(Pictures.latin("ICC_PROFILE\0\1\1"), linear);
        byte[] photo = Pictures.withSegment(out.toByteArray(), 0xffe2, profile);
        assertThat(picture(add(photo), MediaSize.FULL).getRGB(30, 30) & 0xff).isBetween(184, 192);
    }

    @Test
    void whatIsHiddenBehindThePixelsIsNotKept() throws IOException {
        byte[] page = Pictures.latin("<script>alert(1)</script>");
        Incoming item = add(Pictures.joined(Pictures.jpeg(64, 64), page));
        assertThat(Files.readString(file(item, MediaSize.FULL), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(add(Pictures.jpeg(64, 64))).isEqualTo(item);
    }

    @Test
    void whatIsNoPhotoIsRefusedInWords() {
        refused(new byte[0], "认不出这个文件");
        refused(Pictures.latin("hello"), "认不出这个文件");
        refused(Pictures.latin("  <svg xmlns='http://www.w3.org/2000/svg'/>"), "不支持 SVG");
        refused(Pictures.latin("GIF89a\1\0\1\0"), "不支持 GIF");
        refused(Pictures.latin("\0\0\0\u0018ftypheic\0\0\0\0"), "HEIC");
        refused(Pictures.latin("\0\0\0\u0018ftypavif\0\0\0\0"), "AVIF");
        refused(Pictures.latin("RIFF\0\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\0\0\0\0\0\0"), "WebP 动画");
        refused(Pictures.latin("RIFF\0\0\0\0WEBPVP8 \n\0\0\0"), "已损坏");
        refused(Pictures.pngBomb(60_000, 60_000), "60000×60000 像素，至多 5000 万像素");
        refused(Pictures.pngBomb(5_000, 5_000), "已损坏");
        refused(Pictures.jpeg(8, 8), "照片太小");
        byte[] whole = Pictures.jpeg(400, 300);
        refused(Arrays.copyOf(whole, whole.length / 2), "照片不完整|已损坏");
        refused(Arrays.copyOf(whole, 20), "已损坏");
        refused(Arrays.copyOf(Pictures.png(400, 300, BufferedImage.TYPE_INT_RGB), 200), "已损坏");
        refused(Pictures.joined(whole, new byte[20_000_000]), "照片过大，至多 20 MB");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void damagedBytesNeverHarm() {
        byte[] whole = Pictures.photo(200, 150, 6);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 10; i++) {
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt();
            }
            try {
                add(damaged);
            } catch (Refused told) {
                assertThat(told.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void recordingsAreKnownByTheirContentAndMeasured() {
        assertVoice(Sounds.wav(2, new byte[0]), "audio/wav", 2.0);
        assertVoice(Sounds.mp3(100), "audio/mpeg", 2.61);
        assertVoice(Sounds.opus(1.5), "audio/ogg", 1.5);
        assertVoice(Sounds.m4a(3, "soun"), "audio/mp4", 3.0);
        assertVoice(Sounds.webm(21, 2), "audio/webm", 2.0);
    }

    @Test
    void whereSomethingWasRecordedIsNotKept() throws IOException {
        byte[] notes = Pictures.joined(Pictures.latin("LIST\u0008\0\0\0"), Pictures.latin("+23+113/"));
        assertThat(stored(add(Sounds.wav(1, notes)))).doesNotContain("+23+113");
        byte[] tag = Pictures.joined(Pictures.latin("ID3\3\0\0\0\0\0\u0008"), Pictures.latin("+23+113/"));
        assertThat(stored(add(Pictures.joined(tag, Sounds.mp3(50), Pictures.latin("TAG+23+113")))))
                .doesNotContain("+23+113");
        Incoming m4a = add(Sounds.m4a(3, "soun"));
        assertThat(stored(m4a)).doesNotContain("+23.0000").contains("moov", "mdat", "free");
    }

    @Test
    void filmsAndBrokenRecordingsAreRefusedInWords() {
        refused(Sounds.m4a(3, "vide"), "这是视频");
        refused(Sounds.webm(5, 1), "这是视频");
        refused(Sounds.wav(0, new byte[0]), "录音已损坏");
        refused(Arrays.copyOf(Sounds.wav(1, new byte[0]), 30), "录音已损坏");
        refused(Sounds.mp3(1), "录音已损坏");
        refused(Arrays.copyOf(Sounds.opus(1), 100), "录音已损坏");
        refused(Arrays.copyOf(Sounds.m4a(3, "soun"), 150), "录音已损坏");
        refused(Arrays.copyOf(Sounds.webm(5, 2), 20), "录音已损坏");
        refused(Sounds.wav(181, new byte[0]), "录音长 181 秒，至多 180 秒");
        refused(Sounds.m4a(3, "hint"), "录音已损坏");
        refused(Pictures.joined(Sounds.wav(1, new byte[0]), new byte[10_000_000]), "录音过大，至多 10 MB");
    }

    @Test
    void realPhotosOddOnesAmongThemAreTakenOrRefused() throws IOException {
        int taken = 0;
        for (String set : List.of("media/exif_gps", "media/exif_odd")) {
            try (Stream<Path> files = Files.list(SharedData.file(set))) {
                for (Path file : files.sorted().toList()) {
                    try {
                        intake.take(Files.newInputStream(file));
                        taken++;
                    } catch (Refused told) {
                        assertThat(told.faults()).as(file.toString()).isNotEmpty();
                    }
                }
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(20);
    }

    private void assertVoice(byte[] file, String mediaType, double seconds) {
        Incoming item = add(file);
        assertThat(item.format().kind()).isEqualTo(MediaItem.Kind.VOICE);
        assertThat(item.format().mediaType()).isEqualTo(mediaType);
        assertThat(item.duration().orElseThrow().toMillis() / 1000.0).isBetween(seconds - 0.01, seconds + 0.01);
    }

    private void refused(byte[] file, String words) {
        assertThatThrownBy(() -> add(file))
                .isInstanceOf(Refused.class)
                .message()
                .containsPattern(words);
    }

    private Incoming add(byte[] file) {
        return intake.take(new ByteArrayInputStream(file));
    }

    private String stored(Incoming item) throws IOException {
        return Files.readString(file(item, MediaSize.FULL), StandardCharsets.ISO_8859_1);
    }

    private Path file(Incoming item, MediaSize size) {
        return new MediaFolder(folder, Optional.empty())
                .find(item.sha256(), size.suffix())
                .orElseThrow();
    }

    private BufferedImage picture(Incoming item, MediaSize size) throws IOException {
        return ImageIO.read(file(item, size).toFile());
    }
}
