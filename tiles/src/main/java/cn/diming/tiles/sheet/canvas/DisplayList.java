package cn.diming.tiles.sheet.canvas;

import java.util.List;

/**
 * A page as it is printed, in the order of painting. Every format is painted from it, so the preview is the print.
 *
 * @param width of the paper, mm
 * @param height of the paper, mm
 * @param enlargement by which paper and all on it are larger in print
 */
public record DisplayList(double width, double height, List<Op> ops, double enlargement) {

    /** A page that is printed as large as it says. */
    public DisplayList(double width, double height, List<Op> ops) {
        this(width, height, ops, 1);
    }

    public DisplayList {
        if (!(width > 0 && width <= 2000 && height > 0 && height <= 2000)) {
            throw new IllegalArgumentException("纸张大小无效：" + width + "×" + height + " mm");
        }
        ops = List.copyOf(ops);
    }

    double printWidth() {
        return width * enlargement;
    }

    double printHeight() {
        return height * enlargement;
    }

    void paintOn(Canvas canvas) {
        paint(ops, canvas);
    }

    static void paint(List<Op> ops, Canvas canvas) {
        for (Op op : ops) {
            switch (op) {
                case Op.Fill fill -> canvas.fill(fill);
                case Op.Stroke stroke -> canvas.stroke(stroke);
                case Op.Clip clip -> canvas.clip(clip);
                case Op.Unclip end -> canvas.unclip();
                case Op.Layer layer -> canvas.layer(layer);
                case Op.Text text -> canvas.text(text);
                case Op.Stamp stamp -> canvas.stamp(stamp);
                case Op.Picture picture -> canvas.picture(picture);
            }
        }
    }
}
