package cn.diming.core.change;

import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The door through which everything is written. A transaction's number comes from one locked counter row, so the order
 * of commits is the order of numbers and a reader that has seen number n has missed nothing before it; a plain database
 * sequence does not give that.
 */
public final class ChangeJournal {

    /** The channel of the trigger {@code tell_of_change}. */
    private static final String CHANNEL = "diming_change";

    private final Db db;
    private final Clock clock;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    public ChangeJournal(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Runs {@code work} in one transaction and writes its changes into the journal with it; its time is in milliseconds, as stored. */
    public <T extends @Nullable Object> T write(Actor actor, Function<ChangeSet, T> work) {
        return db.inTransaction(() -> {
            ChangeSet changes = new ChangeSet(db, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            T result = work.apply(changes);
            if (changes.append()) {
                long seq = changes.seq();
                db.afterCommit(() -> tell(seq));
            }
            return result;
        });
    }

    /**
     * {@code listener} is called after each commit of this process, on the thread that wrote and with the number of the
     * transaction: a hint to look, nothing more.
     */
    public void onCommit(LongConsumer listener) {
        listeners.add(listener);
    }

    /**
     * {@code listener} is called after commits of any process, until what is returned is closed. A server tells of them; the
     * embedded database tells nobody.
     */
    public Db.Listening listen(Runnable listener) {
        return db.listen(CHANNEL, listener);
    }

    private void tell(long seq) {
        listeners.forEach(listener -> listener.accept(seq));
    }

    /** The number of the last committed transaction. */
    public long latest() {
        return db.sql("SELECT value FROM counter WHERE name = 'change'").getLong();
    }

    /** When a transaction was written; empty for one without entries. */
    public Optional<Instant> timeOf(long seq) {
        return db.sql("SELECT at FROM change WHERE seq = :seq AND part = 0")
                .param("seq", seq)
                .find(row -> row.getInstant("at"));
    }

    /** Entries after {@code seq} in order, at most about {@code limit}, never half a transaction. */
    public List<Change> since(long seq, int limit) {
        List<Change> changes = new ArrayList<>(
                db.sql("""
                        SELECT * FROM change WHERE seq > :seq ORDER BY seq, part LIMIT :limit""").param("seq", seq).param("limit", limit).list(ChangeJournal::read));
        if (changes.size() == limit) {
            completeLast(changes);
        }
        return changes;
    }

    private void completeLast(List<Change> changes) {
        long last = changes.getLast().seq();
        changes.removeIf(change -> change.seq() == last);
        changes.addAll(db.sql("SELECT * FROM change WHERE seq = :seq ORDER BY part")
                .param("seq", last)
                .list(ChangeJournal::read));
    }

    private static Change read(Row row) {
        return new Change(
                row.getLong("seq"),
                RecordKind.valueOf(row.getText("kind")),
                Change.Op.valueOf(row.getText("op")),
                row.findLong("record_id"),
                row.findBbox());
    }
}
