package cn.diming.core.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A photo or a voice recording of a record, or a document.
 *
 * @param sha256 of the stored file, which is also its name
 * @param bytes size of the stored file
 * @param width of a photo, pixels
 * @param height of a photo, pixels
 * @param duration of a recording, where its file tells
 * @param position place in the record's list, from 0
 * @param staffOnly whether the public does not see it though it may see the record
 * @param takenAt when a photo was taken, where its camera said
 */
public record MediaItem(
        long id,
        Kind kind,
        String sha256,
        String mediaType,
        long bytes,
        OptionalInt width,
        OptionalInt height,
        Optional<Duration> duration,
        Optional<String> caption,
        int position,
        boolean staffOnly,
        Optional<Instant> takenAt,
        Instant addedAt) {

    /** What a file is to people. */
    public enum Kind {
        PHOTO("照片"),
        /** How people say a name (A9 地名读音). */
        VOICE("读音"),
        /** A scan or a PDF that is kept byte for byte, because its digest is what counts. */
        DOCUMENT("文件");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
