package cn.diming.core.media;

import java.util.Arrays;
import java.util.Optional;

/** MPEG audio: only whole frames are kept, tags before and after them are not. */
final class Mp3File {

    private static final int LEAST_FRAMES = 2;

    static Voice clean(byte[] file) {
        int start = 0;
        for (int next = afterTag(file, 0); next > start && next < file.length; next = afterTag(file, start)) {
            start = next;
        }
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
    private static int afterTag(byte[] file, int at) {
        if (file.length < at + 10 || file[at] != 'I' || file[at + 1] != 'D' || file[at + 2] != '3') {
            return at;
        }
        int size = 0;
        for (int i = at + 6; i < at + 10; i++) {
            size = size << 7 | file[i] & 0x7f;
        }
        return at + 10 + size + ((file[at + 5] & 0x10) != 0 ? 10 : 0);
    }

    private Mp3File() {}
}
