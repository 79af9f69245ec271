package cn.diming.core.media;

import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes in a file from anybody: finds out what it is, cleans it and keeps it. */
final class MediaIntake {

    private static final int PDF_TAIL = 1024;
    /** The first orientation of Exif: nothing to turn. */
    private static final int UPRIGHT = 1;

    private final MediaFolder folder;
    private final MediaLimits limits;
    private final PhotoCleaner photos;
    private final Clock clock;

    MediaIntake(MediaFolder folder, MediaLimits limits, Clock clock) {
        this.folder = folder;
        this.limits = limits;
        this.photos = new PhotoCleaner(limits);
        this.clock = clock;
    }

    /** @throws Refused for what is neither photo nor recording, is broken, too large or too long */
    Incoming take(InputStream in) {
        Path file = folder.receive(in, Math.max(limits.photoBytes(), limits.voiceBytes()));
        try {
            byte[] head = head(file);
            MediaFormat format = MediaFormat.of(head)
                    .filter(known -> known.kind() != MediaItem.Kind.DOCUMENT)
                    .orElseThrow(() -> refused(MediaFormat.refusal(head)));
            return format.kind() == MediaItem.Kind.PHOTO ? takePhoto(file, format, head) : takeVoice(file, format);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading what came in", broken);
        } finally {
            MediaFolder.discard(file);
        }
    }

    /**
     * Keeps a document as it came, for its digest must stay what it is.
     *
     * @throws Refused for what is neither PDF, JPEG nor PNG, is broken or too large
     */
    Incoming takeDocument(InputStream in) {
        Path file = folder.receive(in, limits.photoBytes());
        try {
            refuseSize(Files.size(file), limits.photoBytes(), "文件");
            MediaFormat format = MediaFormat.of(head(file))
                    .filter(MediaFormat::isForDocuments)
                    .orElseThrow(() -> refused("只接受 PDF、JPEG 与 PNG 文件，所传文件的内容不是其中之一"));
            byte[] content = Files.readAllBytes(file);
            requireWhole(file, format, content);
            String sha256 = Sha256.hex(content);
            folder.write(sha256, MediaSize.FULL.suffix(), format, content, clock.instant());
            return new Incoming(
                    MediaItem.Kind.DOCUMENT,
                    format,
                    sha256,
                    content.length,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (IOException broken) {
            throw new UncheckedIOException("reading what came in", broken);
        } finally {
            MediaFolder.discard(file);
        }
    }

    /** A picture must decode; a PDF must have its end, which readers look for in the last 1,024 bytes (ISO 32000-1, H.3). */
    private void requireWhole(Path file, MediaFormat format, byte[] content) {
        if (format != MediaFormat.PDF) {
            photos.clean(file, format, UPRIGHT);
            return;
        }
        int tail = Math.min(content.length, PDF_TAIL);
        String end = new String(content, content.length - tail, tail, StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF")) {
            throw refused("PDF 文件不完整，没有结尾，请重新扫描或导出");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MediaFormat.HEAD);
        }
    }

    private Incoming takePhoto(Path file, MediaFormat format, byte[] head) throws IOException {
        refuseSize(Files.size(file), limits.photoBytes(), "照片");
        if (format == MediaFormat.WEBP && MediaFormat.isMovingWebp(head)) {
            throw refused("不支持 WebP 动画：照片请用 JPEG、PNG 或 WebP");
        }
        PhotoNotes notes = PhotoNotes.of(file, format, clock.instant());
        PhotoCleaner.Sizes sizes = photos.clean(file, format, notes.orientation());
        String sha256 = Sha256.hex(sizes.full());
        folder.write(sha256, MediaSize.FULL.suffix(), MediaFormat.JPEG, sizes.full(), clock.instant());
        folder.write(sha256, MediaSize.MEDIUM.suffix(), MediaFormat.JPEG, sizes.medium(), clock.instant());
        folder.write(sha256, MediaSize.SMALL.suffix(), MediaFormat.JPEG, sizes.small(), clock.instant());
        return new Incoming(
                MediaItem.Kind.PHOTO,
                MediaFormat.JPEG,
                sha256,
                sizes.full().length,
                OptionalInt.of(sizes.width()),
                OptionalInt.of(sizes.height()),
                Optional.empty(),
                notes.takenAt());
    }

    private Incoming takeVoice(Path file, MediaFormat format) throws IOException {
        refuseSize(Files.size(file), limits.voiceBytes(), "录音");
        Voice voice = Voice.clean(Files.readAllBytes(file), format);
        long seconds = voice.duration().map(Duration::toSeconds).orElse(0L);
        if (seconds > limits.voiceDuration().toSeconds()) {
            throw refused("录音长 " + seconds + " 秒，至多 " + limits.voiceDuration().toSeconds() + " 秒");
        }
        String sha256 = Sha256.hex(voice.bytes());
        folder.write(sha256, "", format, voice.bytes(), clock.instant());
        return new Incoming(
                MediaItem.Kind.VOICE,
                format,
                sha256,
                voice.bytes().length,
                OptionalInt.empty(),
                OptionalInt.empty(),
                voice.duration(),
                Optional.empty());
    }

    private static void refuseSize(long bytes, long most, String what) {
        if (bytes > most) {
            throw refused(what + "过大，至多 " + most / 1_000_000 + " MB");
        }
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }
}
