package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Layout;
import cn.diming.tiles.sheet.margin.Sketch;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The title above the map and the stamp beside it. */
final class Titles {

    private static final double SMALLEST = 12;
    private static final double LEAN = Math.toRadians(-8);
    private static final Ink RED = Ink.of("#b01218");

    /** Spaced out; closer, then smaller, when the name is long. */
    static void draw(Sketch sketch, Layout layout, String title) {
        double room = layout.border().width() - 104;
        double points = layout.titlePoints();
        int letters = title.codePointCount(0, title.length());
        FontStyle font = Sketch.song(points).bold();
        double gap = font.em() * 0.4;
        while (font.width(title) + gap * (letters - 1) > room && points > SMALLEST) {
            if (gap > font.em() * 0.08) {
                gap *= 0.7;
            } else {
                points *= 0.93;
                font = Sketch.song(points).bold();
                gap = Math.min(gap, font.em() * 0.08);
            }
        }
        String shown = Sketch.shortened(font, title, room + 60);
        sketch.spaced(
                font,
                Ink.of("#111111"),
                shown,
                layout.width() / 2,
                layout.border().y() - font.em() * 0.42,
                gap);
    }

    /** 内部用图, as offices stamp it. */
    static void stamp(Sketch sketch, Layout layout) {
        FontStyle font = Sketch.hei(13).bold();
        String text = "内部用图";
        double width = font.width(text) + 3 * 1.2;
        double x = layout.border().x() + 16;
        double y = layout.border().y() - 7.5;
        AffineTransform turn = AffineTransform.getRotateInstance(LEAN, x, y);
        RoundRectangle2D frame =
                new RoundRectangle2D.Double(x - 2.5, y - font.em() * 0.98, width + 5, font.em() * 1.24, 1.6, 1.6);
        sketch.add(new Op.Stroke(turn.createTransformedShape(frame), Pen.of(0.5, RED)));
        double[] at = {x, y};
        ArrayList<Glyphs> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            double along = i * (font.em() + 1.2);
            parts.add(new Glyphs(
                    text.substring(i, i + 1), at[0] + along * Math.cos(LEAN), at[1] + along * Math.sin(LEAN), LEAN));
        }
        sketch.add(new Op.Text(font, RED, Optional.empty(), text, List.copyOf(parts)));
    }

    private Titles() {}
}
