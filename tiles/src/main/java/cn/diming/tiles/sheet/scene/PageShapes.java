package cn.diming.tiles.sheet.scene;

import cn.diming.core.geo.Geometries;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;

/** Geometry made fit for the page: cut to a box, without detail that no printer shows, as paths. All in page mm. */
public final class PageShapes {

    /** Less than half of the thinnest line. */
    private static final double DETAIL = 0.04;

    private static final double SMALLEST_AREA = 0.02;

    /** Polygons cut to a box; parts too small to see are left out. */
    public static Optional<Geometry> areas(Geometry geometry, Envelope box) {
        RingClipper clipper = new RingClipper(box);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon
                    && polygon.getEnvelopeInternal().intersects(box)) {
                clipped(polygon, clipper).ifPresent(parts::add);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Geometries.FACTORY.buildGeometry(parts));
    }

    private static Optional<Polygon> clipped(Polygon polygon, RingClipper clipper) {
        Optional<LinearRing> shell = ring(polygon.getExteriorRing(), clipper);
        if (shell.isEmpty()) {
            return Optional.empty();
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i), clipper).ifPresent(holes::add);
        }
        Polygon whole = Geometries.FACTORY.createPolygon(shell.get(), holes.toArray(new LinearRing[0]));
        return whole.getArea() < SMALLEST_AREA ? Optional.empty() : Optional.of(whole);
    }

    private static Optional<LinearRing> ring(LineString ring, RingClipper clipper) {
        Coordinate[] points = thinned(clipper.clip(ring.getCoordinates()));
        return points.length < 4 ? Optional.empty() : Optional.of(Geometries.FACTORY.createLinearRing(points));
    }

    /** Lines as far as they are near a box. */
    public static Optional<Geometry> lines(Geometry geometry, Envelope box) {
        List<LineString> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof LineString line
                    && line.getEnvelopeInternal().intersects(box)) {
                for (Coordinate[] part : new LineLimiter(box).limit(line.getCoordinates())) {
                    Coordinate[] points = thinned(part);
                    if (points.length >= 2) {
                        parts.add(Geometries.FACTORY.createLineString(points));
                    }
                }
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Geometries.FACTORY.buildGeometry(parts));
    }

    /** Douglas–Peucker without recursion: a coast of a million points must not end in a stack overflow. */
    static Coordinate[] thinned(Coordinate[] points) {
        if (points.length < 3) {
            return points;
        }
        boolean[] kept = new boolean[points.length];
        kept[0] = true;
        kept[points.length - 1] = true;
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, points.length - 1}));
        while (!open.isEmpty()) {
            int[] span = open.removeLast();
            int worst = -1;
            double far = DETAIL * DETAIL;
            for (int i = span[0] + 1; i < span[1]; i++) {
                double distance = squared(points[i], points[span[0]], points[span[1]]);
                if (distance > far) {
                    far = distance;
                    worst = i;
                }
            }
            if (worst > 0) {
                kept[worst] = true;
                open.add(new int[] {span[0], worst});
                open.add(new int[] {worst, span[1]});
            }
        }
        List<Coordinate> thin = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (kept[i]) {
                thin.add(points[i]);
            }
        }
        return thin.toArray(new Coordinate[0]);
    }

    private static double squared(Coordinate p, Coordinate a, Coordinate b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
        double ex = p.x - a.x - share * dx;
        double ey = p.y - a.y - share * dy;
        return ex * ex + ey * ey;
    }

    /** The path of lines or polygons. */
    public static Path2D path(Geometry geometry) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        add(geometry, path);
        return path;
    }

    static void add(Geometry geometry, Path2D path) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case Polygon polygon -> {
                    add(polygon.getExteriorRing().getCoordinates(), true, path);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        add(polygon.getInteriorRingN(hole).getCoordinates(), true, path);
                    }
                }
                case LineString line -> add(line.getCoordinates(), line.isClosed(), path);
                default -> {
                    // points have no path
                }
            }
        }
    }

    private static void add(Coordinate[] points, boolean closed, Path2D path) {
        int end = closed ? points.length - 1 : points.length;
        for (int i = 0; i < end; i++) {
            if (i == 0) {
                path.moveTo(points[i].x, points[i].y);
            } else {
                path.lineTo(points[i].x, points[i].y);
            }
        }
        if (closed) {
            path.closePath();
        }
    }

    private PageShapes() {}
}
