package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;

/** Looks around a point in the index. */
final class NearbySearch {

    static final double MOST_METRES = 50_000;
    /** At sea no division is near. */
    private static final double FARTHEST_SEAT_METRES = 200_000;
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
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(LatLonPoint.newDistanceQuery(IndexField.POSITION, point.lat(), point.lon(), radius), Occur.FILTER);
        FilterQueries.of(filter, false).forEach(part -> query.add(part, Occur.FILTER));
        query.add(new MatchAllDocsQuery(), Occur.MUST);
        return index.read(searcher -> page(searcher, query.build(), point, from, to));
    }

    /** The code of the division whose seat is nearest; empty where none is known. */
    Optional<String> nearestDivision(LonLat point) {
        Query divisionsOnly = FilterQueries.anyOf(IndexField.KIND, List.of(SearchKind.DIVISION.name()));
        return index.read(searcher -> page(searcher, divisionsOnly, point, 0, 1)).items().stream()
                .filter(seat -> seat.distanceMetres().orElse(0) < FARTHEST_SEAT_METRES)
                .findFirst()
                .flatMap(SearchHit::divisionCode);
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
