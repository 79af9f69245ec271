package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.frame.Box;
import java.util.List;

/** Figures of the register about the territory. */
public final class FactsBlock implements MarginBlock {

    private static final FontStyle TEXT = Sketch.hei(7.5);
    private static final double PITCH = 4.1;
    private static final double TITLE = 6;

    /** A figure with what it counts. */
    public record Fact(String label, String value) {}

    private final List<Fact> facts;

    public FactsBlock(List<Fact> facts) {
        this.facts = List.copyOf(facts);
    }

    @Override
    public double height(double width) {
        return facts.isEmpty() ? 0 : TITLE + PITCH * facts.size();
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        if (facts.isEmpty()) {
            return;
        }
        sketch.centred(Sketch.hei(9).bold(), Sketch.INK, "基本情况", box.centreX(), box.y() + 3.4);
        double y = box.y() + TITLE + 2.6;
        for (Fact fact : facts) {
            sketch.text(TEXT, Sketch.GREY, fact.label(), box.x() + 1, y);
            sketch.right(TEXT, Sketch.INK, fact.value(), box.right() - 1, y);
            y += PITCH;
        }
    }
}
