package cn.diming.core.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in its folder: one writer, many readers. Each commit carries the journal number it contains, so that after a
 * crash the follower knows where to go on. What is derived can be built again: an index that cannot be read, or that
 * another version wrote, is thrown away.
 */
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** To be raised whenever documents are built otherwise. */
    private static final String FORMAT = "2";

    private static final String FORMAT_KEY = "format";
    private static final String CURSOR_KEY = "cursor";
    private static final double RAM_MEGABYTES = 48;
    private static final int PARTS_AFTER_BUILD = 2;
    private static final double PARTS_A_SIZE = 5;
    /** An edit makes a part of a few kilobytes, which is soon merged: until the next commit it needs no file. */
    private static final double SMALL_MEGABYTES = 1;

    private static final double CACHED_MEGABYTES = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final long committedCursor;
    private final AtomicLong generation = new AtomicLong();

    private SearchIndex(Directory directory, IndexWriter writer, long cursor) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.committedCursor = cursor;
        this.searchers = new SearcherManager(writer, new ConstantScores());
    }

    /**
     * Opens the index in this folder, or begins an empty one where there is none that this version can read.
     *
     * @throws UncheckedIOException when the folder cannot be used, for instance because another process has it open
     */
    public static SearchIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            Directory directory = new NRTCachingDirectory(FSDirectory.open(folder), SMALL_MEGABYTES, CACHED_MEGABYTES);
            Map<String, String> committed = readCommit(directory);
            boolean known = FORMAT.equals(committed.get(FORMAT_KEY));
            IndexWriter writer = new IndexWriter(directory, configuration(known));
            return new SearchIndex(
                    directory, writer, known ? Long.parseLong(committed.getOrDefault(CURSOR_KEY, "0")) : 0);
        } catch (IOException broken) {
            throw new UncheckedIOException("检索索引目录无法使用：" + folder, broken);
        }
    }

    /** How many records can be found. */
    public int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    /** The journal number of the commit that was found when the index was opened; 0 = none. */
    long committedCursor() {
        return committedCursor;
    }

    /** Runs {@code work} on one unchanging state of the index. */
    <T> T read(Reading<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.on(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void put(long id, Document document) {
        write(w -> w.updateDocument(key(id), document));
    }

    /** Puts documents whose ids are known not to be there: when everything is built anew. */
    void addNew(Collection<Document> documents) {
        write(w -> w.addDocuments(documents));
    }

    void remove(long id) {
        write(w -> w.deleteDocuments(key(id)));
    }

    void removeAll() {
        write(IndexWriter::deleteAll);
    }

    /** After a build from nothing: few parts make every query faster. */
    void compact() {
        write(w -> {
            w.forceMerge(PARTS_AFTER_BUILD);
            return 0L;
        });
    }

    /** Another number after every refresh. */
    long generation() {
        return generation.get();
    }

    /** Lets readers see what was written. */
    void refresh() {
        generation.incrementAndGet();
        write(w -> {
            searchers.maybeRefreshBlocking();
            return 0L;
        });
    }

    /** Makes what was written outlive a crash. */
    void commit(long cursor) {
        write(w -> {
            w.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT, CURSOR_KEY, Long.toString(cursor))
                    .entrySet());
            return w.commit();
        });
    }

    /** Closes without a commit, as a crash would. */
    void abandon() {
        write(w -> {
            searchers.close();
            w.rollback();
            directory.close();
            return 0L;
        });
    }

    /** Closes; what was not committed is lost, the follower commits before. */
    @Override
    public void close() {
        abandon();
    }

    private static Term key(long id) {
        return new Term(IndexField.ID, Long.toString(id));
    }

    private void write(Writing work) {
        try {
            work.on(writer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static IndexWriterConfig configuration(boolean keep) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(PARTS_A_SIZE);
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setMergePolicy(merging)
                .setSimilarity(new BooleanSimilarity())
                .setRAMBufferSizeMB(RAM_MEGABYTES)
                .setOpenMode(keep ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
                .setCommitOnClose(false);
    }

    private static Map<String, String> readCommit(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData();
        } catch (IndexNotFoundException none) {
            return Map.of();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException
                | EOFException unreadable) {
            LOG.warn("the search index cannot be read and is built anew: {}", unreadable.toString());
            clear(directory);
            return Map.of();
        }
    }

    /** Broken files would stop even a writer that wants to begin anew. */
    private static void clear(Directory directory) throws IOException {
        try (Lock mine = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            mine.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** What one reads. */
    @FunctionalInterface
    interface Reading<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        long on(IndexWriter writer) throws IOException;
    }

    /** Searchers that count each matching token alike: in names, rarity and length mean nothing. */
    private static final class ConstantScores extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BooleanSimilarity());
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
