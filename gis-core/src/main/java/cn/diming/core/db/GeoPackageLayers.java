package cn.diming.core.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every feature table in {@code gpkg_contents} what the GeoPackage standard wants beside it: its row in
 * {@code gpkg_geometry_columns}, and the R*Tree with the triggers of annex F.3 (version 1.4). Run after each migration;
 * a table that has them already is left alone, so a later migration only needs to create its table and name it in
 * {@code gpkg_contents}.
 */
final class GeoPackageLayers {

    private static final String RTREE_DEFINITION = "http://www.geopackage.org/spec140/#extension_rtree";

    /** %1$s = table. The trigger names and texts are fixed by the standard. */
    private static final List<String> RTREE = List.of(
            "CREATE VIRTUAL TABLE rtree_%1$s_geom USING rtree(id, minx, maxx, miny, maxy)",
            """
            INSERT INTO rtree_%1$s_geom
              SELECT id, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom) FROM %1$s
              WHERE geom NOT NULL AND NOT ST_IsEmpty(geom)""", """
            CREATE TRIGGER rtree_%1$s_geom_insert AFTER INSERT ON %1$s
              WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
            BEGIN
              INSERT OR REPLACE INTO rtree_%1$s_geom VALUES
                (NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_update6 AFTER UPDATE OF geom ON %1$s
              WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
                AND (OLD.geom NOTNULL AND NOT ST_IsEmpty(OLD.geom))
            BEGIN
              UPDATE rtree_%1$s_geom SET minx = ST_MinX(NEW.geom), maxx = ST_MaxX(NEW.geom),
                miny = ST_MinY(NEW.geom), maxy = ST_MaxY(NEW.geom) WHERE id = NEW.id;
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_update7 AFTER UPDATE OF geom ON %1$s
              WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
                AND (OLD.geom ISNULL OR ST_IsEmpty(OLD.geom))
            BEGIN
              INSERT INTO rtree_%1$s_geom VALUES
                (NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_update2 AFTER UPDATE OF geom ON %1$s
              WHEN OLD.id = NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
            BEGIN
              DELETE FROM rtree_%1$s_geom WHERE id = OLD.id;
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_update5 AFTER UPDATE ON %1$s
              WHEN OLD.id != NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
            BEGIN
              DELETE FROM rtree_%1$s_geom WHERE id = OLD.id;
              INSERT OR REPLACE INTO rtree_%1$s_geom VALUES
                (NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_update4 AFTER UPDATE ON %1$s
              WHEN OLD.id != NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
            BEGIN
              DELETE FROM rtree_%1$s_geom WHERE id IN (OLD.id, NEW.id);
            END""", """
            CREATE TRIGGER rtree_%1$s_geom_delete AFTER DELETE ON %1$s
              WHEN old.geom NOT NULL
            BEGIN
              DELETE FROM rtree_%1$s_geom WHERE id = OLD.id;
            END""");

    static void registerAll(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String table : unregistered(sql)) {
                sql.executeUpdate("INSERT INTO gpkg_geometry_columns VALUES ('" + table + "', 'geom', '"
                        + geometryType(sql, table) + "', 4490, 0, 0)");
                sql.executeUpdate("INSERT INTO gpkg_extensions VALUES ('" + table + "', 'geom', 'gpkg_rtree_index', '"
                        + RTREE_DEFINITION + "', 'write-only')");
                for (String template : RTREE) {
                    sql.execute(template.formatted(table));
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

    private GeoPackageLayers() {}
}
