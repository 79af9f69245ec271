package cn.diming.core.media;

import java.util.Arrays;
import java.util.Optional;

/** MPEG audio: only whole frames are kept, tags before and after them are not. */
final class Mp3File {

    private static final int LEAST_FRAMES = 2;

    static Voice clean(byte[] file) {
        int start = afterTag(file);
        double seconds = 0;
        int frames = 0;
        int at = start;
        for (Optional<Mp3Frame> frame = Mp3Frame.at(file, at); frame.isPresent(); frame = Mp3Frame.at(file, at)) {
            if (at + frame.get().bytes() > file.length) {
                break;
            }
            at += frame.get().bytes();
            seconds += (double) frame.get().samples() / frame.get().samplesPerSecond();
            frames++;
        }
        if (frames < LEAST_FRAMES) {
            throw Voice.broken();
        }
        return new Voice(Arrays.copyOfRange(file, start, at), Voice.seconds(seconds));
    }

    /** ID3v2: "ID3", version, flags, size of four times seven bits. */
    private static int afterTag(byte[] file) {
        if (file.length < 10 || file[0] != 'I' || file[1] != 'D' || file[2] != '3') {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | file[i] & 0x7f;
        }
        return 10 + size + ((file[5] & 0x10) != 0 ? 10 : 0);
    }

    private Mp3File() {}
}
