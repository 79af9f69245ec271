package cn.diming.core.db;

import cn.diming.core.geo.GeoPackageBlob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** SQLite whose file is an OGC GeoPackage. */
final class GeoPackageDialect implements SpatialDialect {

    private static final int BATCH = 1000;

    @Override
    public String vendor() {
        return "geopackage";
    }

    @Override
    public Map<String, String> columnTypes() {
        return Map.of(
                "id", "INTEGER",
                "ts", "DATETIME",
                "json", "TEXT",
                "double", "DOUBLE",
                "bytes", "BLOB",
                "point", "POINT",
                "line", "GEOMETRY",
                "geometry", "GEOMETRY");
    }

    @Override
    public Object bind(Geometry geometry) {
        return GeoPackageBlob.write(geometry);
    }

    @Override
    public @Nullable Geometry read(ResultSet row, String column) throws SQLException {
        byte[] blob = row.getBytes(column);
        return blob == null ? null : GeoPackageBlob.read(blob);
    }

    @Override
    public String boxTest(String table, String alias) {
        return alias + ".id IN (SELECT id FROM rtree_" + table + "_geom"
                + " WHERE maxx >= :minLon AND minx <= :maxLon AND maxy >= :minLat AND miny <= :maxLat)";
    }

    @Override
    public String boxTest(String table, String alias, String name) {
        return alias + ".id IN (SELECT id FROM rtree_" + table + "_geom WHERE maxx >= :" + name + "MinLon AND minx <= :"
                + name + "MaxLon AND maxy >= :" + name + "MinLat AND miny <= :" + name + "MaxLat)";
    }

    @Override
    public String extent(String alias) {
        return "MIN(ST_MinX(%1$s.geom)) AS min_lon, MIN(ST_MinY(%1$s.geom)) AS min_lat,".formatted(alias)
                + " MAX(ST_MaxX(%1$s.geom)) AS max_lon, MAX(ST_MaxY(%1$s.geom)) AS max_lat".formatted(alias);
    }

    /** SQLite's order of UTF-8 bytes is that of code points. */
    @Override
    public String byCodePoint(String column) {
        return column;
    }

    @Override
    public void insertAll(Connection connection, String table, List<String> columns, Iterable<@Nullable Object[]> rows)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, plain(row[i]));
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Geometry geometry -> bind(geometry);
            case Instant instant -> SqlValues.write(instant);
            case LocalDate date -> SqlValues.write(date);
            case Boolean flag -> flag ? 1 : 0;
            default -> value;
        };
    }
}
