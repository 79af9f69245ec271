package cn.diming.core.search;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.record.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index what the tables say. A change can be found when {@link #apply} returns; it outlives a crash some time
 * later, and until then the journal has it.
 */
public final class SearchFollower implements ChangeFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final SearchIndex index;
    private final SearchRecords records;
    private final ChangeJournal journal;
    private long lastCommit = System.nanoTime();
    private long committed;
    private volatile long cursor;

    public SearchFollower(SearchIndex index, RecordStore store, ChangeJournal journal) {
        this.index = index;
        this.records = new SearchRecords(store);
        this.journal = journal;
        this.cursor = index.committedCursor();
        this.committed = cursor;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public long cursor() {
        return cursor;
    }

    /** Builds the index anew; until the end of it readers see the old one. */
    @Override
    public synchronized void rebuild() {
        long from = journal.latest();
        long start = System.nanoTime();
        index.removeAll();
        records.forEachChunk(chunk -> {
            List<Document> documents = new ArrayList<>(chunk.size());
            chunk.forEach(record -> SearchDocument.of(record).ifPresent(documents::add));
            index.addNew(documents);
        });
        index.compact();
        index.refresh();
        cursor = from;
        commit();
        LOG.info("search index built: {} records in {} ms", index.size(), (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        for (Change change : changes) {
            if (SearchRecords.KINDS.contains(change.kind())) {
                apply(change);
            }
        }
        index.refresh();
        cursor = changes.getLast().seq();
        if (System.nanoTime() - lastCommit > COMMIT_NANOS) {
            commit();
        }
    }

    private void apply(Change change) {
        change.recordId().ifPresent(index::remove);
        for (SearchRecord record : records.changedBy(change)) {
            SearchDocument.of(record)
                    .ifPresentOrElse(
                            document -> index.put(record.stored().id(), document),
                            () -> index.remove(record.stored().id()));
        }
    }

    private void commit() {
        index.commit(cursor);
        committed = cursor;
        lastCommit = System.nanoTime();
    }

    /** Commits what has been applied; the index itself stays open. */
    @Override
    public synchronized void close() {
        if (committed != cursor) {
            commit();
        }
    }
}
