package cn.diming.core.db;

import cn.diming.core.geo.Bbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One row of an answer, read the same way from both databases. {@code find…} may be empty, {@code get…} must be there. */
public final class Row {

    private final ResultSet row;
    private final SpatialDialect dialect;

    Row(ResultSet row, SpatialDialect dialect) {
        this.row = row;
        this.dialect = dialect;
    }

    public String getText(String column) {
        return findText(column).orElseThrow(() -> new IllegalStateException("no value in column " + column));
    }

    public Optional<String> findText(String column) {
        return Optional.ofNullable(read(() -> row.getString(column)));
    }

    public long getLong(String column) {
        return findLong(column).orElseThrow(() -> new IllegalStateException("no value in column " + column));
    }

    public OptionalLong findLong(String column) {
        Long value = read(() -> {
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        });
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public int getInt(String column) {
        return Math.toIntExact(getLong(column));
    }

    public OptionalInt findInt(String column) {
        OptionalLong value = findLong(column);
        return value.isPresent() ? OptionalInt.of(Math.toIntExact(value.getAsLong())) : OptionalInt.empty();
    }

    public OptionalDouble findDouble(String column) {
        Double value = read(() -> {
            double number = row.getDouble(column);
            return row.wasNull() ? null : number;
        });
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(read(() -> row.getBoolean(column)));
    }

    public Instant getInstant(String column) {
        return SqlValues.readInstant(getText(column));
    }

    public Optional<Instant> findInstant(String column) {
        return findText(column).map(SqlValues::readInstant);
    }

    public Optional<LocalDate> findDate(String column) {
        return findText(column).map(LocalDate::parse);
    }

    /** In EPSG:4490, longitude first. */
    public Optional<Geometry> findGeometry(String column) {
        return Optional.ofNullable(read(() -> dialect.read(row, column)));
    }

    /** The box in the columns {@code min_lon, min_lat, max_lon, max_lat}. */
    public Optional<Bbox> findBbox() {
        OptionalDouble minLon = findDouble("min_lon");
        return minLon.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bbox(
                        minLon.getAsDouble(),
                        findDouble("min_lat").orElseThrow(),
                        findDouble("max_lon").orElseThrow(),
                        findDouble("max_lat").orElseThrow()));
    }

    private static <T> @Nullable T read(Column<T> column) {
        try {
            return column.get();
        } catch (SQLException broken) {
            throw new DbException("cannot read a column", broken);
        }
    }

    @FunctionalInterface
    private interface Column<T> {
        @Nullable
        T get() throws SQLException;
    }
}
