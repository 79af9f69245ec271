package cn.diming.core.history;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.record.NameKey;
import cn.diming.core.text.HanText;
import cn.diming.core.text.Tones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the protection list. */
final class ProtectionStore {

    private static final String COLUMNS =
            "place_id, name, name_key, romanised, division_code, class, batch, listed_on, "
                    + Arrays.stream(ProtectionText.values())
                            .map(ProtectionText::column)
                            .collect(Collectors.joining(", "))
                    + ", measures, updated_at, updated_by";
    private static final int CODE_DIGITS = 12;

    private final Db db;

    ProtectionStore(Db db) {
        this.db = db;
    }

    Optional<ProtectedName> find(long id) {
        return db.sql("SELECT * FROM protected_name WHERE id = :id")
                .param("id", id)
                .find(ProtectionStore::read);
    }

    Optional<ProtectedName> ofPlace(long placeId) {
        return db.sql("SELECT * FROM protected_name WHERE place_id = :place")
                .param("place", placeId)
                .find(ProtectionStore::read);
    }

    ProtectionPage page(ProtectionFilter filter, int page, int size) {
        Map<ProtectionClass, Long> classes = new EnumMap<>(ProtectionClass.class);
        bind(
                        filter,
                        db.sql("SELECT class, COUNT(*) AS n FROM protected_name WHERE " + where(filter, false)
                                + " GROUP BY class"),
                        false)
                .list(row -> classes.put(ProtectionClass.valueOf(row.getText("class")), row.getLong("n")));
        long total = filter.protectionClass()
                .map(one -> classes.getOrDefault(one, 0L))
                .orElseGet(() ->
                        classes.values().stream().mapToLong(Long::longValue).sum());
        List<ProtectedName> items = bind(
                        filter,
                        db.sql("SELECT * FROM protected_name WHERE " + where(filter, true)
                                + " ORDER BY batch, class, name_key, id LIMIT :size OFFSET :from"),
                        true)
                .param("size", size)
                .param("from", (long) (page - 1) * size)
                .list(ProtectionStore::read);
        return new ProtectionPage(items, total, classes);
    }

    private static String where(ProtectionFilter filter, boolean withClass) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        filter.text().ifPresent(text -> conditions.add("(name LIKE :text ESCAPE '!' OR name_key LIKE :sound)"));
        filter.division().ifPresent(prefix -> conditions.add("division_code BETWEEN :division AND :divisionEnd"));
        filter.batch().ifPresent(batch -> conditions.add("batch = :batch"));
        if (withClass && filter.protectionClass().isPresent()) {
            conditions.add("class = :class");
        }
        return String.join(" AND ", conditions);
    }

    private static Statement bind(ProtectionFilter filter, Statement statement, boolean withClass) {
        filter.text()
                .map(text -> HanText.folded(text.strip()))
                .ifPresent(text -> statement
                        .param("text", "%" + text.replaceAll("[!%_]", "!$0") + "%")
                        .param("sound", Tones.toneless(text).isEmpty() ? "" : "%" + Tones.toneless(text) + "%"));
        filter.division()
                .ifPresent(prefix -> statement
                        .param("division", prefix)
                        .param("divisionEnd", prefix + "9".repeat(CODE_DIGITS - prefix.length())));
        filter.batch().ifPresent(batch -> statement.param("batch", batch));
        if (withClass) {
            filter.protectionClass().ifPresent(one -> statement.param("class", one));
        }
        return statement;
    }

    long insert(ChangeSet changes, ProtectedName entry) {
        long id = changes.newId();
        String values = Arrays.stream(COLUMNS.split(", ", -1))
                .map(column -> ":" + column)
                .collect(Collectors.joining(", "));
        fill(
                        changes,
                        entry,
                        db.sql("INSERT INTO protected_name (id, created_at, created_by, " + COLUMNS
                                + ") VALUES (:id, :updated_at, :updated_by, " + values + ")"))
                .param("id", id)
                .update();
        return id;
    }

    /** @return false when somebody else was faster */
    boolean update(ChangeSet changes, ProtectedName entry) {
        String set = Arrays.stream(COLUMNS.split(", ", -1))
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        return fill(
                                changes,
                                entry,
                                db.sql("UPDATE protected_name SET " + set
                                        + ", version = version + 1 WHERE id = :id AND version = :version"))
                        .param("id", entry.id())
                        .param("version", entry.version())
                        .update()
                == 1;
    }

    /** @return false when somebody else was faster */
    boolean delete(ProtectedName entry) {
        return db.sql("DELETE FROM protected_name WHERE id = :id AND version = :version")
                        .param("id", entry.id())
                        .param("version", entry.version())
                        .update()
                == 1;
    }

    private static Statement fill(ChangeSet changes, ProtectedName entry, Statement statement) {
        for (ProtectionText text : ProtectionText.values()) {
            statement.param(text.column(), entry.text(text));
        }
        return statement
                .param("place_id", entry.placeId())
                .param("name", entry.name())
                .param("name_key", NameKey.of(entry.name(), entry.romanised()))
                .param("romanised", entry.romanised())
                .param("division_code", entry.divisionCode())
                .param("class", entry.protectionClass())
                .param("batch", entry.batch())
                .param("listed_on", entry.listedOn())
                .param(
                        "measures",
                        entry.measures().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
                .param("updated_at", changes.at())
                .param("updated_by", changes.actor().accountId());
    }

    private static ProtectedName read(Row row) {
        Map<ProtectionText, String> texts = new EnumMap<>(ProtectionText.class);
        for (ProtectionText text : ProtectionText.values()) {
            row.findText(text.column()).ifPresent(told -> texts.put(text, told));
        }
        return new ProtectedName(
                row.getLong("id"),
                row.getInt("version"),
                row.findLong("place_id"),
                row.getText("name"),
                row.findText("romanised"),
                row.getText("division_code"),
                ProtectionClass.valueOf(row.getText("class")),
                row.getInt("batch"),
                row.findDate("listed_on"),
                texts,
                measures(row.findText("measures").orElse("")),
                row.getInstant("updated_at"));
    }

    private static Set<ProtectionMeasure> measures(String words) {
        return Stream.of(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(ProtectionMeasure::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
