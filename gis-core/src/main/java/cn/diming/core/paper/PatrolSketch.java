package cn.diming.core.paper;

import cn.diming.core.document.Image.Drawing;
import cn.diming.core.document.Mark;
import cn.diming.core.document.Mark.Path;
import cn.diming.core.document.Mark.Pen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Draws a boundary line as it was walked: the line grey, the walk blue, what nobody walked red, markers as dots. */
final class PatrolSketch {

    private static final double WIDTH = 454; // points: 160 mm
    private static final double HEIGHT = 255; // 90 mm
    private static final double MARGIN = 14;
    private static final Pen LINE = Pen.of(0x9A9A9A, 4.5);
    private static final Pen WALK = Pen.of(0x1B6A86, 1.1);
    private static final Pen GAP = Pen.of(0xC00000, 4.5);
    private static final Pen FRAME = Pen.of(0x333333, 0.8);

    private final List<Mark> marks = new ArrayList<>();
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double scale;
    private double squeeze;

    /**
     * @param export of the patrol, with the line and its markers
     * @param shapes of the patrol, GeoJSON
     */
    static Drawing draw(JsonNode export, JsonNode shapes) {
        PatrolSketch sketch = new PatrolSketch();
        JsonNode line = export.path("line").path("parts");
        sketch.frame(line);
        sketch.lines(line, LINE);
        sketch.features(shapes, "WALK", WALK);
        sketch.features(shapes, "GAP", GAP);
        export.path("markers").forEach(marker -> sketch.dot(marker.path("position")));
        sketch.marks.add(new Path(
                List.of(new double[] {0.4, 0.4, WIDTH - 0.4, 0.4, WIDTH - 0.4, HEIGHT - 0.4, 0.4, HEIGHT - 0.4}),
                true,
                Optional.empty(),
                Optional.of(FRAME)));
        return new Drawing(WIDTH, HEIGHT, sketch.marks);
    }

    private void frame(JsonNode line) {
        for (JsonNode part : line) {
            for (JsonNode at : part) {
                west = Math.min(west, at.get(0).asDouble());
                east = Math.max(east, at.get(0).asDouble());
                south = Math.min(south, at.get(1).asDouble());
                north = Math.max(north, at.get(1).asDouble());
            }
        }
        squeeze = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max((east - west) * squeeze, 1e-4);
        double tall = Math.max(north - south, 1e-4);
        scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / tall);
    }

    private void features(JsonNode shapes, String kind, Pen pen) {
        for (JsonNode feature : shapes.path("features")) {
            if (feature.path("properties").path("kind").asString().equals(kind)) {
                lines(feature.path("geometry").path("coordinates"), pen);
            }
        }
    }

    private void lines(JsonNode lines, Pen pen) {
        for (JsonNode line : lines) {
            List<double[]> piece = new ArrayList<>();
            for (JsonNode at : line) {
                double[] place = place(at);
                if (isOnPaper(place)) {
                    piece.add(place);
                } else {
                    stroke(piece, pen);
                }
            }
            stroke(piece, pen);
        }
    }

    private void stroke(List<double[]> piece, Pen pen) {
        if (piece.size() > 1) {
            double[] flat = new double[piece.size() * 2];
            for (int i = 0; i < piece.size(); i++) {
                flat[2 * i] = piece.get(i)[0];
                flat[2 * i + 1] = piece.get(i)[1];
            }
            marks.add(new Path(List.of(flat), false, Optional.empty(), Optional.of(pen)));
        }
        piece.clear();
    }

    private void dot(JsonNode at) {
        double[] place = place(at);
        marks.add(Mark.area(place[0] - 2.5, place[1] - 2.5, 5, 5, 0x333333));
    }

    private double[] place(JsonNode at) {
        return new double[] {
            WIDTH / 2 + (at.get(0).asDouble() - (west + east) / 2) * squeeze * scale,
            HEIGHT / 2 - (at.get(1).asDouble() - (south + north) / 2) * scale
        };
    }

    private static boolean isOnPaper(double[] place) {
        return place[0] > 1 && place[0] < WIDTH - 1 && place[1] > 1 && place[1] < HEIGHT - 1;
    }

    private PatrolSketch() {}
}
