package cn.diming.core.record;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes in many records at once. Each remembers its source, its key there and a hash of what the source said, so the
 * same source a second time changes nothing, an interrupted run is completed by repeating it, and an officer's later
 * correction survives until the source itself says something new. Divisions are recognised by their code as well, so
 * that names from one source and polygons from another meet in one record.
 */
public final class RecordIntake {

    /** Of a place whose name a decision made, an import changes none of these (地名管理条例 Art. 4). */
    private static final Set<String> DECIDED =
            Set.of("name", "specific_term", "generic_term", "romanised", "status", "valid_from", "valid_to");

    private final Db db;
    private final ChangeJournal journal;
    private final PlaceStates states;
    private final RecordStore store;

    public RecordIntake(Db db, ChangeJournal journal) {
        this.db = db;
        this.store = new RecordStore(db);
        this.journal = journal;
        this.states = new PlaceStates(db);
    }

    /**
     * Stores a batch in one transaction, with one entry in the journal.
     *
     * @param drafts without faults ({@link RecordRules}) and with different source keys
     * @throws cn.diming.core.access.Denied when the actor may not import or may not change such records here
     */
    public IntakeResult take(Actor actor, RecordKind kind, String source, List<RecordDraft> drafts) {
        RecordSchema schema = RecordSchema.of(kind);
        AccessPolicy.require(actor, Action.IMPORT);
        for (RecordDraft draft : drafts) {
            Object division =
                    schema.divisionColumn().isEmpty() ? null : draft.values().get(schema.divisionColumn());
            AccessPolicy.require(actor, schema.action(), (String) division);
        }
        return journal.write(actor, changes -> new Batch(changes, schema, source).take(drafts));
    }

    /** The state of one batch. */
    private final class Batch {
        private final ChangeSet changes;
        private final RecordSchema schema;
        private final String source;
        private final TerritoryRules territory = new TerritoryRules(db);
        private final List<Fresh> fresh = new ArrayList<>();
        private final Map<Long, RecordDraft> changed = new HashMap<>();
        private final List<@Nullable Object[]> keys = new ArrayList<>();
        private int unchanged;
        private Optional<Bbox> touched = Optional.empty();

        Batch(ChangeSet changes, RecordSchema schema, String source) {
            this.changes = changes;
            this.schema = schema;
            this.source = source;
        }

        IntakeResult take(List<RecordDraft> drafts) {
            Map<String, Known> known = knownKeys(drafts);
            Map<String, Long> codes = schema.kind() == RecordKind.DIVISION ? knownCodes(drafts) : Map.of();
            for (RecordDraft draft : drafts) {
                sort(draft, known.get(draft.sourceKey()), codes);
            }
            if (fresh.isEmpty() && changed.isEmpty()) {
                return new IntakeResult(0, 0, unchanged);
            }
            insertFresh();
            changed.forEach(this::update);
            db.insertAll("source_record", List.of("source", "source_key", "kind", "record_id", "hash"), keys);
            changes.savedBatch(schema.kind(), touched);
            return new IntakeResult(fresh.size(), changed.size(), unchanged);
        }

        private void sort(RecordDraft draft, @Nullable Known known, Map<String, Long> codes) {
            long hash = DraftHash.of(draft);
            Long byCode =
                    known == null ? codes.get(String.valueOf(draft.values().get("code"))) : null;
            if (known != null && known.hash == hash) {
                unchanged++;
            } else if (known != null) {
                changed.put(known.id, draft);
                db.sql("UPDATE source_record SET hash = :hash WHERE source = :source AND source_key = :key")
                        .param("hash", hash)
                        .param("source", source)
                        .param("key", draft.sourceKey())
                        .update();
            } else if (byCode != null) {
                changed.put(byCode, draft);
                keys.add(key(draft, byCode, hash));
            } else {
                fresh.add(new Fresh(draft, hash));
            }
        }

        /** Joins a list of values: with IN, PostgreSQL without fresh statistics compares every row with every key. */
        private Map<String, Known> knownKeys(List<RecordDraft> drafts) {
            Map<String, Known> known = new HashMap<>();
            var query = db.sql("WITH wanted (k) AS (VALUES " + marks(drafts.size()) + """
                    )
                    SELECT source_key, record_id, hash FROM source_record
                    JOIN wanted ON source_key = wanted.k
                    WHERE source = :source""")
                    .param("source", source);
            for (int i = 0; i < drafts.size(); i++) {
                query.param("k" + i, drafts.get(i).sourceKey());
            }
            query.list(row ->
                    known.put(row.getText("source_key"), new Known(row.getLong("record_id"), row.getLong("hash"))));
            return known;
        }

