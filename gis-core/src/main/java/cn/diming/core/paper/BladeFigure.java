package cn.diming.core.paper;

import cn.diming.core.document.Image.Drawing;
import cn.diming.core.document.Mark;
import cn.diming.core.document.Mark.Letters;
import cn.diming.core.document.Mark.Path;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.font.Lettering;
import cn.diming.core.font.Typeface;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.BladeFace;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The face of a sign's plate as a drawing 1:10, in points. */
final class BladeFigure {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final double SCALE = 0.1 * POINTS_PER_MILLIMETRE;
    private static final int WHITE = 0xFFFFFF;
    private static final int DOT_CORNERS = 24;
    /** From the middle of a Han letter down to its baseline, in em. */
    private static final double MIDDLE = 0.36;

    static Drawing draw(Blade blade, PlateSize size) {
        BladeFace face = BladeFace.of(blade, size);
        double width = size.widthMillimetres() * SCALE;
        double height = size.heightMillimetres() * SCALE;
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.area(
                0, 0, width, height, Integer.parseInt(blade.colour().hex().substring(1), 16)));
        double edge = face.edge() * SCALE;
        marks.add(new Path(
                List.of(new double[] {edge, edge, width - edge, edge, width - edge, height - edge, edge, height - edge
                }),
                true,
                Optional.empty(),
                Optional.of(Pen.of(WHITE, edge / 2))));
        for (BladeFace.Line line : face.lines()) {
            addLine(marks, line, width / 2);
        }
        face.arrows().forEach(arrow -> marks.add(filled(scaled(arrow))));
        face.dots().forEach(dot -> marks.add(filled(circle(dot))));
        return new Drawing(width, height, marks);
    }

    private static void addLine(List<Mark> marks, BladeFace.Line line, double middle) {
        double size = line.fontSize() * SCALE;
        List<Lettering.Stretch> stretches = Lettering.stretches(Typeface.HEI, line.text());
        double length = stretches.stream().mapToDouble(s -> width(s, size)).sum();
        double x = middle - length / 2;
        for (Lettering.Stretch stretch : stretches) {
            marks.add(new Letters(
                    x, line.middle() * SCALE + size * MIDDLE, stretch.face(), size, stretch.text(), 0, WHITE, true));
            x += width(stretch, size);
        }
    }

    private static double width(Lettering.Stretch stretch, double size) {
        return stretch.text().codePoints().mapToDouble(stretch.face()::width).sum() * size;
    }

    private static Path filled(double[] ring) {
        return new Path(List.of(ring), true, Optional.of(WHITE), Optional.empty());
    }

    private static double[] scaled(double[] ring) {
        double[] points = ring.clone();
        for (int i = 0; i < points.length; i++) {
            points[i] *= SCALE;
        }
        return points;
    }

    private static double[] circle(BladeFace.Dot dot) {
        double[] ring = new double[2 * DOT_CORNERS];
        for (int i = 0; i < DOT_CORNERS; i++) {
            double angle = 2 * Math.PI * i / DOT_CORNERS;
            ring[2 * i] = (dot.x() + dot.radius() * Math.cos(angle)) * SCALE;
            ring[2 * i + 1] = (dot.y() + dot.radius() * Math.sin(angle)) * SCALE;
        }
        return ring;
    }

    private BladeFigure() {}
}
