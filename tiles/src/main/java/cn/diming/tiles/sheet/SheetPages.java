package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Grid;
import cn.diming.tiles.sheet.frame.Layout;
import cn.diming.tiles.sheet.margin.GridLines;
import cn.diming.tiles.sheet.margin.IndexEntry;
import cn.diming.tiles.sheet.margin.IndexFlow;
import cn.diming.tiles.sheet.margin.KeyBlock.Numbered;
import cn.diming.tiles.sheet.margin.LegendBlock;
import cn.diming.tiles.sheet.margin.NorthArrow;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.style.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the pages of a sheet together: the front with map and margin, and a back where the front has no room left. */
final class SheetPages {

    private static final int MOST_BACKS = 12;

    private final SheetSpec spec;
    private final SheetPlan plan;
    private final Layout layout;
    private final LocalDate date;
    private final Grid grid;
    private final Box arrow;

    SheetPages(SheetSpec spec, SheetPlan plan, LocalDate date, Grid grid, Box arrow) {
        this.spec = spec;
        this.plan = plan;
        this.layout = plan.layout();
        this.date = date;
        this.grid = grid;
        this.arrow = arrow;
    }

    /** What there is to put on the pages. */
    record Content(
            LabelledMap main,
            Optional<Insets.Inset> inset,
            NumberedNames numbered,
            List<IndexEntry> index,
            Inserts inserts,
            PhotoPlaces photos) {

        /** What the numbers and letters on the maps stand for. */
        List<Numbered> key() {
            List<Numbered> key = new ArrayList<>(numbered.key());
            inset.ifPresent(one -> key.addAll(one.numbered().key()));
            return key;
        }
    }

    /** The pages, and what the legend on them explains. */
    record Pages(List<DisplayList> pages, List<String> legend) {}

    /** Where an inset goes that finds no room on the map: to the left on the back. */
    static Box backInset(Layout layout) {
        Box border = layout.border().inset(6);
        return layout.isPortrait()
                ? new Box(border.x(), border.y(), border.width(), border.height() * 0.5)
                : new Box(border.x(), border.y(), border.width() * 0.52, border.height());
    }

    Pages set(Content content) {
        LegendBlock legend = new LegendBlock(seen(content), plan.view().style());
        IndexFlow index = new IndexFlow(content.index(), SheetIndex.GROUPS);
        Sketch front = new Sketch();
        map(front, content);
        border(front);
        title(front);
        Panel panel = new Panel(spec, plan, content, legend, index);
        panel.draw(front);
        new Foot(spec, plan, date).draw(front, layout.foot());
        List<DisplayList> pages = new ArrayList<>();
        pages.add(new DisplayList(layout.width(), layout.height(), front.ops(), layout.enlargement()));
        boolean insetOnBack = content.inset()
                .filter(inset -> inset.spot() == Insets.Spot.ON_BACK)
                .isPresent();
        boolean more = insetOnBack || !index.isFinished() || !panel.left().isEmpty();
        for (int back = 0; more && back < MOST_BACKS; back++) {
            pages.add(back(content, index, back == 0 && insetOnBack, back == 0 ? panel : null));
            more = !index.isFinished();
        }
        return new Pages(pages, legend.entries());
    }

    /** In the order of the style; what only the inset shows is explained, too. */
    private List<Rule> seen(Content content) {
        Set<Rule> seen = new LinkedHashSet<>(content.main().scene().rulesSeen());
        content.inset().ifPresent(inset -> seen.addAll(inset.map().scene().rulesSeen()));
        return plan.view().style().rules().stream().filter(seen::contains).toList();
    }

    private void map(Sketch sketch, Content content) {
        Box map = layout.map();
        sketch.add(content.main().scene().drawing());
        sketch.add(new Op.Layer("格网"));
        GridLines.lines(sketch, grid, plan.view().style().ink("grid"));
        sketch.add(new Op.Layer(""));
        content.inset().ifPresent(inset -> Insets.outline(inset, content.main(), sketch));
        content.photos().drawLeaders(sketch);
        sketch.add(content.main().lettering());
        sketch.add(new Op.Layer("整饰"));
        content.photos().drawPhotos(sketch);
        NorthArrow.draw(sketch, arrow);
        sketch.add(new Op.Layer(""));
        content.inset()
                .filter(inset -> inset.spot() != Insets.Spot.ON_BACK)
                .ifPresent(inset -> Insets.draw(inset, sketch));
        sketch.box(map, Pen.of(0.5, Ink.BLACK));
        GridLines.letters(sketch, grid);
    }

    private void border(Sketch sketch) {
        sketch.box(layout.border(), Pen.of(0.9, Ink.BLACK));
        sketch.box(layout.border().inset(1.3), Pen.of(0.2, Ink.BLACK));
    }

    private void title(Sketch sketch) {
        Titles.draw(sketch, layout, plan.title());
        String series = spec.imprint().count() > 1
                ? "%s · 第 %d 幅／共 %d 幅"
                        .formatted(
                                plan.series(),
                                spec.imprint().number(),
                                spec.imprint().count())
                : plan.series();
        sketch.right(
                Sketch.hei(9),
                Ink.BLACK,
                series,
                layout.border().right() - 1,
                layout.border().y() - 2.5);
        if (Foot.isInternal(spec)) {
            Titles.stamp(sketch, layout);
        }
    }

    private DisplayList back(Content content, IndexFlow index, boolean withInset, @Nullable Panel panel) {
        Sketch sketch = new Sketch();
        Box border = layout.border().inset(6);
        sketch.box(layout.border(), Pen.of(0.9, Ink.BLACK));
        sketch.box(layout.border().inset(1.3), Pen.of(0.2, Ink.BLACK));
        Titles.draw(sketch, layout, plan.title().replace("地名图", "地名索引"));
        Box rest = new Box(border.x(), border.y(), border.width(), border.height());
        if (withInset) {
            Box taken = backInset(layout);
            content.inset().ifPresent(inset -> Insets.draw(inset, sketch));
            rest = layout.isPortrait()
                    ? new Box(rest.x(), taken.bottom() + 5, rest.width(), rest.bottom() - taken.bottom() - 5)
                    : new Box(taken.right() + 6, rest.y(), rest.right() - taken.right() - 6, rest.height());
        }
        if (panel != null) {
            rest = panel.drawLeft(sketch, rest);
        }
        index.draw(sketch, rest);
        return new DisplayList(layout.width(), layout.height(), sketch.ops(), layout.enlargement());
    }
}
