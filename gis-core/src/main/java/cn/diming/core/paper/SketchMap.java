package cn.diming.core.paper;

import cn.diming.core.document.Image.Drawing;
import cn.diming.core.document.Mark;
import cn.diming.core.document.Mark.Letters;
import cn.diming.core.document.Mark.Path;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.font.Lettering;
import cn.diming.core.font.Typeface;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Geometries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Draws where a place lies among its neighbours (位置示意图): the place in red, the neighbours in grey with their names, north
 * arrow and scale bar. Not to survey precision: longitudes are shortened by the cosine of the latitude.
 */
final class SketchMap {

    private static final double WIDTH = 354; // points: 125 mm
    private static final double HEIGHT = 227; // 80 mm
    private static final double METRES_PER_DEGREE = 111_320;

    /** Of the place's own extent, on each side. */
    private static final double MARGIN = 0.35;

    private static final double LEAST_METRES = 300;
    private static final int RED = 0xC00000;
    private static final int INK = 0x333333;
    private static final double NAME_SIZE = 8.5;

    private final List<Mark> marks = new ArrayList<>();
    private final List<Envelope> taken = new ArrayList<>();
    private final Geometry frame;
    private final AffineTransformation toPaper;
    private final double metresPerPoint;

    /** Something nearby, or the place itself. EPSG:4490. */
    record Feature(String name, Geometry geometry) {}

    private SketchMap(Bbox shown) {
        Envelope box = shown.toEnvelope();
        double squeeze = Math.cos(Math.toRadians(box.centre().y));
        double scale = Math.min(WIDTH / (box.getWidth() * squeeze), HEIGHT / box.getHeight());
        this.metresPerPoint = METRES_PER_DEGREE / scale;
        this.toPaper = AffineTransformation.translationInstance(-box.centre().x, -box.centre().y)
                .scale(squeeze * scale, -scale)
                .translate(WIDTH / 2, HEIGHT / 2);
        this.frame = Geometries.FACTORY.toGeometry(new Envelope(0, WIDTH, 0, HEIGHT));
    }

    /** The box that a sketch of this place shows, for fetching its neighbours. */
    static Bbox extent(Geometry place) {
        Bbox box = Bbox.of(place);
        Envelope envelope = box.toEnvelope();
        double squeeze = Math.cos(Math.toRadians(envelope.centre().y));
        double wide = envelope.getWidth() * squeeze * METRES_PER_DEGREE;
        double tall = envelope.getHeight() * METRES_PER_DEGREE;
        double across = Math.max(Math.max(wide, tall * WIDTH / HEIGHT) * (1 + 2 * MARGIN), LEAST_METRES);
        double lon = across / METRES_PER_DEGREE / squeeze / 2;
        double lat = across * HEIGHT / WIDTH / METRES_PER_DEGREE / 2;
        Coordinate centre = envelope.centre();
        return new Bbox(centre.x - lon, centre.y - lat, centre.x + lon, centre.y + lat);
    }

    static Drawing draw(Feature place, List<Feature> neighbours) {
        return draw(place, List.of(), neighbours);
    }

    /** @param marks points of the place itself, named before the neighbours */
    static Drawing draw(Feature place, List<Feature> marks, List<Feature> neighbours) {
        SketchMap map = new SketchMap(extent(place.geometry()));
        map.neighbours(neighbours);
        map.place(place);
        marks.forEach(map::place);
        map.keepFree(place.geometry());
        marks.forEach(mark -> map.name(mark, NAME_SIZE, RED));
        map.name(place, 11, RED);
        map.names(neighbours);
        map.northArrow();
        map.scaleBar();
        map.marks.add(new Path(
                List.of(new double[] {0.4, 0.4, WIDTH - 0.4, 0.4, WIDTH - 0.4, HEIGHT - 0.4, 0.4, HEIGHT - 0.4}),
                true,
                Optional.empty(),
                Optional.of(Pen.of(INK, 0.8))));
        return new Drawing(WIDTH, HEIGHT, map.marks);
    }

    /** Areas below, lines above them, points on top. */
    private void neighbours(List<Feature> neighbours) {
        List<Geometry> parts = neighbours.stream()
                .flatMap(feature -> parts(feature.geometry()).stream())
                .toList();
        parts.stream()
                .filter(Polygon.class::isInstance)
                .forEach(area -> area((Polygon) area, 0xF3F3EE, Pen.of(0xB5B5AA, 0.5)));
        List<Geometry> lines =
                parts.stream().filter(LineString.class::isInstance).toList();
        lines.forEach(line -> line(line, Pen.of(0x8A8A8A, 3.6)));
        lines.forEach(line -> line(line, Pen.of(0xFFFFFF, 2.4)));
        parts.stream().filter(Point.class::isInstance).forEach(point -> dot(point.getCoordinate(), 1.8, INK));
    }

    private void place(Feature place) {
        for (Geometry part : parts(place.geometry())) {
            switch (part) {
                case Polygon area -> area(area, 0xF8D7D3, Pen.of(RED, 1.4));
                case LineString line -> line(line, Pen.of(RED, 3));
                default -> dot(part.getCoordinate(), 3.2, RED);
            }
        }
    }

