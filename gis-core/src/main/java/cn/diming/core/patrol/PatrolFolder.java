package cn.diming.core.patrol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that a checker needs: {@code export.json}, {@code proof.json} and the tracks byte by byte.
 *
 * @param files by name
 */
public record PatrolFolder(Map<String, byte[]> files) {

    public static PatrolFolder of(Patrol patrol, List<TrackFile> tracks) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("export.json", patrol.export().getBytes(StandardCharsets.UTF_8));
        files.put("proof.json", patrol.report().getBytes(StandardCharsets.UTF_8));
        for (int number = 1; number <= tracks.size(); number++) {
            files.put("track-" + number + ".gpx", tracks.get(number - 1).content());
        }
        return new PatrolFolder(files);
    }

    public byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
