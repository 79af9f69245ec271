package cn.diming.core.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A file that was cleaned and kept, before a record has it; see {@link MediaItem} for the fields. */
record Incoming(
        MediaItem.Kind kind,
        MediaFormat format,
        String sha256,
        long bytes,
        OptionalInt width,
        OptionalInt height,
        Optional<Duration> duration,
        Optional<Instant> takenAt) {

    /** What is kept already, once more. */
    static Incoming of(MediaItem kept) {
        return new Incoming(
                kept.kind(),
                MediaFormat.ofMediaType(kept.mediaType()).orElse(MediaFormat.JPEG),
                kept.sha256(),
                kept.bytes(),
                kept.width(),
                kept.height(),
                kept.duration(),
                kept.takenAt());
    }
}
