package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.Polygon;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/** A filter as index queries. */
final class FilterQueries {

    /** @param onTheWay leaves out what a street need not be that only leads to its doors: kind, level and class */
    static List<Query> of(SearchFilter filter, boolean onTheWay) {
        List<Query> queries = new ArrayList<>();
        filter.box().map(FilterQueries::inBox).ifPresent(queries::add);
        filter.area().map(FilterQueries::inArea).ifPresent(queries::add);
        filter.divisionPrefix()
                .filter(prefix -> !prefix.isEmpty())
                .map(prefix -> new PrefixQuery(new Term(IndexField.WITHIN, prefix)))
                .ifPresent(queries::add);
        addAny(queries, IndexField.STATUS, filter.statuses());
        if (!onTheWay) {
            addAny(queries, IndexField.KIND, filter.kinds());
            addAny(queries, IndexField.LEVEL, filter.levels());
            if (!filter.classes().isEmpty()) {
                queries.add(classes(filter.classes()));
            }
        }
        return queries;
    }

    /** One token or another. */
    static Query anyOf(String field, Collection<String> tokens) {
        return tokens.size() == 1
                ? new TermQuery(new Term(field, tokens.iterator().next()))
                : new TermInSetQuery(field, tokens.stream().map(BytesRef::new).toList());
    }

    static Query inBox(Bbox box) {
        return LatLonPoint.newBoxQuery(IndexField.POSITION, box.minLat(), box.maxLat(), box.minLon(), box.maxLon());
    }

    private static void addAny(List<Query> queries, String field, Collection<?> values) {
        if (!values.isEmpty()) {
            queries.add(anyOf(field, values.stream().map(Object::toString).toList()));
        }
    }

    private static Query classes(Collection<String> classes) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        classes.forEach(code -> any.add(new PrefixQuery(new Term(IndexField.CLASS, code)), Occur.SHOULD));
        return any.build();
    }

    private static Query inArea(Geometry area) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            polygons.add(polygon((org.locationtech.jts.geom.Polygon) area.getGeometryN(i)));
        }
        return LatLonPoint.newPolygonQuery(IndexField.POSITION, polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(org.locationtech.jts.geom.Polygon polygon) {
        Polygon[] holes = new Polygon[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(polygon.getInteriorRingN(i));
        }
        return ring(polygon.getExteriorRing(), holes);
    }

    private static Polygon ring(LinearRing ring, Polygon... holes) {
        Coordinate[] points = ring.getCoordinates();
        double[] lats = new double[points.length];
        double[] lons = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            lats[i] = points[i].y;
            lons[i] = points[i].x;
        }
        return new Polygon(lats, lons, holes);
    }

    private FilterQueries() {}
}