    private List<Geometry> parts(Geometry geometry) {
        Geometry seen = clipped(geometry);
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < seen.getNumGeometries(); i++) {
            if (!seen.getGeometryN(i).isEmpty()) {
                parts.add(seen.getGeometryN(i));
            }
        }
        return parts;
    }

    private Geometry clipped(Geometry geometry) {
        Geometry onPaper = toPaper.transform(geometry);
        if (frame.covers(onPaper)) {
            return onPaper;
        }
        Geometry sound = onPaper.isValid() ? onPaper : onPaper.buffer(0);
        return frame.intersection(sound);
    }

    private void area(Polygon area, int fill, Pen pen) {
        List<double[]> rings = new ArrayList<>();
        rings.add(flat(area.getExteriorRing().getCoordinates()));
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
            rings.add(flat(area.getInteriorRingN(i).getCoordinates()));
        }
        marks.add(new Path(rings, true, Optional.of(fill), Optional.of(pen)));
    }

    private void line(Geometry line, Pen pen) {
        marks.add(new Path(List.of(flat(line.getCoordinates())), false, Optional.empty(), Optional.of(pen)));
    }

    private void dot(Coordinate at, double radius, int rgb) {
        double[] ring = new double[32];
        for (int i = 0; i < 16; i++) {
            ring[2 * i] = at.x + radius * Math.cos(Math.PI * i / 8);
            ring[2 * i + 1] = at.y + radius * Math.sin(Math.PI * i / 8);
        }
        marks.add(new Path(List.of(ring), true, Optional.of(rgb), Optional.empty()));
    }

    private static double[] flat(Coordinate[] coordinates) {
        double[] flat = new double[coordinates.length * 2];
        for (int i = 0; i < coordinates.length; i++) {
            flat[2 * i] = coordinates[i].x;
            flat[2 * i + 1] = coordinates[i].y;
        }
        return flat;
    }

    /** What takes most room first; a name that finds none is left out. */
    private void names(List<Feature> neighbours) {
        neighbours.stream()
                .sorted(Comparator.comparingDouble((Feature feature) -> -size(clipped(feature.geometry())))
                        .thenComparing(Feature::name))
                .forEach(feature -> name(feature, NAME_SIZE, INK));
    }

    private static double size(Geometry geometry) {
        return geometry.getEnvelopeInternal().getWidth()
                + geometry.getEnvelopeInternal().getHeight();
    }

    /** North arrow and scale bar keep their corners, and nothing is written over the place itself. */
    private void keepFree(Geometry place) {
        if (place.getDimension() < 2) {
            for (Coordinate at : Densifier.densify(clipped(place), 4).getCoordinates()) {
                taken.add(new Envelope(at.x - 2.5, at.x + 2.5, at.y - 2.5, at.y + 2.5));
            }
        }
        taken.add(new Envelope(WIDTH - 34, WIDTH, 0, 46));
        taken.add(new Envelope(0, 130, HEIGHT - 26, HEIGHT));
    }

    private void name(Feature feature, double size, int rgb) {
        Geometry seen = clipped(feature.geometry());
        if (seen.isEmpty() || feature.name().isBlank()) {
            return;
        }
        double width = Lettering.width(Typeface.HEI, feature.name()) * size;
        for (Coordinate at : spots(seen, size)) {
            Envelope box = new Envelope(at.x - width / 2, at.x + width / 2, at.y - size * 0.6, at.y + size * 0.6);
            boolean inside = new Envelope(2, WIDTH - 2, 2, HEIGHT - 2).contains(box);
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                letters(at.x - width / 2, at.y + 0.38 * size, size, feature.name(), rgb);
                return;
            }
        }
    }

    /** Where a name may stand: beside a point, along a line a little above or below it, within an area. */
    private static List<Coordinate> spots(Geometry seen, double size) {
        Coordinate middle = seen.getInteriorPoint().getCoordinate();
        List<Coordinate> spots = new ArrayList<>();
        if (seen.getDimension() == 2) {
            spots.add(middle);
        }
        double off = size * 1.15;
        List<Coordinate> anchors = new ArrayList<>(List.of(middle));
        if (seen.getDimension() == 1) {
            Coordinate[] along = seen.getCoordinates();
            anchors.add(along[along.length / 3]);
            anchors.add(along[along.length * 2 / 3]);
            for (int i = 0; i + 1 < along.length; i++) {
                anchors.add(new Coordinate((along[i].x + along[i + 1].x) / 2, (along[i].y + along[i + 1].y) / 2));
            }
        }
        for (Coordinate anchor : anchors) {
            for (double dy : new double[] {-off, off}) {
                for (double dx : new double[] {0, -2.5 * size, 2.5 * size}) {
                    spots.add(new Coordinate(anchor.x + dx, anchor.y + dy));
                }
            }
        }
        return spots;
    }

    private void letters(double x, double y, double size, String text, int rgb) {
        double at = x;
        for (Lettering.Stretch stretch : Lettering.stretches(Typeface.HEI, text)) {
            marks.add(new Letters(at, y, stretch.face(), size, stretch.text(), 0, rgb, false));
            at += Lettering.width(stretch.face(), stretch.text()) * size;
        }
    }

    private void northArrow() {
        double x = WIDTH - 18;
        marks.add(new Path(
                List.of(new double[] {x, 10, x + 6, 32, x, 27, x - 6, 32}), true, Optional.of(INK), Optional.empty()));
        letters(x - 4.5, 43, 9, "北", INK);
    }

    private void scaleBar() {
        double metres = round(70 * metresPerPoint);
        double length = metres / metresPerPoint;
        double x = 10;
        double y = HEIGHT - 9;
        Pen pen = Pen.of(INK, 1.2);
        marks.add(Mark.line(x, y, x + length, y, pen));
        marks.add(Mark.line(x, y - 3, x, y, pen));
        marks.add(Mark.line(x + length, y - 3, x + length, y, pen));
        String text = metres < 1000 ? Math.round(metres) + " 米" : trimmed(metres / 1000) + " 千米";
        letters(x + length + 5, y + 1, 8, text, INK);
    }

    /** The largest of 1, 2, 5 × 10ⁿ that is not more. */
    private static double round(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double lead = metres / power;
        return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