        private static String marks(int count) {
            return IntStream.range(0, count).mapToObj(i -> "(:k" + i + ")").collect(Collectors.joining(", "));
        }

        private Map<String, Long> knownCodes(List<RecordDraft> drafts) {
            Map<String, Long> ids = new HashMap<>();
            db.sql("SELECT code, id FROM division WHERE code IN (:codes) AND valid_to_year IS NULL")
                    .param(
                            "codes",
                            drafts.stream().map(d -> d.values().get("code")).toList())
                    .list(row -> ids.put(row.getText("code"), row.getLong("id")));
            return ids;
        }

        private void insertFresh() {
            int names = fresh.stream()
                    .mapToInt(f ->
                            f.draft.names().size() + f.draft.registrations().size())
                    .sum();
            changes.reserveIds(Math.max(1, fresh.size() + names));
            List<@Nullable Object[]> rows = new ArrayList<>(fresh.size());
            PlaceParts parts = new PlaceParts(changes);
            for (Fresh one : fresh) {
                long id = changes.newId();
                touch(one.draft.geometry());
                territory.requireInsert(changes, schema.kind(), id, one.draft);
                rows.add(RecordColumns.insertRow(schema, one.draft, id, changes));
                keys.add(key(one.draft, id, one.hash));
                parts.add(id, one.draft);
            }
            db.insertAll(schema.table(), RecordColumns.insertColumns(schema), rows);
            parts.insert(db);
        }

        private Map<String, Object> values(long id, RecordDraft draft) {
            Map<String, Object> values = new TreeMap<>(draft.values());
            if (schema.kind() != RecordKind.PLACE) {
                return values;
            }
            states.keep(changes, id);
            boolean decided = db.sql("SELECT COUNT(*) FROM place WHERE id = :id AND state_from IS NOT NULL")
                            .param("id", id)
                            .getLong()
                    == 1;
            if (decided) {
                values.keySet().removeAll(DECIDED);
            } else if (values.containsKey("name")) {
                values.put(NameKey.COLUMN, RecordColumns.nameKey(values));
            }
            return values;
        }

        /** Where the record was and where it is now: both look different afterwards. */
        private void update(long id, RecordDraft draft) {
            if (TerritoryRules.concern(schema.kind())) {
                requireTerritory(store.find(schema.kind(), id).orElseThrow(), draft);
            }
            db.sql("SELECT geom FROM " + schema.table() + " WHERE id = :id")
                    .param("id", id)
                    .list(row -> row.findGeometry("geom"))
                    .forEach(this::touch);
            touch(draft.geometry());
            Map<String, Object> values = values(id, draft);
            String set = values.keySet().stream()
                    .map(column -> column + " = :" + column + ", ")
                    .collect(Collectors.joining());
            var statement = db.sql(
                            "UPDATE " + schema.table() + " SET " + set
                                    + (draft.geometry().isPresent() ? "geom = :geom, " : "")
                                    + "version = version + 1, change_seq = :seq, updated_at = :at, updated_by = :by WHERE id = :id")
                    .param("seq", changes.seq())
                    .param("at", changes.at())
                    .param("by", changes.actor().accountId())
                    .param("id", id);
            values.forEach(statement::param);
            draft.geometry().ifPresent(geometry -> statement.param("geom", geometry));
            statement.update();
            if (schema.kind() == RecordKind.PLACE) {
                PlaceParts parts = new PlaceParts(changes);
                parts.add(id, draft);
                parts.replace(db, id);
            }
        }

        /** What the source says again as it was is no change. */
        private void requireTerritory(StoredRecord before, RecordDraft draft) {
            Map<String, Optional<Object>> different = new HashMap<>();
            draft.values().forEach((column, value) -> {
                if (!value.equals(before.values().get(column))) {
                    different.put(column, Optional.of(value));
                }
            });
            Optional<Geometry> moved = draft.geometry()
                    .filter(geometry ->
                            before.geometry().filter(geometry::equalsExact).isEmpty());
            territory.requireChange(changes, before, different, moved);
        }

        private void touch(Optional<Geometry> geometry) {
            Optional<Bbox> box = geometry.filter(g -> !g.isEmpty()).map(Bbox::of);
            touched = Stream.concat(touched.stream(), box.stream()).reduce(Bbox::union);
        }

        private @Nullable Object[] key(RecordDraft draft, long id, long hash) {
            return new Object[] {source, draft.sourceKey(), schema.kind().name(), id, hash};
        }
    }

    private record Known(long id, long hash) {}

    private record Fresh(RecordDraft draft, long hash) {}
}
