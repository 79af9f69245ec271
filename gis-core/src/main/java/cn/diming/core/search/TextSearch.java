package cn.diming.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** One query on one state of the index: gather candidates for each hypothesis, rank them, stop when one is beyond doubt. */
final class TextSearch {

    private static final int CANDIDATES = 60;
    private static final int STREETS = 8;
    private static final int DOORS_OF_A_STREET = 1000;
    private static final int LENIENT_HYPOTHESES = 3;
    private static final double BEYOND_DOUBT = 0.93;
    private static final double PROBABLE = 0.6;
    private static final double LIKELY_STREET = 0.2;
    private static final double LITTLE = 0.55;
    private static final int TOWN = 4;
    private static final int NAMES_OF_A_TOWN = 400;
    private static final double WORTH_SHOWING = 0.12;
    private static final double WORTH_SHOWING_BESIDE = 0.3;

    private final IndexSearcher searcher;
    private final CandidateReader reader;
    private final SearchRequest request;
    private final ParsedQuery parsed;
    private final Ranking ranking;
    private final boolean onlyBeginnings;
    private final Map<Integer, Scored> found = new HashMap<>();
    private final List<String> steps = new ArrayList<>();

    /** @param onlyBeginnings whether names must begin as typed; resemblances are looked for only when nothing does */
    TextSearch(IndexSearcher searcher, SearchRequest request, ParsedQuery parsed, boolean onlyBeginnings)
            throws IOException {
        this.searcher = searcher;
        this.reader = new CandidateReader(searcher);
        this.request = request;
        this.parsed = parsed;
        this.onlyBeginnings = onlyBeginnings;
        this.ranking = new Ranking(request, onlyBeginnings && parsed.isShort());
    }

    /** What may be meant, best first. */
    List<Scored> run() throws IOException {
        if (parsed.code().isPresent()) {
            return byCode(parsed.code().get());
        }
        gather();
        return best();
    }

    boolean isTyping() {
        return onlyBeginnings;
    }

    /** What was done, in Chinese, for people who ask why. */
    List<String> steps() {
        return steps;
    }

