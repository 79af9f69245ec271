package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import java.awt.geom.Path2D;

/** Grid north, up the page. */
public final class NorthArrow {

    public static final double WIDTH = 12;
    public static final double HEIGHT = 22;

    public static void draw(Sketch sketch, Box box) {
        double x = box.centreX();
        double top = box.y() + 5;
        double foot = box.bottom() - 1;
        Path2D left = new Path2D.Double();
        left.moveTo(x, top);
        left.lineTo(x - 3.4, foot);
        left.lineTo(x, foot - 3.6);
        left.closePath();
        Path2D right = new Path2D.Double();
        right.moveTo(x, top);
        right.lineTo(x + 3.4, foot);
        right.lineTo(x, foot - 3.6);
        right.closePath();
        sketch.add(new Op.Fill(left, Ink.WHITE));
        sketch.add(new Op.Fill(right, Sketch.INK));
        sketch.add(new Op.Stroke(left, Pen.of(0.25, Sketch.INK)));
        sketch.add(new Op.Stroke(right, Pen.of(0.25, Sketch.INK)));
        sketch.centred(Sketch.hei(8).bold(), Sketch.INK, "北", x, box.y() + 3.6);
    }

    private NorthArrow() {}
}
