package cn.diming.core.patrol;

import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import java.util.List;

/**
 * A file as a receiver wrote it. Its bytes are what the proof is about, so they are kept as they came.
 *
 * @param name as the person calls it, without folders
 */
public record TrackFile(String name, byte[] content) {

    private static final int LONGEST_NAME = 120;

    /** @throws Refused for a file without content */
    public TrackFile {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        String sound = last.replaceAll("\\p{Cntrl}", "");
        name = sound.isEmpty() ? "track.gpx" : sound.substring(Math.max(0, sound.length() - LONGEST_NAME));
        if (content.length == 0) {
            throw new Refused(List.of("轨迹文件 " + name + " 是空的"));
        }
    }

    /** In 64 hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(content);
    }
}
