package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;

/** Looks around a point in the index. */
final class NearbySearch {

    static final double MOST_METRES = 50_000;
    /** At sea no division is near. */
    private static final double FARTHEST_SEAT_METRES = 200_000;

    private static final double FIRST_SEAT_METRES = 2000;
    private static final double STEP = 2.5;
    /** Corners of a box with half sides of a metre are surely nearer than this, whatever the latitude stretches. */
    private static final double CORNER = 1.6;

    /** Whoever pages further asks for something else than what is near. */
    static final int MOST_ITEMS = 5000;

    private final SearchIndex index;
    private final DivisionTree divisions;

    NearbySearch(SearchIndex index, DivisionTree divisions) {
        this.index = index;
        this.divisions = divisions;
    }

    HitPage around(LonLat point, double radiusMetres, SearchFilter filter, int offset, int limit) {
        double radius = Math.clamp(radiusMetres, 1, MOST_METRES);
        int from = Math.clamp(offset, 0, MOST_ITEMS);
        int to = Math.min(MOST_ITEMS, from + Math.clamp(limit, 1, SearchRequest.MOST));
        List<Query> parts = new ArrayList<>(FilterQueries.of(filter, false));
        parts.add(LatLonPoint.newDistanceQuery(IndexField.POSITION, point.lat(), point.lon(), radius));
        return index.read(searcher -> page(searcher, all(parts), point, from, to));
    }

    /** The code of the division whose seat is nearest; empty where none is known. */
    Optional<String> nearestDivision(LonLat point) {
        SearchFilter seats = SearchFilter.NONE.only(Set.of(SearchKind.DIVISION));
        double reach = reach(point, FIRST_SEAT_METRES, FARTHEST_SEAT_METRES, seats, 1);
        return index.read(searcher -> page(searcher, inBox(point, reach, seats), point, 0, 1)).items().stream()
                .filter(seat -> seat.distanceMetres().orElse(0) < FARTHEST_SEAT_METRES)
                .findFirst()
                .flatMap(SearchHit::divisionCode);
    }

    /**
     * How far one has to look for so many of a sort, in steps: counting those in a box costs little, measuring what is far away
     * much.
     *
     * @param first the shortest answer, in metres
     * @param farthest the longest, given also where there are too few
     */
    double reach(LonLat point, double first, double farthest, SearchFilter filter, int wanted) {
        return index.read(searcher -> {
            double reach = Math.min(first, farthest);
            while (reach < farthest && searcher.count(inBox(point, reach / CORNER, filter)) < wanted) {
                reach = Math.min(farthest, reach * STEP);
            }
            return reach;
        });
    }

    private static Query inBox(LonLat point, double metres, SearchFilter filter) {
        return all(FilterQueries.of(filter.within(Bbox.around(point, metres)), false));
    }

    private static Query all(List<Query> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, Occur.FILTER));
        return query.build();
    }

    private HitPage page(IndexSearcher searcher, Query query, LonLat point, int from, int to) throws IOException {
        int total = searcher.count(query);
        if (from >= Math.min(total, to)) {
            return new HitPage(List.of(), total, OptionalInt.empty());
        }
        SortField byDistance = LatLonDocValuesField.newDistanceSort(IndexField.POSITION, point.lat(), point.lon());
        TopFieldDocs found = searcher.search(query, to, new Sort(byDistance, SortField.FIELD_DOC));
        Lookup lookup = new Lookup(searcher, divisions);
        List<SearchHit> items = new ArrayList<>();
        for (int i = from; i < found.scoreDocs.length; i++) {
            FieldDoc doc = (FieldDoc) found.scoreDocs[i];
            items.add(lookup.hit(doc.doc, OptionalDouble.of((Double) doc.fields[0])));
        }
        boolean more = to < Math.min(total, MOST_ITEMS);
        return new HitPage(items, total, more ? OptionalInt.of(to) : OptionalInt.empty());
    }
}
