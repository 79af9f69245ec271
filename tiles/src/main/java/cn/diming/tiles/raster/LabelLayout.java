package cn.diming.tiles.raster;

import cn.diming.tiles.style.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes names at points and along lines, as the web map does (labels.ts): on a steep line Chinese characters stay
 * upright and run downwards, as on printed maps; on a flat one they run to the right.
 */
final class LabelLayout {
    /** Neighbouring characters on a bend may differ by this much before the name becomes hard to read. */
    private static final double SHARPEST_BEND = Math.toRadians(40);

    /** Around a bend characters may come as near as this part of their usual distance. */
    private static final double CLOSEST = 0.9;

    private static final double STEEPEST = Math.PI / 3;
    private static final double PADDING = 2;
    private static final double LINE_HEIGHT = 1.2;
    /** Longer names are broken into lines of about equal length; ems. */
    private static final double WIDEST = 10;

    private static final double[] PLACES = {0, -0.5, 0.5, -0.9, 0.9};

    private LabelLayout() {}

    static Label icon(Mark.Icon icon, double x, double y, double zoom) {
        double size = icon.size().at(zoom);
        return new Label(icon, "", x, y, size, List.of(), List.of(Box.around(x, y, size / 2 + 1, size / 2 + 1)));
    }

    /** A name at its point. */
    static Label atPoint(Mark.Text text, String words, double x, double y, double zoom) {
        double size = text.size().at(zoom);
        List<String> lines = wrapped(words);
        double width = lines.stream().mapToDouble(Glyphs::width).max().orElse(0) * size;
        double height = size * (1 + LINE_HEIGHT * (lines.size() - 1));
        double middle = y + text.below().map(below -> below * size + height / 2).orElse(0.0);
        List<Label.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double lineY = middle + (i - (lines.size() - 1) / 2.0) * LINE_HEIGHT * size;
            pieces.add(new Label.Piece(lines.get(i), x, lineY, 0));
        }
        Box box = Box.around(x, middle, width / 2 + PADDING, height / 2 + PADDING);
        return new Label(text, words, x, middle, size, pieces, List.of(box));
    }

    private static List<String> wrapped(String words) {
        int[] characters = words.codePoints().toArray();
        int lines = (int) Math.ceil(Glyphs.width(words) / WIDEST);
        if (lines <= 1) {
            return List.of(words);
        }
        List<String> parts = new ArrayList<>();
        int each = (characters.length + lines - 1) / lines;
        for (int at = 0; at < characters.length; at += each) {
            parts.add(new String(characters, at, Math.min(each, characters.length - at)));
        }
        return parts;
    }

    /** The places for a name on a line, the best first. */
    static List<Label> alongLine(Mark.Text text, String words, Line line, double zoom) {
        double size = text.size().at(zoom);
        if (text.shield().isPresent()) {
            return level(text, words, line, size);
        }
        List<String> runs = runs(words);
        double[] widths =
                runs.stream().mapToDouble(run -> Glyphs.width(run) * size).toArray();
        double span = Glyphs.width(words) * size;
        List<Label> found = new ArrayList<>();
        for (double start : starts(line.length(), span)) {
            written(line, start, span, runs, widths)
                    .map(pieces -> along(text, words, line.at(start + span / 2), size, pieces, widths))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Label along(
            Mark.Text text, String words, Line.Spot middle, double size, List<Label.Piece> pieces, double[] widths) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boxes.addAll(boxes(pieces.get(i), widths[i], size));
        }
        return new Label(text, words, middle.x(), middle.y(), size, pieces, boxes);
    }

    /** A plate stays level. */
    private static List<Label> level(Mark.Text text, String words, Line line, double size) {
        double width = Glyphs.width(words) * size;
        List<Label> found = new ArrayList<>();
        for (double start : starts(line.length(), width)) {
            Line.Spot spot = line.at(start + width / 2);
            Box box = Box.around(spot.x(), spot.y(), width / 2 + 4 + PADDING, size * 0.6 + 2 + PADDING);
            Label.Piece piece = new Label.Piece(words, spot.x(), spot.y(), 0);
            found.add(new Label(text, words, spot.x(), spot.y(), size, List.of(piece), List.of(box)));
        }
        return found;
    }

    private static double[] starts(double length, double span) {
        if (span > length) {
            return new double[0];
        }
        double[] starts = PLACES.clone();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (length - span) / 2 * (1 + starts[i]);
        }
        return starts;
    }

    /** Chinese characters one by one, letters and digits between them as one run. */
    private static List<String> runs(String words) {
        List<String> runs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        words.codePoints().forEach(character -> {
            if (Character.isIdeographic(character)) {
                flush(open, runs);
                runs.add(Character.toString(character));
            } else {
                open.appendCodePoint(character);
            }
        });
        flush(open, runs);
        return runs;
    }

    private static void flush(StringBuilder open, List<String> runs) {
        if (!open.isEmpty()) {
            runs.add(open.toString());
            open.setLength(0);
        }
    }

    private static Optional<List<Label.Piece>> written(
            Line line, double start, double span, List<String> runs, double[] widths) {
        Line.Spot from = line.at(start);
        Line.Spot to = line.at(start + span);
        boolean upright = runs.stream().allMatch(run -> Character.isIdeographic(run.codePointAt(0)));
        boolean steep = upright && runs.size() > 1 && Math.abs(to.y() - from.y()) > Math.abs(to.x() - from.x());
        boolean backwards = steep ? to.y() < from.y() : to.x() < from.x();
        List<Label.Piece> pieces = new ArrayList<>();
        double done = 0;
        for (int i = 0; i < widths.length; i++) {
            double centre = start + (backwards ? span - done - widths[i] / 2 : done + widths[i] / 2);
            double angle = angle(line, centre, widths[i], backwards, steep);
            Line.Spot spot = line.at(centre);
            Label.Piece piece = new Label.Piece(runs.get(i), spot.x(), spot.y(), angle);
            double apart = i == 0 ? 0 : (widths[i - 1] + widths[i]) / 2;
            if (Math.abs(angle) > STEEPEST || (i > 0 && isBroken(pieces.getLast(), piece, apart))) {
                return Optional.empty();
            }
            pieces.add(piece);
            done += widths[i];
        }
        return Optional.of(pieces);
    }

    /** Whether a bend turns neighbouring characters too far apart or pushes them into each other. */
    private static boolean isBroken(Label.Piece one, Label.Piece two, double apart) {
        return Math.abs(two.angle() - one.angle()) > SHARPEST_BEND
                || Math.hypot(two.x() - one.x(), two.y() - one.y()) < apart * CLOSEST;
    }

    private static double angle(Line line, double centre, double width, boolean backwards, boolean steep) {
        Line.Spot before = line.at(centre - width / 2);
        Line.Spot after = line.at(centre + width / 2);
        double direction = Math.atan2(after.y() - before.y(), after.x() - before.x())
                + (backwards ? Math.PI : 0)
                - (steep ? Math.PI / 2 : 0);
        return Math.atan2(Math.sin(direction), Math.cos(direction));
    }

    /** A long turned run is covered by a row of squares, so that it does not claim the corners of its bounding box. */
    private static List<Box> boxes(Label.Piece piece, double width, double size) {
        double half = size / 2 + PADDING;
        int count = Math.max(1, (int) Math.ceil(width / size));
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double along = ((i + 0.5) / count - 0.5) * width;
            boxes.add(Box.around(
                    piece.x() + Math.cos(piece.angle()) * along,
                    piece.y() + Math.sin(piece.angle()) * along,
                    half,
                    half));
        }
        return boxes;
    }
}
