package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Glyphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places along a line, letter by letter. On steep lines Chinese letters stand upright one below the other, as signs along such
 * streets do; Latin letters and digits keep to the line.
 */
final class AlongLine {

    /** Steeper than this a line is read downwards; letters then lean no further from upright than this. */
    private static final double STEEP = Math.toRadians(45);

    private static final double SHARPEST_BEND = Math.toRadians(27);
    private static final int PLACES = 24;

    /** A name may be longer than its line by so much, the rest running straight on. */
    private static final double LONGEST_OVER = 1.7;

    private static final double WIDE = 0.4;

    private final NameToPlace name;
    private final FontStyle font;
    private final double gap;
    private final List<String> pieces;
    private final double length;

    private AlongLine(NameToPlace name) {
        this.name = name;
        this.font = name.style().font();
        this.gap = name.style().gap();
        this.pieces = pieces(name.text());
        double sum = 0;
        for (String piece : pieces) {
            sum += font.width(piece);
        }
        this.length = sum + gap * (pieces.size() - 1);
    }

    static List<Candidate> of(NameToPlace name) {
        AlongLine along = new AlongLine(name);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < name.anchor().getNumGeometries(); i++) {
            along.on(new Course(name.anchor().getGeometryN(i).getCoordinates()), all);
        }
        return all;
    }

    /** Chinese letters alone; Latin letters and digits in runs. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x2E80) {
                run.appendCodePoint(c);
                return;
            }
            if (!run.isEmpty()) {
                pieces.add(run.toString());
                run.setLength(0);
            }
            pieces.add(Character.toString(c));
        });
        if (!run.isEmpty()) {
            pieces.add(run.toString());
        }
        return pieces;
    }

    private void on(Course course, List<Candidate> all) {
        double over = length - course.length();
        if (length > course.length() * LONGEST_OVER) {
            return;
        }
        double first = over > 0 ? -over / 2 : 0;
        double range = over > 0 ? 0 : -over;
        double penalty = over > 0 ? 0.5 * over / length : 0;
        int places = range < 0.5 ? 1 : (int) Math.min(PLACES, Math.max(5, range / 2.5));
        // on a wide road the name stands in it; beside a narrow one, so that the line is not hidden
        boolean wide = name.clearance() >= WIDE;
        double aside = font.em() * 0.5 + 0.2 + name.clearance();
        for (int i = 0; i < places; i++) {
            double from = places == 1 ? first + range / 2 : first + range * i / (places - 1);
            double offCentre = places == 1 ? 0 : 0.3 * Math.abs(2.0 * i / (places - 1) - 1);
            at(course, from, 0, penalty + offCentre + (wide ? 0 : 0.5), all);
            at(course, from, -aside, penalty + offCentre + (wide ? 1.2 : 0), all);
            at(course, from, aside, penalty + offCentre + (wide ? 1.3 : 0.08), all);
        }
    }

    private void at(Course course, double from, double aside, double cost, List<Candidate> all) {
        double[] start = course.at(from);
        double[] end = course.at(from + length);
        double chord = Math.atan2(end[1] - start[1], end[0] - start[0]);
        boolean steep = Math.abs(Math.abs(chord) - Math.PI / 2) < Math.PI / 2 - STEEP;
        boolean reversed = steep ? end[1] < start[1] : end[0] < start[0];
        written(course, from, reversed, steep, aside, cost).ifPresent(all::add);
    }

    private Optional<Candidate> written(
            Course course, double from, boolean reversed, boolean steep, double aside, double cost) {
        List<Glyphs> parts = new ArrayList<>();
        List<Turned> room = new ArrayList<>();
        double done = 0;
        double bends = 0;
        double last = Double.NaN;
        for (String piece : pieces) {
            double width = font.width(piece);
            double a = reversed ? from + length - done : from + done;
            double b = reversed ? a - width : a + width;
            double[] p = course.at(a);
            double[] q = course.at(b);
            double angle = Math.atan2(q[1] - p[1], q[0] - p[0]);
            double bend = Double.isNaN(last) ? 0 : Math.abs(wrapped(angle - last));
            if (bend > SHARPEST_BEND) {
                return Optional.empty();
            }
            bends += bend;
            last = angle;
            boolean upright = steep && piece.codePointAt(0) >= 0x2E80;
            double turn = upright ? wrapped(angle - Math.PI / 2) : angle;
            if (Math.abs(turn) > STEEP + 0.02 && (upright || !steep)) {
                return Optional.empty();
            }
            double x = (p[0] + q[0]) / 2 - aside * Math.sin(angle);
            double y = (p[1] + q[1]) / 2 + aside * Math.cos(angle);
            Candidate glyph = Blocks.turned(font, piece, x, y, turn, 0);
            parts.addAll(glyph.parts());
            room.addAll(glyph.room());
            done += width + gap;
        }
        return Optional.of(new Candidate(cost + 0.6 * bends, parts, room));
    }

    private static double wrapped(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    /** A line by its length; beyond its ends it runs straight on. */
    private static final class Course {
        private final Coordinate[] points;
        private final double[] lengths;

        Course(Coordinate[] points) {
            this.points = points;
            this.lengths = new double[points.length];
            for (int i = 1; i < points.length; i++) {
                lengths[i] = lengths[i - 1] + points[i].distance(points[i - 1]);
            }
        }

        double length() {
            return lengths[lengths.length - 1];
        }

        double[] at(double s) {
            int i = Arrays.binarySearch(lengths, s);
            i = Math.clamp(i < 0 ? -i - 1 : i, 1, points.length - 1);
            while (i < points.length - 1 && lengths[i] == lengths[i - 1]) {
                i++;
            }
            double span = lengths[i] - lengths[i - 1];
            double share = span == 0 ? 0 : (s - lengths[i - 1]) / span;
            return new double[] {
                points[i - 1].x + share * (points[i].x - points[i - 1].x),
                points[i - 1].y + share * (points[i].y - points[i - 1].y)
            };
        }
    }
}
