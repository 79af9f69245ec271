package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Set;

/** Answers what people type and where they stand. Nothing anybody types makes it fail; it may find nothing. */
public final class PlaceSearch {

    public PlaceSearch(SearchIndex index, RecordStore store, DivisionTree divisions) {}

    /** What the whole text may mean, best first. */
    public List<SearchHit> search(SearchRequest request) {
        return List.of();
    }

    /** What the text may be the beginning of, best first; fast enough to be asked on every key. */
    public List<SearchHit> suggest(SearchRequest request) {
        return List.of();
    }

    /**
     * What is at a point and close to it.
     *
     * @param radiusMetres how far to look, at most 10,000
     * @param kinds only these; empty = all
     * @param limit how many nearby records
     */
    public ReverseAnswer reverse(LonLat point, double radiusMetres, Set<SearchKind> kinds, int limit) {
        return new ReverseAnswer(List.of(), "", List.of(), "");
    }
}
