package cn.diming.core.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that are taken, known by their first bytes, never by a file's name or by what its sender says. */
enum MediaFormat {
    JPEG(MediaItem.Kind.PHOTO, "image/jpeg", "jpg"),
    PNG(MediaItem.Kind.PHOTO, "image/png", "png"),
    WEBP(MediaItem.Kind.PHOTO, "image/webp", "webp"),
    WEBM(MediaItem.Kind.VOICE, "audio/webm", "webm"),
    OGG(MediaItem.Kind.VOICE, "audio/ogg", "ogg"),
    MP3(MediaItem.Kind.VOICE, "audio/mpeg", "mp3"),
    M4A(MediaItem.Kind.VOICE, "audio/mp4", "m4a"),
    WAV(MediaItem.Kind.VOICE, "audio/wav", "wav"),
    PDF(MediaItem.Kind.DOCUMENT, "application/pdf", "pdf");

    /** So many bytes tell the format. */
    static final int HEAD = 64;

    private static final List<String> APPLE_PHOTOS = List.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");

    private final MediaItem.Kind kind;
    private final String mediaType;
    private final String extension;

    MediaFormat(MediaItem.Kind kind, String mediaType, String extension) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    MediaItem.Kind kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    static Optional<MediaFormat> of(byte[] head) {
        return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
    }

    /** Whether a document may be in it: what every office can open and print. */
    boolean isForDocuments() {
        return this == PDF || this == JPEG || this == PNG;
    }

    /** How a stored recording is named to its listener. */
    static Optional<MediaFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Why a file of none of these formats is not taken, in words that help. */
    static String refusal(byte[] head) {
        String text = latin(head);
        if (text.startsWith("ftyp", 4)) {
            return APPLE_PHOTOS.contains(text.substring(8, Math.min(12, text.length())))
                    ? "不支持 HEIC 照片：请在手机的相机设置中选择“兼容性最佳”（JPEG），或先转换为 JPEG"
                    : "不支持这种视频或 AVIF 文件：照片请用 JPEG、PNG 或 WebP，读音请用录音文件";
        }
        if (text.startsWith("GIF8")) {
            return "不支持 GIF 动画：照片请用 JPEG、PNG 或 WebP";
        }
        if (text.stripLeading().startsWith("<")) {
            return "不支持 SVG 或网页文件：照片请用 JPEG、PNG 或 WebP";
        }
        return "认不出这个文件：照片请用 JPEG、PNG 或 WebP，读音请用 WebM、Ogg、MP3、M4A 或 WAV";
    }

    /** A flag in the extended header (WebP Container Specification, VP8X). */
    static boolean isMovingWebp(byte[] head) {
        return head.length > 20 && latin(head).startsWith("VP8X", 12) && (head[20] & 2) != 0;
    }

    private boolean begins(byte[] head) {
        String text = latin(head);
        return switch (this) {
            case JPEG -> text.startsWith("\u00ff\u00d8\u00ff");
            case PNG -> text.startsWith("\u0089PNG\r\n\u001a\n");
            case WEBP -> text.startsWith("RIFF") && text.startsWith("WEBP", 8);
            case WEBM -> text.startsWith("\u001aE\u00df\u00a3") && text.contains("webm");
            case OGG -> text.startsWith("OggS") && (text.contains("OpusHead") || text.contains("\u0001vorbis"));
            case MP3 -> text.startsWith("ID3") || Mp3Frame.at(head, 0).isPresent();
            case M4A ->
                text.startsWith("ftyp", 4)
                        && List.of("M4A ", "M4B ", "mp41", "mp42", "isom", "iso2", "iso5", "iso6", "dash")
                                .contains(text.substring(8, 12));
            case WAV -> text.startsWith("RIFF") && text.startsWith("WAVE", 8);
            case PDF -> text.startsWith("%PDF-");
        };
    }

    private static String latin(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
