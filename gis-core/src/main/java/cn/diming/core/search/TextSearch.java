package cn.diming.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/** One query on one state of the index: gather candidates for each hypothesis, rank them, stop when one is beyond doubt. */
final class TextSearch {

    private static final int CANDIDATES = 60;
    private static final int STREETS = 8;
    private static final double BEYOND_DOUBT = 0.93;
    private static final double LIKELY_STREET = 0.2;
    private static final double WORTH_SHOWING = 0.12;

    private final IndexSearcher searcher;
    private final SearchRequest request;
    private final ParsedQuery parsed;
    private final Ranking ranking;
    private final Map<Integer, Scored> found = new HashMap<>();

    TextSearch(IndexSearcher searcher, SearchRequest request, ParsedQuery parsed) {
        this.searcher = searcher;
        this.request = request;
        this.parsed = parsed;
        this.ranking = new Ranking(request);
    }

    /** @param onlyBeginnings whether names must begin as typed; resemblances are looked for only when nothing does */
    List<Scored> run(boolean onlyBeginnings) throws IOException {
        if (parsed.code().isPresent()) {
            return byCode(parsed.code().get());
        }
        gather(onlyBeginnings);
        List<Scored> best = best();
        if (onlyBeginnings && (best.isEmpty() || best.getFirst().score() < 0.5)) {
            gather(false);
            best = best();
        }
        return best;
    }

    private List<Scored> byCode(String digits) throws IOException {
        List<Scored> hits = new ArrayList<>();
        Hypothesis hypothesis = new Hypothesis(List.of(), TypedName.of(digits), Optional.empty(), false, "", 1);
        for (ScoreDoc hit : top(new CandidateQueries(request, true).coded(digits), CANDIDATES)) {
            Candidate candidate = candidate(hit.doc);
            hits.add(new Scored(
                    candidate,
                    0.7 + 0.3 * candidate.row().prior(),
                    1,
                    hypothesis,
                    0,
                    NameMatch.CODE,
                    "代码以 " + digits + " 开头"));
        }
        hits.sort(Comparator.comparingDouble(Scored::score).reversed());
        return hits.subList(0, Math.min(hits.size(), request.limit()));
    }

    private void gather(boolean onlyBeginnings) throws IOException {
        for (Hypothesis hypothesis : parsed.hypotheses()) {
            CandidateQueries queries = new CandidateQueries(request, !hypothesis.wantsPlate());
            if (hypothesis.narrowest().isPresent()) {
                collect(queries.named(hypothesis, onlyBeginnings, true));
                doors(hypothesis);
                if (beyondDoubt()) {
                    return;
                }
            }
            collect(queries.named(hypothesis, onlyBeginnings, false));
            doors(hypothesis);
            if (beyondDoubt()) {
                return;
            }
        }
    }

    /** Looks for the door on the likeliest streets found so far. */
    private void doors(Hypothesis hypothesis) throws IOException {
        if (!hypothesis.wantsPlate()) {
            return;
        }
        List<CandidateQueries.Street> streets = found.values().stream()
                .filter(scored -> scored.candidate().row().kind() != SearchKind.DOOR_PLATE)
                .filter(scored -> scored.score() > LIKELY_STREET)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(STREETS)
                .map(scored -> new CandidateQueries.Street(
                        scored.candidate().row().names().getFirst().key(),
                        scored.candidate().town()))
                .distinct()
                .toList();
        collect(new CandidateQueries(request, true).doors(hypothesis, streets));
    }

    private void collect(Query query) throws IOException {
        for (ScoreDoc hit : top(query, CANDIDATES)) {
            if (!found.containsKey(hit.doc)) {
                found.put(hit.doc, ranking.score(candidate(hit.doc), parsed.hypotheses()));
            }
        }
    }

    private boolean beyondDoubt() {
        return found.values().stream().anyMatch(scored -> scored.certainty() >= BEYOND_DOUBT);
    }

    private List<Scored> best() {
        return found.values().stream()
                .filter(scored -> scored.score() >= WORTH_SHOWING)
                .filter(scored -> request.kinds().isEmpty()
                        || request.kinds().contains(scored.candidate().row().kind()))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.candidate().row().division())
                        .thenComparing(scored -> scored.candidate().document()))
                .limit(request.limit())
                .toList();
    }

    private ScoreDoc[] top(Query query, int count) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(count, null, 1)).scoreDocs;
    }

    private Candidate candidate(int document) throws IOException {
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

    StoredAnswer answer(Scored scored) throws IOException {
        Document document = searcher.storedFields().document(scored.candidate().document(), Set.of(IndexField.ANSWER));
        BytesRef bytes = document.getBinaryValue(IndexField.ANSWER);
        return StoredAnswer.decode(bytes.bytes, bytes.offset, bytes.length);
    }
}
