package cn.diming.core.record;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Reads and writes single records of any kind. Rights and rules are the caller's. */
public final class RecordStore {

    private final Db db;
    private final PlaceStates states;

    public RecordStore(Db db) {
        this.db = db;
        this.states = new PlaceStates(db);
    }

    /** What places were at other times. */
    public PlaceStates states() {
        return states;
    }

    /** How the map was on other days. */
    public PastDays pastDays() {
        return new PastDays(db, states);
    }

    public Optional<StoredRecord> find(RecordKind kind, long id) {
        RecordSchema schema = RecordSchema.of(kind);
        return db.sql("SELECT * FROM " + schema.table() + " WHERE id = :id")
                .param("id", id)
                .find(row -> read(schema, row));
    }

    /** Looks in every table: a number is used only once. */
    public Optional<StoredRecord> find(long id) {
        return RecordSchema.all().stream()
                .flatMap(schema -> find(schema.kind(), id).stream())
                .findFirst();
    }

    /** The record that a source has under a key. */
    public Optional<StoredRecord> find(String source, String key) {
        return db.sql("SELECT kind, record_id FROM source_record WHERE source = :source AND source_key = :key")
                .param("source", source)
                .param("key", key)
                .find(row -> find(RecordKind.valueOf(row.getText("kind")), row.getLong("record_id")))
                .flatMap(found -> found);
    }

    /** The records a journal entry speaks of; none for a deletion, and none for what is no map record. */
    public List<StoredRecord> changedBy(Change change) {
        if (!RecordSchema.isMapRecord(change.kind())) {
            return List.of();
        }
        RecordSchema schema = RecordSchema.of(change.kind());
        return switch (change.op()) {
            case DELETED -> List.of();
            case SAVED ->
                find(change.kind(), change.recordId().orElseThrow()).stream().toList();
            case BATCH ->
                db.sql("SELECT * FROM " + schema.table() + " WHERE change_seq = :seq")
                        .param("seq", change.seq())
                        .list(row -> read(schema, row));
        };
    }

    /** All records of a kind in one snapshot, in constant memory. */
    public void forEach(RecordKind kind, Consumer<StoredRecord> work) {
        RecordSchema schema = RecordSchema.of(kind);
        db.forEach("SELECT * FROM " + schema.table(), row -> work.accept(read(schema, row)));
    }

    /** All that {@code work} reads from this store is of one moment. */
    public <T> T inSnapshot(Supplier<T> work) {
        return db.inSnapshot(work);
    }

    /** The next records of a kind after a number, in the order of numbers: a walk that may be as long as it likes. */
    public List<StoredRecord> page(RecordKind kind, long afterId, int limit) {
        RecordSchema schema = RecordSchema.of(kind);
        return db.sql("SELECT * FROM " + schema.table() + " WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", afterId)
                .param("limit", limit)
                .list(row -> read(schema, row));
    }

    /** Records whose box meets {@code box}; the caller tests the exact geometry. */
    public List<StoredRecord> inBox(RecordKind kind, Bbox box, int limit) {
        RecordSchema schema = RecordSchema.of(kind);
        return db.sql("SELECT t.* FROM " + schema.table() + " t WHERE " + db.boxTest(schema.table(), "t")
                        + " LIMIT :limit")
                .box(box)
                .param("limit", limit)
                .list(row -> read(schema, row));
    }

    public long count(RecordKind kind) {
        return db.sql("SELECT COUNT(*) FROM " + kind.table()).getLong();
    }

    public long countPlaces(PlaceCategory category) {
        return db.sql("SELECT COUNT(*) FROM place WHERE category = :category")
                .param("category", category)
                .getLong();
    }

    /** The further names of places, by place. */
    public Map<Long, List<RecordDraft.Name>> namesOf(Collection<Long> placeIds) {
        Map<Long, List<RecordDraft.Name>> names = new LinkedHashMap<>();
        if (!placeIds.isEmpty()) {
            db.sql("SELECT * FROM place_name WHERE place_id IN (:ids) ORDER BY id")
                    .param("ids", placeIds)
                    .list(row -> names.computeIfAbsent(row.getLong("place_id"), id -> new ArrayList<>())
                            .add(readName(row)));
        }
        return names;
    }

