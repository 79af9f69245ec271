package cn.diming.tiles.raster;

import cn.diming.tiles.mvt.TileContent;
import cn.diming.tiles.mvt.TileContent.Feature;
import cn.diming.tiles.style.Mark;
import cn.diming.tiles.style.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the names of a block of tiles: rule by rule from the top of the book, in a rule the lower number first, and
 * nothing overlaps, neither within the block nor with what its neighbours have placed before it.
 */
final class LabelBlock {
    /** The same words on a line come again after so many pixels. */
    private static final double SPACING = 320;

    private final List<Rule> rules;
    private final int zoom;
    private final BoxIndex taken = new BoxIndex();
    private final Map<String, List<Label>> written = new HashMap<>();
    private final List<Label> placed = new ArrayList<>();
    private final double reach;

    /** @param reach no name goes farther from its middle than this many pixels */
    LabelBlock(List<Rule> rules, int zoom, double reach, List<Label> neighbours) {
        this.rules = rules;
        this.zoom = zoom;
        this.reach = reach;
        neighbours.forEach(this::take);
    }

    /** Content of a tile of the block and its corner in pixels. */
    record Part(TileContent content, double x, double y) {
        double pixelX(int unit) {
            return x + unit * Sheet.SIDE / TileContent.EXTENT;
        }

        double pixelY(int unit) {
            return y + unit * Sheet.SIDE / TileContent.EXTENT;
        }
    }

    List<Label> place(List<Part> parts) {
        for (Rule rule : rules.reversed()) {
            if (rule.drawnAt(zoom)) {
                switch (rule.mark()) {
                    case Mark.Icon icon -> pictures(rule, icon, parts);
                    case Mark.Text text -> names(rule, text, parts);
                    default -> {}
                }
            }
        }
        return placed;
    }

    private void pictures(Rule rule, Mark.Icon icon, List<Part> parts) {
        for (Point point : points(rule, parts)) {
            putDown(List.of(LabelLayout.icon(icon, point.x, point.y, zoom)));
        }
    }

    private void names(Rule rule, Mark.Text text, List<Part> parts) {
        if (text.along()) {
            parts.forEach(part -> lines(rule, text, part));
            return;
        }
        for (Point point : points(rule, parts)) {
            words(text, point.feature)
                    .ifPresent(words -> putDown(List.of(LabelLayout.atPoint(text, words, point.x, point.y, zoom))));
        }
    }

    private record Point(Feature feature, double x, double y) {}

    /** The points of the tiles themselves; what lies in a tile's margin belongs to its neighbour. */
    private static List<Point> points(Rule rule, List<Part> parts) {
        List<Point> points = new ArrayList<>();
        for (Part part : parts) {
            for (Feature feature : part.content.layer(rule.layer().orElse(""))) {
                if (feature.type() == 1 && rule.accepts(feature.attributes())) {
                    int[] at = feature.parts().getFirst();
                    if (isInside(at[0], at[1])) {
                        points.add(new Point(feature, part.pixelX(at[0]), part.pixelY(at[1])));
                    }
                }
            }
        }
        points.sort(Comparator.comparingLong(point -> point.feature.id()));
        return points;
    }

    private static boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < TileContent.EXTENT && y < TileContent.EXTENT;
    }

    private void lines(Rule rule, Mark.Text text, Part part) {
        Map<String, List<int[]>> byName = new LinkedHashMap<>();
        for (Feature feature : part.content.layer(rule.layer().orElse(""))) {
            if (feature.type() == 2 && rule.accepts(feature.attributes())) {
                words(text, feature)
                        .ifPresent(words -> byName.computeIfAbsent(words, none -> new ArrayList<>())
                                .addAll(feature.parts()));
            }
        }
        byName.forEach((words, pieces) -> Line.joined(pieces).stream()
                .map(piece -> pixels(piece, part))
                .sorted(Comparator.comparingDouble(line -> -line.length()))
                .forEach(line -> putDown(LabelLayout.alongLine(text, words, line, zoom).stream()
                        .filter(label -> isOf(part, label) && isFarFromTheSame(label))
                        .toList())));
    }

    private static Line pixels(int[] units, Part part) {
        double[] pixels = new double[units.length];
        for (int i = 0; i < units.length; i += 2) {
            pixels[i] = part.pixelX(units[i]);
            pixels[i + 1] = part.pixelY(units[i + 1]);
        }
        return new Line(pixels);
    }

    private static boolean isOf(Part part, Label label) {
        return label.x() >= part.x
                && label.y() >= part.y
                && label.x() < part.x + Sheet.SIDE
                && label.y() < part.y + Sheet.SIDE;
    }

    private boolean isFarFromTheSame(Label label) {
        return written.getOrDefault(label.words(), List.of()).stream()
                .noneMatch(other -> other.mark().equals(label.mark())
                        && Math.hypot(other.x() - label.x(), other.y() - label.y()) < SPACING);
    }

    private static Optional<String> words(Mark.Text text, Feature feature) {
        return Optional.ofNullable(feature.attributes().get(text.field()))
                .map(Object::toString)
                .filter(words -> !words.isBlank());
    }

    /** Puts the label at the first of several places that is free. */
    private void putDown(List<Label> places) {
        places.stream()
                .filter(label -> label.boxes().stream().allMatch(box -> isWithinReach(label, box)))
                .filter(label -> taken.isFree(label.boxes()))
                .findFirst()
                .ifPresent(label -> {
                    take(label);
                    placed.add(label);
                });
    }

    private boolean isWithinReach(Label label, Box box) {
        return Math.max(label.x() - box.minX(), box.maxX() - label.x()) < reach
                && Math.max(label.y() - box.minY(), box.maxY() - label.y()) < reach;
    }

    private void take(Label label) {
        label.boxes().forEach(taken::add);
        written.computeIfAbsent(label.words(), none -> new ArrayList<>()).add(label);
    }
}
