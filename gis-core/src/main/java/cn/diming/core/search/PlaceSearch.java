package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.TypedName.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Answers what people type and where they stand. Nothing anybody types makes it fail; it may find nothing. */
public final class PlaceSearch {

    private final SearchIndex index;
    private final DivisionTree divisions;
    private final QueryParser parser;
    private final ReverseSearch reverse;

    public PlaceSearch(SearchIndex index, RecordStore store, DivisionTree divisions) {
        this.index = index;
        this.divisions = divisions;
        this.parser = new QueryParser(new DivisionNames(divisions));
        this.reverse = new ReverseSearch(store, divisions);
    }

    /** What the whole text may mean, best first. */
    public List<SearchHit> search(SearchRequest request) {
        return run(request, false);
    }

    /** What the text may be the beginning of, best first; fast enough to be asked on every key. */
    public List<SearchHit> suggest(SearchRequest request) {
        return run(request, true);
    }

    /**
     * What is at a point and close to it.
     *
     * @param radiusMetres how far to look, at most 10,000
     * @param kinds only these; empty = all
     * @param limit how many nearby records
     */
    public ReverseAnswer reverse(LonLat point, double radiusMetres, Set<SearchKind> kinds, int limit) {
        return reverse.at(point, radiusMetres, kinds, limit);
    }

    private List<SearchHit> run(SearchRequest request, boolean typing) {
        ParsedQuery parsed = parser.parse(request.text(), typing);
        if (parsed.hypotheses().isEmpty() && parsed.code().isEmpty()) {
            return List.of();
        }
        return index.read(searcher -> {
            TextSearch search = new TextSearch(searcher, request, parsed);
            List<SearchHit> hits = new ArrayList<>();
            for (Scored scored : search.run(typing)) {
                hits.add(hit(scored, search.answer(scored), request));
            }
            return hits;
        });
    }

    private SearchHit hit(Scored scored, StoredAnswer answer, SearchRequest request) {
        RankRow row = scored.candidate().row();
        String name = answer.names().getFirst();
        return new SearchHit(
                answer.id(),
                row.kind(),
                name,
                answer.names().get(Math.min(scored.name(), answer.names().size() - 1)),
                matchKind(scored),
                Optional.ofNullable(answer.romanised()),
                Optional.ofNullable(answer.divisionCode())
                        .map(divisions::address)
                        .orElse(""),
                Optional.ofNullable(answer.classCode()),
                Optional.ofNullable(answer.divisionCode()),
                Optional.ofNullable(answer.code()),
                Optional.ofNullable(answer.sourceKey()),
                answer.lon(),
                answer.lat(),
                answer.bbox(),
                scored.score(),
                request.near()
                        .map(point -> OptionalDouble.of(scored.candidate().metresFrom(point)))
                        .orElse(OptionalDouble.empty()),
                Highlights.of(scored.hypothesis(), name),
                request.explain() ? Optional.of(scored.trace()) : Optional.empty());
    }

    private static MatchKind matchKind(Scored scored) {
        if (scored.match() == NameMatch.CODE) {
            return MatchKind.CODE;
        }
        Script script = scored.match().script();
        return switch (script) {
            case HAN -> scored.candidate().row().names().get(scored.name()).kind();
            case PINYIN -> MatchKind.PINYIN;
            case INITIALS -> MatchKind.INITIALS;
        };
    }
}
