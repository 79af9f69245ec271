package cn.diming.tiles.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Containers for tiles, told apart by the ending of the file's name. */
public enum ArchiveFormat {
    PMTILES {
        @Override
        void write(TileStaging tiles, ArchiveNotes notes, Path file) throws IOException {
            PmtilesWriter.write(tiles, notes, file);
        }
    },
    MBTILES {
        @Override
        void write(TileStaging tiles, ArchiveNotes notes, Path file) throws IOException {
            MbtilesWriter.write(tiles, notes, file);
        }
    };

    abstract void write(TileStaging tiles, ArchiveNotes notes, Path file) throws IOException;

    /** Empty if the name ends otherwise. */
    public static Optional<ArchiveFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
