package cn.diming.core.db;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.postgis.jdbc.PGgeometry;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL 15+ with PostGIS 3.3+. */
final class PostgisDialect implements SpatialDialect {

    private static final int SRID = 4490;
    private static final int COPY_CHUNK = 1 << 20;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    @Override
    public String vendor() {
        return "postgis";
    }

    @Override
    public Map<String, String> columnTypes() {
        return Map.of(
                "id", "BIGINT",
                "ts", "TIMESTAMPTZ",
                "json", "JSONB",
                "double", "DOUBLE PRECISION",
                "bytes", "BYTEA",
                "point", "geometry(Point,4490)",
                "line", "geometry(Geometry,4490)",
                "geometry", "geometry(Geometry,4490)");
    }

    @Override
    public Object bind(Geometry geometry) throws SQLException {
        return new PGgeometry(hexEwkb(geometry));
    }

    /** Hex EWKB read by JTS: four times as fast as going through the driver's own geometry classes. */
    @Override
    public @Nullable Geometry read(ResultSet row, String column) throws SQLException {
        String hex = row.getString(column);
        if (hex == null) {
            return null;
        }
        try {
            return new WKBReader(FACTORY).read(WKBReader.hexToBytes(hex));
        } catch (ParseException broken) {
            throw new SQLException("unreadable geometry in column " + column, broken);
        }
    }

    @Override
    public String boxTest(String table, String alias) {
        return alias + ".geom && ST_MakeEnvelope(:minLon, :minLat, :maxLon, :maxLat, " + SRID + ")";
    }

    @Override
    public String boxTest(String table, String alias, String name) {
        return alias + ".geom && :" + name;
    }

    @Override
    public String extent(String alias) {
        String box = "(ST_Extent(" + alias + ".geom))";
        return "ST_XMin" + box + " AS min_lon, ST_YMin" + box + " AS min_lat, ST_XMax" + box + " AS max_lon, ST_YMax"
                + box + " AS max_lat";
    }

    @Override
    public String byCodePoint(String column) {
        return column + " COLLATE \"C\"";
    }

    @Override
    public void insertAll(Connection connection, String table, List<String> columns, Iterable<@Nullable Object[]> rows)
            throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
        StringBuilder text = new StringBuilder(COPY_CHUNK + 4096);
        try {
            for (@Nullable Object[] row : rows) {
                appendLine(text, row);
                if (text.length() > COPY_CHUNK) {
                    send(copy, sql, text);
                    text.setLength(0);
                }
            }
            if (!text.isEmpty()) {
                send(copy, sql, text);
            }
        } catch (IOException broken) {
            throw new SQLException("copy into " + table + " failed", broken);
        }
    }

    /** As bytes: the driver would cut a text into pieces wherever its buffer ends, between two surrogates as well. */
    private static void send(CopyManager copy, String sql, StringBuilder text) throws SQLException, IOException {
        copy.copyIn(sql, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void appendLine(StringBuilder text, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            appendValue(text, row[i]);
        }
        text.append('\n');
    }

    private static void appendValue(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Geometry geometry -> text.append(hexEwkb(geometry));
            case Instant instant -> text.append(SqlValues.write(instant));
            case LocalDate date -> text.append(SqlValues.write(date));
            default -> appendEscaped(text, value.toString());
        }
    }

    private static void appendEscaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static String hexEwkb(Geometry geometry) {
        Geometry tagged = geometry;
        if (geometry.getSRID() != SRID) {
            tagged = geometry.copy();
            tagged.setSRID(SRID);
        }
        return WKBWriter.toHex(new WKBWriter(2, true).write(tagged));
    }
}
