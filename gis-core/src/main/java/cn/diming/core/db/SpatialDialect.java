package cn.diming.core.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What differs between the two databases, and nothing else: upsert, RETURNING and the rest of our SQL are spelled the
 * same in PostgreSQL and SQLite. Boxes are tested in SQL, exact geometry in JTS.
 */
interface SpatialDialect {

    /** Short name; also the folder of this vendor's migrations. */
    String vendor();

    /** How the column types of the common migrations are spelled here. */
    Map<String, String> columnTypes();

    /** A geometry in EPSG:4490 as the driver takes it. */
    Object bind(Geometry geometry) throws SQLException;

    @Nullable
    Geometry read(ResultSet row, String column) throws SQLException;

    /**
     * SQL that holds for the rows of {@code table} (known in the statement as {@code alias}) whose geometry's box meets
     * the box {@code :minLon, :minLat, :maxLon, :maxLat}.
     */
    String boxTest(String table, String alias);

    /** The same for the box of the geometry that {@link Statement#area} bound under a name. */
    String boxTest(String table, String alias, String name);

    /** Four aggregates {@code min_lon, min_lat, max_lon, max_lat} over the geometries of {@code alias}. */
    String extent(String alias);

    /** A text column, compared code point by code point. */
    String byCodePoint(String column);

    /** The fastest plain insert of many rows; {@code rows} hold values in the order of {@code columns}. */
    void insertAll(Connection connection, String table, List<String> columns, Iterable<@Nullable Object[]> rows)
            throws SQLException;
}