    /** The entries of places in the national register, by place. */
    public Map<Long, List<RecordDraft.Registration>> registrationsOf(Collection<Long> placeIds) {
        Map<Long, List<RecordDraft.Registration>> entries = new LinkedHashMap<>();
        if (!placeIds.isEmpty()) {
            db.sql("SELECT * FROM place_registration WHERE place_id IN (:ids) ORDER BY class_code")
                    .param("ids", placeIds)
                    .list(row -> entries.computeIfAbsent(row.getLong("place_id"), id -> new ArrayList<>())
                            .add(new RecordDraft.Registration(row.getText("class_code"), row.findText("place_code"))));
        }
        return entries;
    }

    /** The entries of a place in the national register. */
    public List<RecordDraft.Registration> registrationsOf(long placeId) {
        return db.sql("SELECT * FROM place_registration WHERE place_id = :id ORDER BY class_code")
                .param("id", placeId)
                .list(row -> new RecordDraft.Registration(row.getText("class_code"), row.findText("place_code")));
    }

    /** Where a record came from: source and the key it has there. */
    public List<SourceKey> sourcesOf(long recordId) {
        return db.sql("SELECT source, source_key FROM source_record WHERE record_id = :id ORDER BY source")
                .param("id", recordId)
                .list(row -> new SourceKey(row.getText("source"), row.getText("source_key")));
    }

    /** Where records came from, by record. */
    public Map<Long, List<SourceKey>> sourcesOf(Collection<Long> recordIds) {
        Map<Long, List<SourceKey>> sources = new LinkedHashMap<>();
        if (!recordIds.isEmpty()) {
            db.sql("SELECT record_id, source, source_key FROM source_record WHERE record_id IN (:ids) ORDER BY source")
                    .param("ids", recordIds)
                    .list(row -> sources.computeIfAbsent(row.getLong("record_id"), id -> new ArrayList<>())
                            .add(new SourceKey(row.getText("source"), row.getText("source_key"))));
        }
        return sources;
    }

    /** A source and the key a record has in it. */
    public record SourceKey(String source, String key) {}

    /** Stores a new record and tells the journal; audit is the caller's, too. */
    public long insert(ChangeSet changes, RecordSchema schema, RecordDraft draft) {
        long id = changes.newId();
        new TerritoryRules(db).requireInsert(changes, schema.kind(), id, draft);
        List<String> columns = RecordColumns.insertColumns(schema);
        db.insertAll(
                schema.table(), columns, List.of(new Object[][] {RecordColumns.insertRow(schema, draft, id, changes)}));
        changes.saved(schema.kind(), id, draft.geometry().map(Bbox::of));
        return id;
    }

    /**
     * Sets columns of a record that still has the version the caller saw. Of a place it corrects what is known of its
     * present state; a state that begins on a day is {@link #succeed}.
     *
     * @return false when somebody else was faster
     */
    public boolean update(
            ChangeSet changes, StoredRecord seen, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        if (seen.kind() == RecordKind.PLACE) {
            states.keep(changes, seen.id());
        }
        return set(changes, seen, NameKey.renewed(seen, values), geometry);
    }

    /**
     * Begins a new state of a place: what was so before {@code from} stays as its former state.
     *
     * @return false when somebody else was faster
     */
    public boolean succeed(
            ChangeSet changes,
            StoredRecord seen,
            Map<String, Optional<Object>> values,
            Optional<Geometry> geometry,
            LocalDate from) {
        states.keep(changes, seen.id());
        states.end(changes, seen.id(), from);
        Map<String, Optional<Object>> all = new LinkedHashMap<>(NameKey.renewed(seen, values));
        all.put("state_from", Optional.of(from));
        return set(changes, seen, all, geometry);
    }

