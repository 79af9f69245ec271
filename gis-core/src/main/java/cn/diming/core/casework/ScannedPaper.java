package cn.diming.core.casework;

import cn.diming.core.media.FileNames;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A file as somebody sends it: what it is follows from its first bytes, never from its name. */
public final class ScannedPaper {

    /** A scan of some dozens of pages; larger ones are no help to anybody who has to read them. */
    public static final int MOST_BYTES = 20 << 20;

    private final String fileName;
    private final Format format;
    private final byte[] content;

    /** @throws Refused when it is empty, too large, or neither PDF, JPEG nor PNG */
    public ScannedPaper(String fileName, byte[] content) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new Refused(List.of("文件应为 1 字节到 20 MB"));
        }
        this.format = Format.of(content).orElseThrow(() -> new Refused(List.of("只接受 PDF、JPEG 与 PNG 文件，所传文件的内容不是其中之一")));
        this.fileName = FileNames.tidy(fileName, "材料", format.ending);
        this.content = content.clone();
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return format.mediaType;
    }

    byte[] content() {
        return content.clone();
    }

    String sha256() {
        return Sha256.hex(content);
    }

    private enum Format {
        PDF("application/pdf", ".pdf", "255044462D"),
        JPEG("image/jpeg", ".jpg", "FFD8FF"),
        PNG("image/png", ".png", "89504E470D0A1A0A");

        private final String mediaType;
        private final String ending;
        private final byte[] beginning;

        Format(String mediaType, String ending, String beginning) {
            this.mediaType = mediaType;
            this.ending = ending;
            this.beginning = HexFormat.of().parseHex(beginning);
        }

        static Optional<Format> of(byte[] content) {
            return Arrays.stream(values())
                    .filter(format -> content.length > format.beginning.length
                            && Arrays.equals(
                                    format.beginning, 0, format.beginning.length, content, 0, format.beginning.length))
                    .findFirst();
        }
    }
}