    private List<Scored> byCode(String digits) throws IOException {
        List<Scored> hits = new ArrayList<>();
        Hypothesis hypothesis = new Hypothesis(List.of(), TypedName.of(digits), Optional.empty(), false, "", 1);
        for (ScoreDoc hit : top(new CandidateQueries(request, false).coded(digits), CANDIDATES)) {
            Candidate candidate = candidate(hit.doc);
            hits.add(new Scored(
                    candidate,
                    0.7 + 0.3 * candidate.row().prior(),
                    1,
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
    private void gather() throws IOException {
        for (Hypothesis hypothesis : parsed.hypotheses()) {
            collect("照写法", hypothesis, queries(hypothesis).begun(hypothesis));
            doors(hypothesis);
        }
        if (onlyBeginnings && parsed.isShort()) {
            Hypothesis likeliest = parsed.hypotheses().getFirst();
            collect("区划", likeliest, queries(likeliest).begunDivisions(likeliest));
        }
        boolean enough = found.size() >= request.limit() || !parsed.isLatin();
        if (enough && certainty() >= (onlyBeginnings ? PROBABLE : BEYOND_DOUBT)) {
            return;
        }
        for (Hypothesis hypothesis : parsed.hypotheses()
                .subList(0, Math.min(LENIENT_HYPOTHESES, parsed.hypotheses().size()))) {
            if (hypothesis.narrowest().isPresent()) {
                collect("区划内相近", hypothesis, queries(hypothesis).resembling(hypothesis, true));
                doors(hypothesis);
            }
            if (!enough || certainty() < PROBABLE) {
                collect("各处相近", hypothesis, queries(hypothesis).resembling(hypothesis, false));
                doors(hypothesis);
            }
            if (certainty() >= PROBABLE) {
                return;
            }
        }
        if (certainty() < LITTLE && !onlyBeginnings) {
            townByTown();
        }
    }

    /** Compares with all names of the town that the likeliest hypothesis speaks of. */
    private void townByTown() throws IOException {
        for (Hypothesis hypothesis : parsed.hypotheses()) {
            Optional<Mention> town = hypothesis
                    .narrowest()
                    .filter(mention ->
                            mention.level() >= TOWN && mention.prefixes().size() == 1);
            if (town.isPresent()) {
                collect("乡镇内逐一比较", hypothesis, queries(hypothesis).inTown(town.get()), NAMES_OF_A_TOWN);
                doors(hypothesis);
                return;
            }
        }
    }

    private boolean leadsToDoors(Hypothesis hypothesis) {
        return hypothesis.wantsPlate() || request.filter().onlyDoors();
    }

    private CandidateQueries queries(Hypothesis hypothesis) {
        return new CandidateQueries(request, leadsToDoors(hypothesis));
    }

    /** Looks for the door on the likeliest streets found so far; it is known by all names of its street. */
    private void doors(Hypothesis hypothesis) throws IOException {
        if (!leadsToDoors(hypothesis)) {
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
        Query query = new CandidateQueries(request, false).doors(hypothesis, List.copyOf(streets.keySet()));
        for (ScoreDoc hit : inOrder(top(query, CANDIDATES))) {
            Candidate door = candidate(hit.doc);
            String street = door.row().names().getFirst().key();
            List<RankRow.Name> names = streets.get(new CandidateQueries.Street(street, door.town()));
            consider(names == null ? door : door.called(names));
        }
    }

    private void consider(Candidate candidate) {
        found.computeIfAbsent(candidate.document(), d -> ranking.score(candidate, parsed.hypotheses()));
    }

    private void collect(String how, Hypothesis hypothesis, Query query) throws IOException {
        collect(how, hypothesis, query, CANDIDATES);
    }

    private void collect(String how, Hypothesis hypothesis, Query query, int most) throws IOException {
        ScoreDoc[] hits = top(query, most);
        for (ScoreDoc hit : inOrder(hits)) {
            if (!found.containsKey(hit.doc)) {
                consider(candidate(hit.doc));
            }
        }
        if (request.explain()) {
            steps.add(String.format(
                    Locale.ROOT, "%s %s：取出 %d 条，至此最像者 %.2f", how, hypothesis.describe(), hits.length, certainty()));
        }
    }

    /** Doors of a street, by which the place of one that is not registered can be told. */
    List<Candidate> doorsOf(Candidate street) throws IOException {
        CandidateQueries.Street wanted =
                new CandidateQueries.Street(street.row().names().getFirst().key(), street.town());
        List<Candidate> doors = new ArrayList<>();
        for (ScoreDoc hit : top(CandidateQueries.doorsOf(wanted), DOORS_OF_A_STREET)) {
            doors.add(candidate(hit.doc));
        }
        return doors;
    }

    private double certainty() {
        return found.values().stream().mapToDouble(Scored::certainty).max().orElse(0);
    }

    private List<Scored> best() {
        double least = Math.max(WORTH_SHOWING, certainty() * WORTH_SHOWING_BESIDE);
        return found.values().stream()
                .filter(scored -> scored.score() >= least)
                .filter(scored -> request.filter().admits(scored.candidate().row()))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.candidate().row().division())
                        .thenComparing(scored -> scored.candidate().document()))
                .limit(request.limit())
                .toList();
    }

    /** In the order in which the index keeps them, for they are ranked anew. */
    private static ScoreDoc[] inOrder(ScoreDoc[] hits) {
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        return hits;
    }

    private ScoreDoc[] top(Query query, int count) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(count, null, 1)).scoreDocs;
    }

    private Candidate candidate(int document) throws IOException {
        return reader.read(document);
    }

    StoredAnswer answer(Scored scored) throws IOException {
        return reader.answer(scored.candidate().document());
    }
}