    /** Says from when on the state of a new place holds. */
    public void begin(StoredRecord made, LocalDate from) {
        db.sql("UPDATE place SET state_from = :from WHERE id = :id")
                .param("from", from)
                .param("id", made.id())
                .update();
    }

    /** Corrects what is known of a former state of a place; its row only gets a new version. */
    public boolean correct(
            ChangeSet changes, StoredRecord seen, PlaceState former, Map<String, Optional<Object>> values) {
        states.keep(changes, seen.id());
        states.correct(changes, former, values);
        return set(changes, seen, Map.of(), Optional.empty());
    }

    private boolean set(
            ChangeSet changes, StoredRecord seen, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        new TerritoryRules(db).requireChange(changes, seen, values, geometry);
        String set = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        String geom = geometry.isPresent() ? "geom = :geom" : "";
        String assignments = String.join(
                ", ", List.of(set, geom).stream().filter(s -> !s.isEmpty()).toList());
        var statement = db.sql("UPDATE " + seen.kind().table() + " SET "
                        + (assignments.isEmpty() ? "" : assignments + ", ")
                        + "version = version + 1, change_seq = :seq, updated_at = :at, updated_by = :by"
                        + " WHERE id = :id AND version = :version")
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version());
        values.forEach(statement::param);
        geometry.ifPresent(g -> statement.param("geom", g));
        if (statement.update() == 0) {
            return false;
        }
        changes.saved(seen.kind(), seen.id(), union(seen.box(), geometry.map(Bbox::of)));
        return true;
    }

    /** @return false when somebody else was faster */
    boolean delete(ChangeSet changes, StoredRecord seen) {
        new TerritoryRules(db).requireDeletable(seen);
        if (seen.kind() == RecordKind.PLACE) {
            states.keep(changes, seen.id());
            states.forget(changes, seen.id());
            db.sql("DELETE FROM place_name WHERE place_id = :id")
                    .param("id", seen.id())
                    .update();
            db.sql("DELETE FROM place_registration WHERE place_id = :id")
                    .param("id", seen.id())
                    .update();
            db.sql("DELETE FROM street WHERE place_id = :id")
                    .param("id", seen.id())
                    .update();
        }
        db.sql("DELETE FROM media WHERE record_kind = :kind AND record_id = :id")
                .param("kind", seen.kind())
                .param("id", seen.id())
                .update();
        db.sql("DELETE FROM source_record WHERE record_id = :id")
                .param("id", seen.id())
                .update();
        changes.claim(seen.kind(), seen.id());
        int gone = db.sql("DELETE FROM " + seen.kind().table() + " WHERE id = :id AND version = :version")
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        if (gone == 0) {
            return false;
        }
        changes.deleted(seen.kind(), seen.id(), seen.box());
        return true;
    }

    private static Optional<Bbox> union(Optional<Bbox> before, Optional<Bbox> after) {
        return before.isPresent() && after.isPresent()
                ? Optional.of(before.get().union(after.get()))
                : before.or(() -> after);
    }

    /** The schema's columns in a row of its table, without those that are empty. */
    public static Map<String, Object> values(RecordSchema schema, Row row) {
        return RecordColumns.readValues(schema, row);
    }

    /** A whole row of a kind's table. */
    public StoredRecord read(RecordKind kind, Row row) {
        return read(RecordSchema.of(kind), row);
    }

    /** What a column holds when nothing is said of it; empty = nothing. */
    public static Optional<Object> standard(RecordSchema schema, Field field) {
        return Optional.ofNullable(RecordColumns.standard(schema, field));
    }

    static StoredRecord read(RecordSchema schema, Row row) {
        return new StoredRecord(
                schema.kind(),
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("change_seq"),
                RecordColumns.readValues(schema, row),
                row.findGeometry("geom"),
                row.getInstant("created_at"),
                row.getInstant("updated_at"));
    }

    private static RecordDraft.Name readName(Row row) {
        return new RecordDraft.Name(
                row.getText("name"),
                RecordDraft.NameKind.valueOf(row.getText("kind")),
                row.findText("romanised"),
                row.findDate("from_date"),
                row.findDate("to_date"));
    }
}
