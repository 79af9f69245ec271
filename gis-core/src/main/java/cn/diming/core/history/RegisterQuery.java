package cn.diming.core.history;

import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.db.Statement;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.PlaceStates;
import cn.diming.core.text.HanText;
import cn.diming.core.text.Tones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conditions of a filter in SQL over one of the two tables, {@code place} (the states of today) or {@code place_state}
 * (former ones); the table is called {@code p}.
 */
final class RegisterQuery {

    private static final String LIKE = " LIKE :text ESCAPE '!'";
    private static final int CODE_DIGITS = 12;
    private static final int CLASS_DIGITS = 5;

    private final boolean current;
    private final RegisterFilter filter;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RegisterQuery(boolean current, Actor actor, RegisterFilter filter) {
        this.current = current;
        this.filter = filter;
        filter.asOf().ifPresent(at -> add("time", PlaceStates.holds(current, at) + " AND " + PlaceStates.inForce()));
        filter.text().ifPresent(this::text);
        filter.division().ifPresent(prefix -> between("division", "p.division_code", prefix, CODE_DIGITS));
        filter.classCode().ifPresent(prefix -> between("class", "p.class_code", prefix, CLASS_DIGITS));
        if (!filter.categories().isEmpty()) {
            in("category", filter.categories().stream().map(Enum::name).toList());
        }
        if (!filter.statuses().isEmpty()) {
            in("status", List.copyOf(filter.statuses()));
        }
        filter.protectedName().ifPresent(wanted -> exists(wanted, "protected_name n", ""));
        filter.formerNames().ifPresent(wanted -> exists(wanted, "place_name n", " AND n.kind = 'FORMER'"));
        filter.changedSince().ifPresent(since -> {
            add("since", current ? "p.updated_at >= :since" : "c.updated_at >= :since");
            parameters.put("since", since);
        });
        disclose(actor);
    }

    /** The number of the place. */
    String id() {
        return current ? "p.id" : "p.place_id";
    }

    String count() {
        return "SELECT COUNT(*) FROM " + table() + where();
    }

    String page(RegisterOrder order, Optional<RegisterCursor> after) {
        String key = order.by().key(current);
        String direction = order.descending() ? " DESC" : "";
        after.ifPresent(cursor -> {
            add("after", "(" + key + ", " + id() + ") " + (order.descending() ? "<" : ">") + " (:key, :after)");
            parameters.put("key", order.by().parse(cursor.key()));
            parameters.put("after", cursor.id());
        });
        return "SELECT p.*, " + id() + " AS row_id, " + key + " AS row_key, "
                + (current
                        ? "p.version AS now_version, p.updated_at AS now_updated"
                        : "c.version AS now_version, c.updated_at AS now_updated")
                + " FROM " + table() + where() + " ORDER BY " + key + direction + ", " + id() + direction
                + " LIMIT :limit";
    }

    Statement bind(Db db, PlaceStates states, String sql) {
        Statement statement = db.sql(sql);
        filter.asOf().ifPresent(at -> bindTime(states, statement, at));
        parameters.forEach(statement::param);
        return statement;
    }

    private static void bindTime(PlaceStates states, Statement statement, AsOf at) {
        states.bind(statement, at);
    }

    private String table() {
        return current ? "place p" : "place_state p LEFT JOIN place c ON c.id = p.place_id";
    }

    private String where() {
        return conditions.isEmpty()
                ? ""
                : conditions.values().stream().collect(Collectors.joining(") AND (", " WHERE (", ")"));
    }

    private void text(String text) {
        String wanted = HanText.folded(text.strip());
        parameters.put("text", like(wanted));
        String inNames =
                "p.name" + LIKE + " OR " + id() + " IN (SELECT n.place_id FROM place_name n WHERE n.name" + LIKE + ")";
        if (wanted.codePoints().noneMatch(HanText::isHan)
                && !Tones.toneless(wanted).isEmpty()) {
            add("text", inNames + " OR p.name_key LIKE :sound");
            parameters.put("sound", "%" + Tones.toneless(wanted) + "%");
        } else {
            add("text", inNames);
        }
    }

    private static String like(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    /** Codes that begin with a prefix; digits alone are ordered alike in every collation. */
    private void between(String name, String column, String prefix, int digits) {
        add(name, column + " BETWEEN :" + name + " AND :" + name + "End");
        parameters.put(name, prefix);
        parameters.put(name + "End", prefix + "9".repeat(digits - prefix.length()));
    }

    private void in(String column, List<String> values) {
        add(column, "p." + column + " IN (:" + column + ")");
        parameters.put(column, values);
    }

    private void exists(boolean wanted, String table, String only) {
        add(
                table,
                (wanted ? "" : "NOT ") + "EXISTS (SELECT 1 FROM " + table + " WHERE n.place_id = " + id() + only + ")");
    }

    /** What is not decided yet is seen in its own jurisdiction alone. */
    private void disclose(Actor actor) {
        if (!actor.jurisdiction().isEmpty()) {
            add("seen", "p.status NOT IN (:undecided) OR p.division_code LIKE :mine");
            parameters.put("undecided", List.copyOf(Disclosure.undecided()));
            parameters.put("mine", actor.jurisdiction() + "%");
        }
    }

    private void add(String name, String condition) {
        conditions.put(name, condition);
    }
}
