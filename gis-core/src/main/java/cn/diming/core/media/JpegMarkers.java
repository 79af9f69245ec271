package cn.diming.core.media;

import cn.diming.core.record.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JPEG will cost before it is decoded (ITU-T T.81, annex B). A progressive picture may have any number of scans, each of which
 * goes over all of its blocks: some kilobytes can keep a processor busy for hours.
 *
 * @param scans how many there are
 */
record JpegMarkers(boolean progressive, int scans) {

    /** Cameras and editors write one, or at most a dozen. */
    private static final int MOST_SCANS = 64;

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int PROGRESSIVE = 0xc2;

    /** @throws Refused when it has more scans than any picture needs */
    static JpegMarkers of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(2);
            boolean progressive = false;
            int scans = 0;
            for (int marker = next(in); marker >= 0 && marker != END; marker = next(in)) {
                progressive |= marker == PROGRESSIVE;
                if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
                    throw new Refused(List.of("照片的编码异常（扫描超过 " + MOST_SCANS + " 遍），请另存为普通 JPEG"));
                }
                if (hasLength(marker)) {
                    int length = in.read() << 8 | in.read();
                    in.skip(Math.max(0, length - 2));
                }
            }
            return new JpegMarkers(progressive, scans);
        }
    }

    /** The next marker, over what a scan encodes; -1 at the end. */
    private static int next(InputStream in) throws IOException {
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == MARKER) {
                int code = in.read();
                while (code == MARKER) {
                    code = in.read();
                }
                if (code != 0 && !(code >= 0xd0 && code <= 0xd7)) {
                    return code;
                }
            }
        }
        return -1;
    }

    private static boolean hasLength(int marker) {
        return marker > 0 && marker != 1 && marker != 0xd8 && marker != END;
    }
}
