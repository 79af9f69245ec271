package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.style.Rule;
import cn.diming.tiles.sheet.style.StyleBook;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains what the map shows, with the very symbols of the map, in columns of even height. */
public final class LegendBlock implements MarginBlock {

    private static final List<String> GROUPS = List.of("地名与设施", "境界", "道路", "水系", "地表");
    private static final FontStyle TEXT = Sketch.hei(7);
    private static final double PITCH = 4.5;
    private static final double TITLE = 6.5;
    private static final double COLUMN = 27;
    private static final double SAMPLE = 9;

    private final List<Rule> rules;
    private final StyleBook style;

    /** @param seen the rules that the map draws */
    public LegendBlock(List<Rule> seen, StyleBook style) {
        this.style = style;
        List<Rule> explained = new ArrayList<>();
        for (int i = seen.size() - 1; i >= 0; i--) {
            Rule rule = seen.get(i);
            boolean told = explained.stream().anyMatch(other -> other.legend().equals(rule.legend()));
            if (rule.legend().isPresent() && !told) {
                explained.add(rule);
            }
        }
        explained.sort(Comparator.comparingInt(
                rule -> GROUPS.indexOf(rule.legend().orElseThrow().group())));
        this.rules = List.copyOf(explained);
    }

    /** The entries, in the order they stand. */
    public List<String> entries() {
        return rules.stream().map(rule -> rule.legend().orElseThrow().text()).toList();
    }

    private int columns(double width) {
        return (int) Math.max(1, Math.floor(width / COLUMN));
    }

    @Override
    public double height(double width) {
        return TITLE + PITCH * Math.ceil((double) rules.size() / columns(width)) + 1;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        sketch.spaced(Sketch.hei(9).bold(), Sketch.INK, "图例", box.x() + box.width() / 2, box.y() + 3.6, 3);
        int columns = columns(box.width());
        int rows = (int) Math.ceil((double) rules.size() / columns);
        for (int i = 0; i < rules.size(); i++) {
            double x = box.x() + (i / rows) * (box.width() / columns);
            double y = box.y() + TITLE + PITCH * (i % rows) + PITCH / 2;
            sample(sketch, rules.get(i), x, y);
            String text = rules.get(i).legend().orElseThrow().text();
            double room = box.width() / columns - SAMPLE - 1.5;
            FontStyle font = TEXT.width(text) <= room ? TEXT : Sketch.hei(6.5);
            sketch.text(font, Sketch.INK, Sketch.shortened(font, text, room + 1), x + SAMPLE + 1, y + 0.9);
        }
    }

    private void sample(Sketch sketch, Rule rule, double x, double y) {
        double centre = x + SAMPLE / 2;
        rule.area().ifPresent(area -> {
            Box swatch = new Box(x + 0.8, y - 1.6, SAMPLE - 1.6, 3.2);
            sketch.fill(swatch, area.ink());
            sketch.box(swatch, area.outline().orElse(Pen.of(0.1, Ink.of("#b8b8b8"))));
        });
        rule.line().ifPresent(line -> {
            var stroke = new Line2D.Double(x + 0.3, y, x + SAMPLE - 0.3, y);
            if (rule.id().equals(StyleBook.OWN_BORDER)) {
                sketch.fill(
                        new Box(x + 0.3, y, SAMPLE - 0.6, 1.6),
                        style.ink("border-band").with(0.59));
            }
            line.casing().ifPresent(pen -> sketch.add(new Op.Stroke(stroke, pen)));
            sketch.add(new Op.Stroke(stroke, line.core()));
        });
        rule.symbol().ifPresent(symbol -> sketch.add(symbol.at(centre, y)));
    }
}
