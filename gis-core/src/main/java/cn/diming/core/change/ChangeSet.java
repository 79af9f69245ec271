package cn.diming.core.change;

import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One writing transaction: who, when, its number, the ids it gives out and the changes it makes. */
public final class ChangeSet {

    private static final int ID_BLOCK = 50;
    private static final List<String> COLUMNS = List.of(
            "seq", "part", "at", "account_id", "kind", "op", "record_id", "min_lon", "min_lat", "max_lon", "max_lat");

    private final Db db;
    private final Actor actor;
    private final Instant at;
    private final List<Entry> entries = new ArrayList<>();
    private long seq;
    private long nextId;
    private long lastId = -1;

    ChangeSet(Db db, Actor actor, Instant at) {
        this.db = db;
        this.actor = actor;
        this.at = at;
    }

    public Actor actor() {
        return actor;
    }

    public Instant at() {
        return at;
    }

    /** This transaction's journal number; taking it makes later writers wait until this one commits. */
    public long seq() {
        if (seq == 0) {
            seq = advance("change", 1);
        }
        return seq;
    }

    /** A record number, unique over all tables and below 2^53 so that JavaScript can hold it. */
    public long newId() {
        if (nextId > lastId) {
            reserveIds(ID_BLOCK);
        }
        return nextId++;
    }

    /** Takes {@code count} numbers at once, so that a batch asks the database one time. */
    public void reserveIds(int count) {
        seq(); // always first the journal's counter, then the ids': writers cannot wait for each other in a circle
        lastId = advance("id", count);
        nextId = lastId - count + 1;
    }

    public void saved(RecordKind kind, long id, Optional<Bbox> box) {
        entries.add(new Entry(kind, Change.Op.SAVED, OptionalLong.of(id), box));
    }

    public void deleted(RecordKind kind, long id, Optional<Bbox> box) {
        entries.add(new Entry(kind, Change.Op.DELETED, OptionalLong.of(id), box));
    }

    /**
     * Says of a row that it is about to be deleted by this transaction: triggers write the journal for what others delete
     * by SQL, and know ours by its number.
     */
    public void claim(RecordKind kind, long id) {
        db.sql("UPDATE " + kind.table() + " SET change_seq = :seq WHERE id = :id")
                .param("seq", seq())
                .param("id", id)
                .update();
    }

    /** Many rows of one kind, all with {@code change_seq} = {@link #seq()}. */
    public void savedBatch(RecordKind kind, Optional<Bbox> box) {
        entries.add(new Entry(kind, Change.Op.BATCH, OptionalLong.empty(), box));
    }

    /** Writes the entries; false when there were none. */
    boolean append() {
        if (entries.isEmpty()) {
            return false;
        }
        insertAll();
        return true;
    }

    private void insertAll() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new @Nullable Object[] {
                seq(),
                rows.size(),
                at,
                actor.accountId().isPresent() ? actor.accountId().getAsLong() : null,
                entry.kind.name(),
                entry.op.name(),
                entry.recordId.isPresent() ? entry.recordId.getAsLong() : null,
                entry.box.map(Bbox::minLon).orElse(null),
                entry.box.map(Bbox::minLat).orElse(null),
                entry.box.map(Bbox::maxLon).orElse(null),
                entry.box.map(Bbox::maxLat).orElse(null)
            });
        }
        db.insertAll("change", COLUMNS, rows);
    }

    private long advance(String counter, int by) {
        return db.sql("UPDATE counter SET value = value + :by WHERE name = :name RETURNING value")
                .param("by", by)
                .param("name", counter)
                .getLong();
    }

    private record Entry(RecordKind kind, Change.Op op, OptionalLong recordId, Optional<Bbox> box) {}
}
