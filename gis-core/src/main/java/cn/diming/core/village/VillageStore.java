package cn.diming.core.village;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Statement;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what lies in a village. */
final class VillageStore {

    private final Db db;
    private final RecordStore records;

    VillageStore(Db db, RecordStore records) {
        this.db = db;
        this.records = records;
    }

    /**
     * Entries, the newest first.
     *
     * @param jurisdiction whose drafts are shown as well; empty = nobody's
     */
    List<StoredRecord> entries(LocalEntryFilter filter, Optional<String> jurisdiction, int limit) {
        StringBuilder where =
                new StringBuilder("division_code >= :from AND division_code < :to AND (status = :published");
        jurisdiction.ifPresent(prefix -> where.append(" OR (division_code >= :own AND division_code < :ownEnd)"));
        where.append(')');
        filter.category().ifPresent(category -> where.append(" AND category = :category"));
        filter.placeId().ifPresent(place -> where.append(" AND place_id = :place"));
        filter.text()
                .ifPresent(text -> where.append(" AND (name LIKE :text ESCAPE '!' OR summary LIKE :text ESCAPE '!')"));
        filter.beforeId().ifPresent(id -> where.append(" AND id < :before"));
        Statement asked = db.sql("SELECT * FROM local_entry WHERE " + where + " ORDER BY id DESC LIMIT :limit")
                .param("from", filter.division())
                .param("to", filter.division() + ":")
                .param("published", LocalEntries.PUBLISHED)
                .param("limit", limit);
        jurisdiction.ifPresent(prefix -> asked.param("own", prefix).param("ownEnd", prefix + ":"));
        filter.category().ifPresent(category -> asked.param("category", category));
        filter.placeId().ifPresent(place -> asked.param("place", place));
        filter.text().ifPresent(text -> asked.param("text", "%" + text.replaceAll("[!%_]", "!$0") + "%"));
        filter.beforeId().ifPresent(id -> asked.param("before", id));
        return asked.list(row -> records.read(RecordKind.LOCAL_ENTRY, row));
    }

    /** What everybody may see of a kind in a division, at most {@code limit}, in the order of numbers. */
    List<StoredRecord> in(RecordKind kind, String divisionCode, int limit) {
        return db
                .sql("SELECT * FROM " + kind.table() + " WHERE division_code = :code ORDER BY id LIMIT :limit")
                .param("code", divisionCode)
                .param("limit", limit)
                .list(row -> records.read(kind, row))
                .stream()
                .filter(Disclosure::isPublic)
                .filter(record ->
                        record.text("status").filter("RETIRED"::equals).isEmpty())
                .toList();
    }

    /** Open facilities of these classes in a county. */
    List<StoredRecord> facilities(Collection<String> classes, String prefix) {
        return classes.isEmpty()
                ? List.of()
                : db
                        .sql("""
                        SELECT * FROM facility WHERE category IN (:classes) AND division_code >= :from AND division_code < :to
                          AND geom IS NOT NULL ORDER BY id""")
                        .param("classes", new ArrayList<>(classes))
                        .param("from", prefix)
                        .param("to", prefix + ":")
                        .list(row -> records.read(RecordKind.FACILITY, row))
                        .stream()
                        .filter(Disclosure::isPublic)
                        .toList();
    }

    long count(String table, String divisionCode) {
        return db.sql("SELECT COUNT(*) FROM " + table + " WHERE division_code = :code AND status <> 'RETIRED'"
                        + " AND status <> 'PROPOSED' AND status <> 'PLANNED'")
                .param("code", divisionCode)
                .getLong();
    }

    /** Where there is something of 地名+ to read, and how much: by village. */
    List<Told> told(String prefix) {
        return db.sql("""
                        SELECT division_code, COUNT(*) AS entries FROM local_entry
                        WHERE status = :published AND division_code >= :from AND division_code < :to
                        GROUP BY division_code""")
                .param("published", LocalEntries.PUBLISHED)
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new Told(row.getText("division_code"), row.getLong("entries")));
    }

    record Told(String divisionCode, long entries) {}
}
