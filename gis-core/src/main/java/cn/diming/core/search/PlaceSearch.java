package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers what people type and where they stand. Nothing anybody types makes it fail; it may find nothing. */
public final class PlaceSearch {

    private static final int MORE_FOR_GROUPING = 2;

    private final SearchIndex index;
    private final DivisionTree divisions;
    private final QueryParser parser;
    private final ReverseSearch reverse;
    private final CrossingSearch crossings;

    public PlaceSearch(SearchIndex index, RecordStore store, DivisionTree divisions) {
        this.index = index;
        this.divisions = divisions;
        this.parser = new QueryParser(new DivisionNames(divisions), new VillageNames(index));
        this.reverse = new ReverseSearch(index, store, divisions);
        this.crossings = new CrossingSearch(store, this::search);
    }

    /** What the whole text may mean, best first. */
    public List<SearchHit> search(SearchRequest request) {
        return answer(request).hits();
    }

    /** As {@link #search}, and how the text was understood. */
    public SearchAnswer answer(SearchRequest request) {
        ParsedQuery parsed = parser.parse(request.text(), false);
        Optional<SearchHit> crossing =
                Crossing.of(parsed.words().text()).flatMap(meet -> crossings.find(meet, request));
        SearchAnswer answer = run(request, parsed, false);
        return crossing.map(hit -> answer.before(hit, request.limit())).orElse(answer);
    }

    /** What the text may be the beginning of, best first and each place once; fast enough to be asked on every key. */
    public List<SearchHit> suggest(SearchRequest request) {
        SearchRequest more = new SearchRequest(
                request.text(),
                request.bias(),
                request.filter(),
                request.limit() * MORE_FOR_GROUPING,
                request.explain());
        return grouped(run(more, parser.parse(request.text(), true), true).hits()).stream()
                .limit(request.limit())
                .toList();
    }

    /**
     * What is at a point and close to it.
     *
     * @param radiusMetres how far to look, at most 20,000
     * @param filter kinds, levels, classes, statuses and division; its box and area are not looked at
     * @param limit how many nearby records
     */
    public ReverseAnswer reverse(LonLat point, double radiusMetres, SearchFilter filter, int limit) {
        return reverse.at(point, radiusMetres, filter, limit);
    }

    /** As above, with a filter of kinds alone. */
    public ReverseAnswer reverse(LonLat point, double radiusMetres, Set<SearchKind> kinds, int limit) {
        return reverse(point, radiusMetres, SearchFilter.NONE.only(kinds), limit);
    }

    /**
     * Everything of a sort around a point, nearest first.
     *
     * @param offset how many of the nearest to leave out: for the next page
     */
    public HitPage nearby(LonLat point, double radiusMetres, SearchFilter filter, int offset, int limit) {
        return new NearbySearch(index, divisions).around(point, radiusMetres, filter, offset, limit);
    }

    /** The records with these numbers, as answers; unknown numbers are left out. */
    public List<SearchHit> lookUp(List<Long> ids) {
        return index.read(searcher -> new Lookup(searcher, divisions).byId(ids));
    }

    /** The records with these codes or source keys, as answers. */
    public List<SearchHit> lookUpCodes(List<String> codes) {
        return index.read(searcher -> new Lookup(searcher, divisions).byCode(codes));
    }

    /** Everything that is called exactly so, also formerly, in the order of its divisions. */
    public HitPage named(String name, SearchFilter filter, int offset, int limit) {
        return index.read(searcher -> new Lookup(searcher, divisions).named(name, filter, offset, limit));
    }

    /** How often names occur, written or sounding the same. */
    public NameCounts counts() {
        return new NameCounts(index, divisions);
    }

    /** Another number after every change that can be found. */
    public long generation() {
        return index.generation() * 31 + divisions.generation();
    }

    /** Reads what the first query would otherwise wait for: tables of sounds, code that is compiled on use. */
    public void warmUp() {
        for (String text : List.of("人民路12号", "renminlu", "rml", "中心村", "zhongxin")) {
            search(SearchRequest.of(text, 5).near(new LonLat(113, 23)));
            suggest(SearchRequest.of(text, 5));
        }
    }

    private SearchAnswer run(SearchRequest request, ParsedQuery parsed, boolean typing) {
        if (parsed.isEmpty()) {
            return new SearchAnswer(List.of(), parsed.words().ignored(), List.of());
        }
        return index.read(searcher -> {
            TextSearch search = new TextSearch(searcher, request, parsed, typing);
            List<Scored> ranked = search.run();
            List<SearchHit> hits = new HitMaker(request, search, parsed.words(), divisions).hits(ranked);
            return new SearchAnswer(hits, parsed.words().ignored(), request.explain() ? search.steps() : List.of());
        });
    }

    /** What is called alike and lies in the same town is one place to the person: 大石街道 and the place 大石 in it are not. */
    private static List<SearchHit> grouped(List<SearchHit> hits) {
        Map<String, SearchHit> places = new LinkedHashMap<>();
        for (SearchHit hit : hits) {
            String town = hit.divisionCode()
                    .map(code -> code.substring(0, Math.min(9, code.length())))
                    .orElse("");
            places.putIfAbsent(hit.name() + '|' + town, hit);
        }
        return new ArrayList<>(places.values());
    }
}
