package cn.diming.core.db;

import cn.diming.core.geo.Bbox;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One SQL statement with named parameters; values are always bound, never written into the text. */
public final class Statement {

    private final SpatialDialect dialect;
    private JdbcClient.StatementSpec spec;

    Statement(JdbcClient.StatementSpec spec, SpatialDialect dialect) {
        this.spec = spec;
        this.dialect = dialect;
    }

    public Statement param(String name, @Nullable Object value) {
        Object bound = bind(value);
        spec = bound == null ? spec.param(name, null, Types.NULL) : spec.param(name, bound);
        return this;
    }

    /** Binds {@code :minLon, :minLat, :maxLon, :maxLat} of a box test. */
    public Statement box(Bbox box) {
        return param("minLon", box.minLon())
                .param("minLat", box.minLat())
                .param("maxLon", box.maxLon())
                .param("maxLat", box.maxLat());
    }

    /** Binds a geometry for {@link Db#meets}. */
    public Statement area(String name, Geometry area) {
        Bbox box = Bbox.of(area);
        return param(name, area)
                .param(name + "MinLon", box.minLon())
                .param(name + "MinLat", box.minLat())
                .param(name + "MaxLon", box.maxLon())
                .param(name + "MaxLat", box.maxLat());
    }

    public <T> List<T> list(Function<Row, T> mapper) {
        return spec.query((row, number) -> mapper.apply(new Row(row, dialect))).list();
    }

    public <T> Optional<T> find(Function<Row, T> mapper) {
        return list(mapper).stream().findFirst();
    }

    public long getLong() {
        return spec.query(Long.class).single();
    }

    /** Number of rows touched. */
    public int update() {
        return spec.update();
    }

    private @Nullable Object bind(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Geometry geometry -> bindGeometry(geometry);
            case Instant instant -> SqlValues.write(instant);
            case LocalDate date -> SqlValues.write(date);
            case Enum<?> constant -> constant.name();
            case Optional<?> optional -> bind(optional.orElse(null));
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : null;
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : null;
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            default -> value;
        };
    }

    private Object bindGeometry(Geometry geometry) {
        try {
            return dialect.bind(geometry);
        } catch (SQLException broken) {
            throw new DbException("cannot bind a geometry", broken);
        }
    }
}
