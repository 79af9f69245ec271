package cn.diming.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final int LENIENT_HYPOTHESES = 3;
    private static final double BEYOND_DOUBT = 0.93;
    private static final double PROBABLE = 0.6;
    private static final double LIKELY_STREET = 0.2;
    private static final double WORTH_SHOWING = 0.12;
    private static final double WORTH_SHOWING_BESIDE = 0.3;

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
        return best();
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

    /** Names as typed first, for every hypothesis; resemblances, which cost more, only when none of them is it. */
    private void gather(boolean onlyBeginnings) throws IOException {
        for (Hypothesis hypothesis : parsed.hypotheses()) {
            collect(queries(hypothesis).begun(hypothesis));
            doors(hypothesis);
        }
        boolean enough = found.size() >= request.limit() || !parsed.isLatin();
        if (enough && certainty() >= (onlyBeginnings ? PROBABLE : BEYOND_DOUBT)) {
            return;
        }
        for (Hypothesis hypothesis : parsed.hypotheses()
                .subList(0, Math.min(LENIENT_HYPOTHESES, parsed.hypotheses().size()))) {
            if (hypothesis.narrowest().isPresent()) {
                collect(queries(hypothesis).resembling(hypothesis, true));
                doors(hypothesis);
            }
            if (!enough || certainty() < PROBABLE) {
                collect(queries(hypothesis).resembling(hypothesis, false));
                doors(hypothesis);
            }
            if (certainty() >= PROBABLE) {
                return;
            }
        }
    }

    private CandidateQueries queries(Hypothesis hypothesis) {
        return new CandidateQueries(request, !hypothesis.wantsPlate());
    }

    /** Looks for the door on the likeliest streets found so far; it is known by all names of its street. */
    private void doors(Hypothesis hypothesis) throws IOException {
        if (!hypothesis.wantsPlate()) {
            return;
        }
        Map<CandidateQueries.Street, List<RankRow.Name>> streets = new LinkedHashMap<>();
        found.values().stream()
                .filter(scored -> scored.candidate().row().kind() != SearchKind.DOOR_PLATE)
                .filter(scored -> scored.score() > LIKELY_STREET)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(STREETS)
                .map(Scored::candidate)
                .forEach(street -> streets.putIfAbsent(
                        new CandidateQueries.Street(
                                street.row().names().getFirst().key(), street.town()),
                        street.row().names()));
        Query query = new CandidateQueries(request, true).doors(hypothesis, List.copyOf(streets.keySet()));
        for (ScoreDoc hit : top(query, CANDIDATES)) {
            Candidate door = candidate(hit.doc);
            String street = door.row().names().getFirst().key();
            List<RankRow.Name> names = streets.get(new CandidateQueries.Street(street, door.town()));
            consider(names == null ? door : door.called(names));
        }
    }

    private void consider(Candidate candidate) {
        found.computeIfAbsent(candidate.document(), d -> ranking.score(candidate, parsed.hypotheses()));
    }

    private void collect(Query query) throws IOException {
        for (ScoreDoc hit : top(query, CANDIDATES)) {
            if (!found.containsKey(hit.doc)) {
                consider(candidate(hit.doc));
            }
        }
    }

    private double certainty() {
        return found.values().stream().mapToDouble(Scored::certainty).max().orElse(0);
    }

    private List<Scored> best() {
        double least = Math.max(WORTH_SHOWING, certainty() * WORTH_SHOWING_BESIDE);
        return found.values().stream()
                .filter(scored -> scored.score() >= least)
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
