package cn.diming.core.media;

import java.util.Optional;

/**
 * The header of an MPEG audio frame, layer III (ISO/IEC 11172-3, 13818-3).
 *
 * @param bytes length of the frame
 * @param samples samples of each channel in it
 */
record Mp3Frame(int bytes, int samples, int samplesPerSecond) {

    private static final int[] BIT_RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BIT_RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    static Optional<Mp3Frame> at(byte[] data, int offset) {
        if (offset + 4 > data.length || (data[offset] & 0xff) != 0xff || (data[offset + 1] & 0xe6) != 0xe2) {
            return Optional.empty();
        }
        int version = (data[offset + 1] >> 3) & 3; // 3 = MPEG 1, 2 = MPEG 2, 0 = MPEG 2.5
        int bitRate = (data[offset + 2] >> 4) & 15;
        int sampleRate = (data[offset + 2] >> 2) & 3;
        if (version == 1 || bitRate == 0 || bitRate == 15 || sampleRate == 3) {
            return Optional.empty();
        }
        int hertz = SAMPLE_RATES[sampleRate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int kilobits = version == 3 ? BIT_RATES_1[bitRate] : BIT_RATES_2[bitRate];
        int samples = version == 3 ? 1152 : 576;
        int padding = (data[offset + 2] >> 1) & 1;
        return Optional.of(new Mp3Frame(samples / 8 * kilobits * 1000 / hertz + padding, samples, hertz));
    }
}
