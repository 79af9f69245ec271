package cn.diming.core.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what the index keeps of documents; those in the index's order cost least. For one thread. */
final class CandidateReader {

    private static final Set<String> ANSWER = Set.of(IndexField.ANSWER);

    private final List<LeafReaderContext> leaves;
    private final @Nullable Columns[] columns;
    private final StoredFields stored;

    CandidateReader(IndexSearcher searcher) throws IOException {
        this.leaves = searcher.getIndexReader().leaves();
        this.columns = new Columns[leaves.size()];
        this.stored = searcher.storedFields();
    }

    Candidate read(int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        Columns at = at(leaf, document - leaf.docBase);
        long position = at.positions.nextValue();
        return new Candidate(
                document,
                RankRow.decode(at.rows.binaryValue()),
                GeoEncodingUtils.decodeLongitude((int) position),
                GeoEncodingUtils.decodeLatitude((int) (position >>> 32)));
    }

    /** Columns can only be read forwards. */
    private Columns at(LeafReaderContext leaf, int document) throws IOException {
        Columns known = columns[leaf.ord];
        Columns at = known != null && known.rows.docID() < document ? known : Columns.of(leaf);
        columns[leaf.ord] = at;
        at.rows.advanceExact(document);
        at.positions.advanceExact(document);
        return at;
    }

    StoredAnswer answer(int document) throws IOException {
        BytesRef bytes = stored.document(document, ANSWER).getBinaryValue(IndexField.ANSWER);
        return StoredAnswer.decode(bytes.bytes, bytes.offset, bytes.length);
    }

    private record Columns(BinaryDocValues rows, SortedNumericDocValues positions) {

        static Columns of(LeafReaderContext leaf) throws IOException {
            return new Columns(
                    leaf.reader().getBinaryDocValues(IndexField.RANK_ROW),
                    leaf.reader().getSortedNumericDocValues(IndexField.POSITION));
        }
    }
}
