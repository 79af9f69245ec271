package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** The connected pieces of an area that are wide enough to be something. */
final class Pieces {

    /** Rounder shapes than this are measured by their largest circle; for long ones that takes far too long. */
    private static final double LONG = 8;
    /** Of a circle's diameter, how exactly it must be known. */
    private static final double PRECISION = 0.05;

    /** A piece in metres and how wide it is. */
    record Piece(Polygon polygon, double width) {}

    static List<Piece> wider(Geometry area, double least) {
        List<Piece> pieces = new ArrayList<>();
        for (Object found : PolygonExtracter.getPolygons(area)) {
            Polygon polygon = (Polygon) found;
            double width = width(polygon);
            if (width > least) {
                pieces.add(new Piece(polygon, width));
            } else {
                pieces.addAll(wide(polygon, least));
            }
        }
        return pieces;
    }

    /** A speck may hang on a hair that is long enough to make the whole narrow on the average: without hairs it is itself. */
    private static List<Piece> wide(Polygon polygon, double least) {
        List<Piece> pieces = new ArrayList<>();
        Geometry core = polygon.getArea() > least * least
                ? polygon.buffer(-least / 2)
                : polygon.getFactory().createPolygon();
        for (Object found : PolygonExtracter.getPolygons(core)) {
            Geometry speck = ((Polygon) found).buffer(least / 2);
            double width = speck instanceof Polygon whole ? width(whole) : 0;
            if (width > least) {
                pieces.add(new Piece((Polygon) speck, width));
            }
        }
        return pieces;
    }

    /** Of a long strip the width of the rectangle with its area and outline; else the diameter of the largest circle inside. */
    private static double width(Polygon polygon) {
        double area = polygon.getArea();
        double half = polygon.getLength() / 2;
        double roundness = half * half / (Math.PI * area); // 1 for a circle, grows with length
        if (area == 0 || roundness > LONG) {
            return area == 0 ? 0 : (half - Math.sqrt(half * half - 4 * area)) / 2;
        }
        return 2
                * MaximumInscribedCircle.getRadiusLine(polygon, PRECISION * area / half)
                        .getLength();
    }

    private Pieces() {}
}
