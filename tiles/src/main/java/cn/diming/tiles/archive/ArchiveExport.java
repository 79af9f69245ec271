package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.Gzip;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;

/**
 * Makes an archive: all tiles of a region in the order of the Hilbert curve, equal ones once. The file appears whole or
 * not at all: it is put together beside its place and moved there in one step. An export that was stopped goes on where
 * it was, as long as it is asked for the same tiles of the same state of the data.
 */
public final class ArchiveExport {
    private final Function<TileCoord, Tile> tiles;
    private final TileJson description;
    private final String source;
    private final long state;
    private final String day;

    /**
     * @param tiles gives every tile, an empty one where nothing is drawn
     * @param source says what the tiles are of; an export of another source does not go on with this one
     * @param state number of the journal that the tiles show
     * @param day the day that they show, {@code 2026-03-01}
     */
    public ArchiveExport(Function<TileCoord, Tile> tiles, TileJson description, String source, long state, String day) {
        this.tiles = tiles;
        this.description = description;
        this.source = source;
        this.state = state;
        this.day = day;
    }

    /**
     * What was written.
     *
     * @param tiles tiles that are not empty
     * @param contents different ones among them
     * @param resumed tiles of them that were there from an export that had been stopped
     */
    public record Result(long tiles, long contents, long resumed, long bytes) {}

    /**
     * Writes the archive.
     *
     * @param done is told of each tile that was looked at
     */
    public Result write(Region region, Path file, LongConsumer done) {
        ArchiveFormat format = ArchiveFormat.of(file)
                .orElseThrow(() -> new IllegalArgumentException("文件名应以 .pmtiles 或 .mbtiles 结尾：" + file.getFileName()));
        try {
            return write(region, file.toAbsolutePath(), format, done);
        } catch (IOException broken) {
            throw new UncheckedIOException("不能写入 " + file, broken);
        }
    }

    private Result write(Region region, Path file, ArchiveFormat format, LongConsumer done) throws IOException {
        ArchiveNotes notes = ArchiveNotes.of(description, region, state, day);
        TileStaging staging = TileStaging.open(file.resolveSibling(file.getFileName() + ".part"), plan(region));
        long resumed = staging.entries().size();
        try (staging) {
            region.eachFrom(staging.next(), id -> {
                add(staging, id);
                done.accept(id);
            });
        }
        Path ready = file.resolveSibling(file.getFileName() + ".new");
        format.write(staging, notes, ready);
        Files.move(ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        staging.delete();
        return new Result(staging.entries().size(), staging.contents(), resumed, Files.size(file));
    }

    private void add(TileStaging staging, long id) {
        Tile tile = tiles.apply(Hilbert.tile(id));
        if (!tile.isEmpty()) {
            try {
                staging.put(id, Gzip.compress(tile.bytes(), Deflater.BEST_COMPRESSION));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private String plan(Region region) {
        return "%s %d %s %s %d-%d %s"
                .formatted(
                        source, state, day, region.bounds(), region.minZoom(), region.maxZoom(), region.fingerprint());
    }
}
