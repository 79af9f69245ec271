package cn.diming.core.feature;

import cn.diming.core.access.Actor;
import cn.diming.core.cql.Condition;
import cn.diming.core.cql.Queryable;
import cn.diming.core.cql.RowFilter;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.Field;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads features as the actor may see them. The database decides what it decides exactly as GeoTools would; for the rest it
 * gives candidates, and GeoTools tests each.
 */
public final class FeatureStore {

    private static final int CHUNK = 1_000;
    /** A page may be shorter than asked for when hardly any candidate fits; the next one goes on from there. */
    private static final int MOST_CANDIDATES = 100_000;
    /** More are not counted one by one. */
    private static final int MOST_COUNTED = 20_000;

    private final Db db;
    private final RecordStore records;

    public FeatureStore(Db db, RecordStore records) {
        this.db = db;
        this.records = records;
    }

    /**
     * One feature as it is now.
     *
     * @throws NotFound when the collection has no such feature, or none that this actor may see
     */
    public Feature get(Actor actor, FeatureType type, long id) {
        return find(actor, type, id).orElseThrow(() -> new NotFound(type.title() + "中没有编号为 " + id + " 的要素"));
    }

    private Optional<Feature> find(Actor actor, FeatureType type, long id) {
        if (!type.isFor(actor)) {
            return Optional.empty();
        }
        return records.find(type.kind(), id)
                .filter(record -> Disclosure.maySee(actor, record))
                .filter(record -> isOf(type, record))
                .map(record -> of(type, record));
    }

    static boolean isOf(FeatureType type, StoredRecord record) {
        boolean street = record.text("category").filter("STREET"::equals).isPresent();
        return record.kind() == type.kind()
                && switch (type) {
                    case STREETS -> street;
                    case PLACES -> !street;
                    default -> true;
                };
    }

    /** A record as a feature of the collection. */
    static Feature of(FeatureType type, StoredRecord record) {
        return new Feature(
                record.id(),
                record.version(),
                byProperty(type, record.values()),
                record.geometry(),
                Optional.empty(),
                Optional.of(record.updatedAt()));
    }

    /** @throws NotFound when this actor may not see the collection */
    public FeaturePage page(Actor actor, FeatureQuery query) {
        requireFor(actor, query.type());
        FeatureScan scan = new FeatureScan(query);
        for (FeatureTable table : FeatureTable.of(query.type(), query.time().isPresent())) {
            scan(actor, query, table, scan);
        }
        boolean first = query.after().isEmpty();
        OptionalLong matched = !first
                ? query.after().get().matched()
                : scan.isComplete() ? OptionalLong.of(scan.found()) : count(actor, query);
        return scan.page(matched);
    }

    private static void requireFor(Actor actor, FeatureType type) {
        if (!type.isFor(actor)) {
            throw new NotFound("没有要素集 " + type.id());
        }
    }

    private void scan(Actor actor, FeatureQuery query, FeatureTable table, FeatureScan scan) {
        Optional<ConditionSql> sql = conditionSql(query, table);
        boolean exact = sql.map(ConditionSql::isExact).orElse(true);
        Optional<RowFilter> filter =
                exact ? Optional.empty() : query.condition().map(RowFilter::new);
        int chunk = exact ? query.limit() + 1 : Math.max(CHUNK, query.limit() + 1);
        Optional<FeatureCursor> after = query.after();
        int candidates = 0;
        int found = 0;
        while (true) {
            List<Feature> rows = rows(actor, query, table, sql, after, chunk);
            for (Feature row : rows) {
                if (fits(row, filter)) {
                    scan.add(row);
                    found++;
                }
            }
            candidates += rows.size();
            if (rows.size() < chunk || found > query.limit()) {
                return;
            }
            after = Optional.of(scan.cursor(rows.getLast(), OptionalLong.empty()));
            if (candidates >= MOST_CANDIDATES) {
                scan.stopAt(rows.getLast());
                return;
            }
        }
    }

    private static boolean fits(Feature row, Optional<RowFilter> filter) {
        return filter.isEmpty() || filter.get().test(filterValues(row), row.geometry());
    }

