package cn.diming.core.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Reads what the index keeps of a document. */
final class CandidateReader {

    private final IndexSearcher searcher;

    CandidateReader(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Candidate read(int document) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        int inLeaf = document - leaf.docBase;
        BinaryDocValues rows = leaf.reader().getBinaryDocValues(IndexField.RANK_ROW);
        SortedNumericDocValues positions = leaf.reader().getSortedNumericDocValues(IndexField.POSITION);
        rows.advanceExact(inLeaf);
        positions.advanceExact(inLeaf);
        long position = positions.nextValue();
        return new Candidate(
                document,
                RankRow.decode(rows.binaryValue()),
                GeoEncodingUtils.decodeLongitude((int) position),
                GeoEncodingUtils.decodeLatitude((int) (position >>> 32)));
    }

    StoredAnswer answer(int document) throws IOException {
        Document stored = searcher.storedFields().document(document, Set.of(IndexField.ANSWER));
        BytesRef bytes = stored.getBinaryValue(IndexField.ANSWER);
        return StoredAnswer.decode(bytes.bytes, bytes.offset, bytes.length);
    }
}
