package cn.diming.core.media;

import java.time.Duration;

/**
 * What may be stored.
 *
 * @param photoBytes size of a photo as it comes in
 * @param photoPixels width × height of a photo as it comes in
 * @param photoEdge longest edge of a photo as it is kept, pixels
 * @param voiceBytes size of a recording
 * @param voiceDuration length of a recording, where its file tells
 * @param perRecord photos and recordings of one record
 */
public record MediaLimits(
        long photoBytes, long photoPixels, int photoEdge, long voiceBytes, Duration voiceDuration, int perRecord) {

    /** Fits the cameras of present phones (50 megapixels) and a name said several times. */
    public static final MediaLimits USUAL =
            new MediaLimits(20_000_000, 50_000_000, 2560, 10_000_000, Duration.ofMinutes(3), 100);

    public MediaLimits {
        if (photoBytes < 1 || photoPixels < 1 || photoEdge < 320 || voiceBytes < 1 || perRecord < 1) {
            throw new IllegalArgumentException("照片与读音的限制不合理");
        }
    }
}
