package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Grid;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The squares of the index over the map, their letters and numbers around it. */
public final class GridLines {

    private static final FontStyle LETTER = Sketch.hei(8);

    public static void lines(Sketch sketch, Grid grid, Ink ink) {
        Box map = grid.map();
        Path2D path = new Path2D.Double();
        for (int column = 1; column < grid.columns(); column++) {
            path.append(new Line2D.Double(grid.left(column), map.y(), grid.left(column), map.bottom()), false);
        }
        for (int row = 1; row < grid.rows(); row++) {
            path.append(new Line2D.Double(map.x(), grid.top(row), map.right(), grid.top(row)), false);
        }
        sketch.add(new Op.Stroke(path, Pen.of(0.12, ink.with(0.55))));
    }

    public static void letters(Sketch sketch, Grid grid) {
        Box map = grid.map();
        for (int column = 0; column < grid.columns(); column++) {
            double x = (grid.left(column) + grid.left(column + 1)) / 2;
            sketch.centred(LETTER, Sketch.INK, grid.columnName(column), x, map.y() - 1.2);
            sketch.centred(LETTER, Sketch.INK, grid.columnName(column), x, map.bottom() + 3.3);
        }
        for (int row = 0; row < grid.rows(); row++) {
            double y = (grid.top(row) + grid.top(row + 1)) / 2 + 1;
            sketch.centred(LETTER, Sketch.INK, Integer.toString(row + 1), map.x() - 2.4, y);
            sketch.centred(LETTER, Sketch.INK, Integer.toString(row + 1), map.right() + 2.4, y);
        }
    }

    private GridLines() {}
}