    private static Map<String, Object> filterValues(Feature row) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(FeatureType.ID, row.id());
        row.updated().ifPresent(updated -> values.put(FeatureType.UPDATED, updated));
        return values;
    }

    private List<Feature> rows(
            Actor actor,
            FeatureQuery query,
            FeatureTable table,
            Optional<ConditionSql> condition,
            Optional<FeatureCursor> after,
            int chunk) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> where = where(actor, query, table, condition, parameters);
        after.ifPresent(cursor -> where.add(table.after(query.order(), cursor, this::ordering, parameters)));
        parameters.put("chunk", chunk);
        return bind(
                        "SELECT t.*, " + table.id() + " AS row_id FROM " + table.name() + " t" + joined(where)
                                + table.orderBy(query.order(), this::ordering) + " LIMIT :chunk",
                        parameters,
                        condition)
                .list(row -> read(table, row));
    }

    /** Empty when there are too many to test one by one. */
    private OptionalLong count(Actor actor, FeatureQuery query) {
        long count = 0;
        for (FeatureTable table : FeatureTable.of(query.type(), query.time().isPresent())) {
            Optional<ConditionSql> sql = conditionSql(query, table);
            OptionalLong here = sql.map(ConditionSql::isExact).orElse(true)
                    ? OptionalLong.of(countInDatabase(actor, query, table, sql))
                    : countOneByOne(actor, query, table, sql);
            if (here.isEmpty()) {
                return here;
            }
            count += here.getAsLong();
        }
        return OptionalLong.of(count);
    }

    private long countInDatabase(
            Actor actor, FeatureQuery query, FeatureTable table, Optional<ConditionSql> condition) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> where = where(actor, query, table, condition, parameters);
        return bind("SELECT COUNT(*) FROM " + table.name() + " t" + joined(where), parameters, condition)
                .getLong();
    }

    private OptionalLong countOneByOne(
            Actor actor, FeatureQuery query, FeatureTable table, Optional<ConditionSql> condition) {
        FeatureQuery byId = new FeatureQuery(
                query.type(), query.condition(), query.time(), List.of(), Optional.empty(), query.limit());
        Optional<RowFilter> filter = query.condition().map(RowFilter::new);
        Optional<FeatureCursor> after = Optional.empty();
        long count = 0;
        for (int seen = 0; seen < MOST_COUNTED; seen += CHUNK) {
            List<Feature> rows = rows(actor, byId, table, condition, after, CHUNK);
            count += rows.stream().filter(row -> fits(row, filter)).count();
            if (rows.size() < CHUNK) {
                return OptionalLong.of(count);
            }
            after = Optional.of(new FeatureCursor(List.of(), rows.getLast().id(), OptionalLong.empty()));
        }
        return OptionalLong.empty();
    }

    private Optional<ConditionSql> conditionSql(FeatureQuery query, FeatureTable table) {
        return query.condition().map(condition -> conditionSql(table, condition));
    }

    private ConditionSql conditionSql(FeatureTable table, Condition condition) {
        return new ConditionSql(db, table.name(), table::column, condition);
    }

    private static List<String> where(
            Actor actor,
            FeatureQuery query,
            FeatureTable table,
            Optional<ConditionSql> condition,
            Map<String, Object> parameters) {
        List<String> where = new ArrayList<>();
        table.visible(actor, parameters).ifPresent(where::add);
        query.time().flatMap(time -> table.during(time, parameters)).ifPresent(where::add);
        condition.flatMap(ConditionSql::text).ifPresent(where::add);
        return where;
    }

    private static String joined(List<String> where) {
        return where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
    }

    private Statement bind(String text, Map<String, Object> parameters, Optional<ConditionSql> condition) {
        Statement statement = db.sql(text);
        parameters.forEach(statement::param);
        condition.ifPresent(sql -> {
            sql.parameters().forEach(statement::param);
            sql.areas().forEach(statement::area);
        });
        return statement;
    }

    private String ordering(Queryable property, String column) {
        return property.type() == Queryable.Type.TEXT ? db.byCodePoint(column) : column;
    }

    private static Feature read(FeatureTable table, Row row) {
        return new Feature(
                row.getLong("row_id"),
                row.getInt("version"),
                byProperty(table.type(), RecordStore.values(table.type().schema(), row)),
                row.findGeometry("geom"),
                table.former() ? row.findDate("state_to") : Optional.empty(),
                table.former() ? Optional.empty() : row.findInstant("updated_at"));
    }

    private static Map<String, Object> byProperty(FeatureType type, Map<String, Object> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.schema().fields()) {
            @Nullable Object value = columns.get(field.column());
            if (value != null) {
                values.put(FeatureType.propertyName(field), value);
            }
        }
        return values;
    }
}
