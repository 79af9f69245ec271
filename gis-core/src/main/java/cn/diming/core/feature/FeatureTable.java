package cn.diming.core.feature;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.cql.Queryable;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the tables that a collection is read from, known as {@code t}: the records as they are, or former states of places. */
record FeatureTable(FeatureType type, boolean former) {

    private static final String STREET = "'STREET'";

    /** The tables with features of that time. */
    static List<FeatureTable> of(FeatureType type, boolean withFormer) {
        FeatureTable current = new FeatureTable(type, false);
        return withFormer && type.kind() == RecordKind.PLACE
                ? List.of(current, new FeatureTable(type, true))
                : List.of(current);
    }

    String name() {
        return former ? "place_state" : type.kind().table();
    }

    /** The number of the feature. */
    String id() {
        return former ? "t.place_id" : "t.id";
    }

    String column(Queryable property) {
        return switch (property.name()) {
            case FeatureType.ID -> id();
            case FeatureType.UPDATED -> former ? "CAST(NULL AS TEXT)" : "t.updated_at";
            case FeatureType.GEOMETRY -> "t.geom";
            default -> "t." + field(property).column();
        };
    }

    private Field field(Queryable property) {
        return type.schema().fields().stream()
                .filter(field -> FeatureType.propertyName(field).equals(property.name()))
                .findFirst()
                .orElseThrow();
    }

    /** What is of this collection, and what the actor may see of it; see {@link Disclosure}. */
    Optional<String> visible(Actor actor, Map<String, Object> parameters) {
        StringBuilder text = new StringBuilder(
                switch (type) {
                    case STREETS -> "t.category = " + STREET;
                    case PLACES -> "t.category <> " + STREET;
                    default -> "";
                });
        disclosed(actor, parameters)
                .ifPresent(part -> text.append(text.isEmpty() ? "" : " AND ").append(part));
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private Optional<String> disclosed(Actor actor, Map<String, Object> parameters) {
        boolean staff = AccessPolicy.allows(actor.role(), Action.READ_STAFF);
        boolean hasStatus = type.schema().findField("status").isPresent();
        if (!hasStatus || (staff && actor.jurisdiction().isEmpty())) {
            return Optional.empty();
        }
        String mine = "t." + type.schema().divisionColumn() + " LIKE :mine";
        if (staff) {
            parameters.put("mine", actor.jurisdiction() + "%");
        }
        if (type.kind() == RecordKind.BOUNDARY_MARKER) {
            return Optional.of(staff ? mine : "1 = 0");
        }
        parameters.put("undecided", List.copyOf(Disclosure.undecided()));
        String decided = "t.status NOT IN (:undecided)";
        return Optional.of(staff ? "(" + decided + " OR " + mine + ")" : decided);
    }

    /** What was in force in some of the time; of several states of a place the last one. */
    Optional<String> during(TimeSpan time, Map<String, Object> parameters) {
        if (type.kind() == RecordKind.DIVISION) {
            parameters.put("spanFrom", time.from().getYear());
            parameters.put("spanTo", time.to().getYear());
            return Optional.of(
                    "t.valid_from_year <= :spanTo AND (t.valid_to_year IS NULL OR t.valid_to_year >= :spanFrom)");
        }
        if (begin("t").isEmpty()) {
            return Optional.empty();
        }
        parameters.put("spanTo", time.to());
        if (type.kind() != RecordKind.PLACE) {
            return Optional.of(begunIn("t"));
        }
        parameters.put("spanFrom", time.from());
        return Optional.of(former ? lastStateIn() : inForce("t"));
    }

    /** The first day of a feature, where its kind has one. */
    Optional<String> begin(String alias) {
        return switch (type.kind()) {
            case PLACE ->
                Optional.of(
                        former
                                ? alias + ".state_from"
                                : "COALESCE(" + alias + ".state_from, " + alias + ".valid_from)");
            case DOOR_PLATE, SIGN -> Optional.of(alias + ".installed_on");
            case BOUNDARY_LINE -> Optional.of(alias + ".agreed_on");
            default -> Optional.empty();
        };
    }

    private String begunIn(String alias) {
        String begin = begin(alias).orElseThrow();
        return "(" + begin + " IS NULL OR " + begin + " <= :spanTo)";
    }

    private String inForce(String alias) {
        return begunIn(alias) + " AND (" + alias + ".valid_to IS NULL OR " + alias + ".valid_to > :spanFrom)";
    }

    private String lastStateIn() {
        return believed("t") + " AND NOT EXISTS (SELECT 1 FROM place c WHERE c.id = t.place_id AND "
                + new FeatureTable(type, false).inForce("c")
                + ") AND NOT EXISTS (SELECT 1 FROM place_state l WHERE l.place_id = t.place_id AND l.state_to > t.state_to AND "
                + believed("l") + ")";
    }

    private String believed(String alias) {
        return alias + ".recorded_to IS NULL AND " + inForce(alias) + " AND (" + alias + ".state_to IS NULL OR " + alias
                + ".state_to > :spanFrom)";
    }

    /** Where the next page begins: after the keys and the number of the cursor. */
    String after(List<SortKey> order, FeatureCursor cursor, Ordering ordering, Map<String, Object> parameters) {
        Map<String, String> equals = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < order.size(); i++) {
            SortKey key = order.get(i);
            String column = column(key.property());
            Object value = cursor.keys().get(i);
            if (value != null) {
                parameters.put("key" + i, value);
                text.append(String.join("", equals.values()))
                        .append("(")
                        .append(ordering.of(key.property(), column))
                        .append(key.descending() ? " < " : " > ")
                        .append(":key")
                        .append(i)
                        .append(" OR ")
                        .append(column)
                        .append(" IS NULL) OR ");
            }
            equals.put("key" + i, column + (value == null ? " IS NULL AND " : " = :key" + i + " AND "));
        }
        parameters.put("afterId", cursor.id());
        return text.append(String.join("", equals.values()))
                .append(id())
                .append(" > :afterId)")
                .toString();
    }

    String orderBy(List<SortKey> order, Ordering ordering) {
        StringBuilder text = new StringBuilder(" ORDER BY ");
        for (SortKey key : order) {
            String column = column(key.property());
            text.append("CASE WHEN ")
                    .append(column)
                    .append(" IS NULL THEN 1 ELSE 0 END, ")
                    .append(ordering.of(key.property(), column))
                    .append(key.descending() ? " DESC, " : ", ");
        }
        return text.append(id()).toString();
    }

    /** How a column is compared. */
    @FunctionalInterface
    interface Ordering {
        String of(Queryable property, String column);
    }
}
