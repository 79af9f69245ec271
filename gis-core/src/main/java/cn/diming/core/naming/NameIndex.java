package cn.diming.core.naming;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All names in memory by sound, look and characters, following the journal. Reading takes microseconds, so that a name can be
 * checked on every keystroke.
 */
public final class NameIndex implements ChangeFollower {

    private static final Logger LOG = LoggerFactory.getLogger(NameIndex.class);
    private static final Set<RecordKind> KINDS = Set.of(RecordKind.PLACE, RecordKind.DIVISION, RecordKind.SHOP);
    private static final int CHUNK = 4000;

    private final NameStore store;
    private final ChangeJournal journal;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private NameTable table = new NameTable();
    private volatile long cursor;

    NameIndex(NameStore store, ChangeJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "names";
    }

    @Override
    public long cursor() {
        return cursor;
    }

    /** Builds a new table beside the old one; keys are made on all cores. */
    @Override
    public synchronized void rebuild() {
        long from = journal.latest();
        long start = System.nanoTime();
        NameTable fresh = new NameTable();
        List<IndexedName> chunk = new ArrayList<>(CHUNK);
        store.forEach(name -> {
            chunk.add(name);
            if (chunk.size() == CHUNK) {
                addAll(fresh, chunk);
                chunk.clear();
            }
        });
        addAll(fresh, chunk);
        fresh.trim();
        writing(() -> table = fresh);
        cursor = from;
        LOG.info("name index built: {} names in {} ms", fresh.size(), (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        for (Change change : changes) {
            if (KINDS.contains(change.kind())) {
                List<IndexedName> names = store.changedBy(change);
                List<Keyed> keyed = keyed(names);
                writing(() -> {
                    change.recordId().ifPresent(table::remove);
                    names.forEach(name -> table.remove(name.id()));
                    keyed.forEach(entry -> table.add(entry.name, entry.keys));
                });
            }
        }
        cursor = changes.getLast().seq();
    }

    /** How many names there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return table.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The names as they are now, with what the index has not heard of yet.
     *
     * @param most how many journal entries to look at; an import may be thousands ahead
     */
    NameView view(int most) {
        ensureBuilt();
        return news(most);
    }

    synchronized void ensureBuilt() {
        if (cursor == 0 && journal.latest() > 0) {
            rebuild();
        }
    }

    /**
     * The same for a writer that holds the journal's lock, exact and on the writer's own connection: others may hold all the rest
     * of the pool while they wait for that lock. An index that nobody has built yet is left alone, what a transaction reads may be
     * rolled back.
     */
    NameView viewForWriter() {
        if (cursor > 0) {
            return news(Integer.MAX_VALUE);
        }
        NameView view = new NameView(this);
        view.addAll(store.all());
        view.addAll(store.reservations());
        return view;
    }

    private NameView news(int most) {
        NameView view = new NameView(this);
        for (Change change : journal.since(cursor, most)) {
            if (KINDS.contains(change.kind())) {
                change.recordId().ifPresent(view::hide);
                view.addAll(store.changedBy(change));
            }
        }
        view.addAll(store.reservations());
        return view;
    }

    void each(int key, Consumer<IndexedName> work) {
        lock.readLock().lock();
        try {
            table.each(key, work);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void writing(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void addAll(NameTable table, List<IndexedName> names) {
        keyed(names).forEach(entry -> table.add(entry.name, entry.keys));
    }

    private static List<Keyed> keyed(List<IndexedName> names) {
        return names.parallelStream()
                .map(name -> new Keyed(name, NameKeys.of(name)))
                .toList();
    }

    private record Keyed(IndexedName name, int[] keys) {}
}
