package cn.diming.core.record;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.Tones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The toneless letters of a name, by which the register is ordered and a typed pinyin finds it. */
public final class NameKey {

    static final String COLUMN = "name_key";
    private static final int CHUNK = 2000;

    /**
     * From the romanised form where it only has syllables (an officer may have chosen a reading), else from the readings of
     * the characters: the digits of {@code 2 Mǎlù} would go before all letters.
     */
    public static String of(String name, Optional<String> romanised) {
        return romanised
                .map(Tones::toneless)
                .filter(key -> key.matches("[a-z]+"))
                .orElseGet(() -> Tones.toneless(Pinyin.standard().joined(name)));
    }

    /** Gives the names that were stored before there were keys theirs. */
    public static void fill(Db db) {
        while (db.inTransaction(() -> fillSome(db)) == CHUNK) {}
    }

    private static int fillSome(Db db) {
        List<Map.Entry<Long, String>> keys = db.sql(
                        "SELECT id, name, romanised FROM place WHERE name_key IS NULL LIMIT :limit")
                .param("limit", CHUNK)
                .list(row -> Map.entry(row.getLong("id"), of(row.getText("name"), row.findText("romanised"))));
        keys.forEach(key -> db.sql("UPDATE place SET name_key = :key WHERE id = :id")
                .param("key", key.getValue())
                .param("id", key.getKey())
                .update());
        return keys.size();
    }

    /** The values with the key that follows from them, when they name a place anew. */
    static Map<String, Optional<Object>> renewed(StoredRecord seen, Map<String, Optional<Object>> values) {
        if (seen.kind() != RecordKind.PLACE || !(values.containsKey("name") || values.containsKey("romanised"))) {
            return values;
        }
        Map<String, Optional<Object>> all = new LinkedHashMap<>(values);
        all.put(COLUMN, Optional.of(of(text(seen, values, "name").orElse(""), text(seen, values, "romanised"))));
        return all;
    }

    private static Optional<String> text(StoredRecord seen, Map<String, Optional<Object>> values, String column) {
        return values.containsKey(column)
                ? values.getOrDefault(column, Optional.empty()).map(String.class::cast)
                : seen.text(column);
    }

    private NameKey() {}
}
