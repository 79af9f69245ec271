package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.frame.Box;
import java.util.List;

/** Explains the numbers that stand on the map instead of names. */
public final class KeyBlock implements MarginBlock {

    private static final FontStyle NUMBER = Sketch.hei(6.2).bold();
    private static final FontStyle NAME = Sketch.hei(6.2);
    private static final double PITCH = 2.75;
    private static final double TITLE = 5.5;
    private static final double COLUMN = 29;

    /** A number, or a letter on the map of the whole village, and the name it stands for. */
    public record Numbered(String mark, String name) {}

    private final List<Numbered> entries;

    public KeyBlock(List<Numbered> entries) {
        this.entries = List.copyOf(entries);
    }

    private static int columns(double width) {
        return (int) Math.max(1, Math.floor(width / COLUMN));
    }

    @Override
    public double height(double width) {
        return entries.isEmpty() ? 0 : TITLE + PITCH * Math.ceil((double) entries.size() / columns(width)) + 1.5;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        if (entries.isEmpty()) {
            return;
        }
        sketch.text(Sketch.hei(8).bold(), Sketch.INK, "图上编号", box.x(), box.y() + 3.4);
        int columns = columns(box.width());
        int rows = (int) Math.ceil((double) entries.size() / columns);
        for (int i = 0; i < entries.size(); i++) {
            double x = box.x() + (i / rows) * (box.width() / columns);
            double y = box.y() + TITLE + PITCH * (i % rows) + 1.6;
            sketch.right(NUMBER, Ink.of("#4a2a6a"), entries.get(i).mark(), x + 3.6, y);
            String name = Sketch.shortened(NAME, entries.get(i).name(), box.width() / columns - 4.8);
            sketch.text(NAME, Sketch.INK, name, x + 4.6, y);
        }
    }
}
