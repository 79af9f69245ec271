package cn.diming.core.change;

import cn.diming.core.db.Db;
import java.util.List;
import java.util.Optional;

/**
 * A table of steps: {@code id, <owner>, at, account_id, from_state, to_state, words}. Rows are written once and never changed.
 */
public final class StateEventStore<S extends Enum<S>> {

    private final Db db;
    private final String table;
    private final String owner;
    private final Class<S> states;

    /**
     * @param table its name, not from outside
     * @param owner the column that tells whose step it is, not from outside
     */
    public StateEventStore(Db db, String table, String owner, Class<S> states) {
        this.db = db;
        this.table = table;
        this.owner = owner;
        this.states = states;
    }

    public void insert(ChangeSet changes, long ownerId, Optional<S> from, S to, Optional<String> words) {
        db.sql("INSERT INTO " + table + " (id, " + owner + ", at, account_id, from_state, to_state, words)"
                        + " VALUES (:id, :owner, :at, :by, :from, :to, :words)")
                .param("id", changes.newId())
                .param("owner", ownerId)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("from", from)
                .param("to", to)
                .param("words", words)
                .update();
    }

    /** In the order in which they were done. */
    public List<StateEvent<S>> of(long ownerId) {
        return db.sql("SELECT * FROM " + table + " WHERE " + owner + " = :owner ORDER BY id")
                .param("owner", ownerId)
                .list(row -> new StateEvent<>(
                        row.getInstant("at"),
                        row.findLong("account_id"),
                        row.findText("from_state").map(state -> Enum.valueOf(states, state)),
                        Enum.valueOf(states, row.getText("to_state")),
                        row.findText("words")));
    }
}
