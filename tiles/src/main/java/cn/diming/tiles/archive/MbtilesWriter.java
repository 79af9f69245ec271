package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.TileCoord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Writes MBTiles 1.3, with each content once and {@code tiles} as a view, as its reader expects rows from the south. */
final class MbtilesWriter {
    private static final int BATCH = 5000;

    private MbtilesWriter() {}

    static void write(TileStaging tiles, ArchiveNotes notes, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                RandomAccessFile contents =
                        new RandomAccessFile(tiles.dataFile().toFile(), "r")) {
            db.setAutoCommit(false);
            try (Statement schema = db.createStatement()) {
                schema.execute("PRAGMA application_id = 0x4d504258");
                schema.execute("CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT)");
                schema.execute("CREATE TABLE content (content_id INTEGER PRIMARY KEY, tile_data BLOB)");
                schema.execute("CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
                        + " content_id INTEGER, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID");
                schema.execute("CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data"
                        + " FROM map JOIN content USING (content_id)");
            }
            metadata(db, notes);
            contents(db, tiles, contents);
            map(db, tiles);
            db.commit();
        } catch (SQLException broken) {
            throw new IOException("不能写入 " + file, broken);
        }
    }

    private static void metadata(Connection db, ArchiveNotes notes) throws SQLException {
        Envelope box = notes.bounds();
        Coordinate centre = box.centre();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("name", notes.name());
        rows.put("format", "pbf");
        rows.put("type", "baselayer");
        rows.put("version", "3");
        rows.put("bounds", "%s,%s,%s,%s".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        rows.put("center", "%s,%s,%d".formatted(centre.x, centre.y, Math.min(notes.maxZoom(), notes.minZoom() + 2)));
        rows.put("minzoom", String.valueOf(notes.minZoom()));
        rows.put("maxzoom", String.valueOf(notes.maxZoom()));
        rows.put("json", notes.vectorLayers());
        rows.put("diming:seq", String.valueOf(notes.state()));
        rows.put("diming:day", notes.day());
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
            for (Map.Entry<String, String> row : rows.entrySet()) {
                insert.setString(1, row.getKey());
                insert.setString(2, row.getValue());
                insert.executeUpdate();
            }
        }
    }

    /** Each content under its place among the contents; they stand in the order of their first use. */
    private static void contents(Connection db, TileStaging tiles, RandomAccessFile contents)
            throws SQLException, IOException {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO content VALUES (?, ?)")) {
            long written = 0;
            int open = 0;
            for (TileStaging.Entry entry : tiles.entries()) {
                if (entry.offset() == written) {
                    byte[] content = new byte[entry.length()];
                    contents.seek(entry.offset());
                    contents.readFully(content);
                    insert.setLong(1, entry.offset());
                    insert.setBytes(2, content);
                    open = added(insert, open);
                    written += entry.length();
                }
            }
            insert.executeBatch();
        }
    }

    private static void map(Connection db, TileStaging tiles) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO map VALUES (?, ?, ?, ?)")) {
            int open = 0;
            for (TileStaging.Entry entry : tiles.entries()) {
                TileCoord tile = Hilbert.tile(entry.id());
                insert.setInt(1, tile.z());
                insert.setInt(2, tile.x());
                insert.setInt(3, (1 << tile.z()) - 1 - tile.y());
                insert.setLong(4, entry.offset());
                open = added(insert, open);
            }
            insert.executeBatch();
        }
    }

    private static int added(PreparedStatement insert, int open) throws SQLException {
        insert.addBatch();
        if (open + 1 == BATCH) {
            insert.executeBatch();
            return 0;
        }
        return open + 1;
    }
}
