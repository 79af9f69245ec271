package cn.diming.core.media;

import cn.diming.core.record.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A recording as it is kept: what does not belong to the sound is cut off or blanked.
 *
 * @param duration empty where the file does not tell
 */
record Voice(byte[] bytes, Optional<Duration> duration) {

    /** @throws Refused for a broken file and for films */
    static Voice clean(byte[] file, MediaFormat format) {
        try {
            return switch (format) {
                case WAV -> WavFile.clean(file);
                case MP3 -> Mp3File.clean(file);
                case OGG -> OggFile.clean(file);
                case M4A -> Mp4File.clean(file);
                case WEBM -> WebmFile.clean(file);
                case JPEG, PNG, WEBP, PDF -> throw new IllegalArgumentException(format + " is no recording");
            };
        } catch (IndexOutOfBoundsException cut) {
            throw broken();
        }
    }

    static Refused broken() {
        return new Refused(List.of("录音已损坏，无法读取"));
    }

    static Refused film() {
        return new Refused(List.of("这是视频，读音只能是录音"));
    }

    static Optional<Duration> seconds(double seconds) {
        return Double.isFinite(seconds) && seconds > 0 && seconds < 1e6
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
