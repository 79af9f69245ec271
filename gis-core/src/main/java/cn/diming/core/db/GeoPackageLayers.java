package cn.diming.core.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gives every feature table in {@code gpkg_contents} what the GeoPackage standard wants beside it: its row in
 * {@code gpkg_geometry_columns}, and the R*Tree with its triggers ({@code rtree.sql}). Run after each migration; a table
 * that has them already is left alone, so a later migration only needs to create its table and name it in
 * {@code gpkg_contents}.
 */
final class GeoPackageLayers {

    private static final String RTREE_DEFINITION = "http://www.geopackage.org/spec130/#extension_rtree";

    static void registerAll(Connection connection) throws SQLException {
        String rtree = readRtree();
        try (Statement sql = connection.createStatement()) {
            for (String table : unregistered(sql)) {
                sql.executeUpdate("INSERT INTO gpkg_geometry_columns VALUES ('" + table + "', 'geom', '"
                        + geometryType(sql, table) + "', 4490, 0, 0)");
                sql.executeUpdate("INSERT INTO gpkg_extensions VALUES ('" + table + "', 'geom', 'gpkg_rtree_index', '"
                        + RTREE_DEFINITION + "', 'write-only')");
                for (String statement : rtree.replace("${table}", table).split("\n\n", -1)) {
                    if (!statement.startsWith("--")) {
                        sql.execute(statement);
                    }
                }
            }
        }
    }

    private static List<String> unregistered(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
                + " AND table_name NOT IN (SELECT table_name FROM gpkg_geometry_columns)")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String geometryType(Statement sql, String table) throws SQLException {
        try (ResultSet row =
                sql.executeQuery("SELECT type FROM pragma_table_info('" + table + "') WHERE name = 'geom'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String readRtree() {
        try (InputStream file = GeoPackageLayers.class.getResourceAsStream("rtree.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new DbException("cannot read rtree.sql", broken);
        }
    }

    private GeoPackageLayers() {}
}
