package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.ground.Ground;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.margin.FactsBlock;
import cn.diming.tiles.sheet.margin.IndexFlow;
import cn.diming.tiles.sheet.margin.KeyBlock;
import cn.diming.tiles.sheet.margin.LegendBlock;
import cn.diming.tiles.sheet.margin.LocatorBlock;
import cn.diming.tiles.sheet.margin.MarginBlock;
import cn.diming.tiles.sheet.margin.QrBlock;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.margin.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The margin: beside the map on a wide sheet, below it on a tall one. What finds no room goes to the back. */
final class Panel {

    private static final double GAP = 4;
    private static final double LEAST_INDEX = 24;
    private static final double LEAST_INDEX_WIDTH = 42;

    private final SheetPlan plan;
    private final SheetPages.Content content;
    private final LegendBlock legend;
    private final IndexFlow index;
    private final Optional<LocatorBlock> locator;
    private final FactsBlock facts;
    private final Optional<QrBlock> qr;
    private final KeyBlock key;
    private final List<MarginBlock> texts;
    private final List<MarginBlock> left = new ArrayList<>();

    Panel(SheetSpec spec, SheetPlan plan, SheetPages.Content content, LegendBlock legend, IndexFlow index) {
        this.plan = plan;
        this.content = content;
        this.legend = legend;
        this.index = index;
        this.locator = plan.territory().flatMap(own -> locator(plan.view().ground(), own));
        this.facts = new FactsBlock(plan.territory()
                .map(own -> SheetFacts.of(plan.view().ground(), own))
                .orElse(List.of()));
        this.qr = spec.imprint().link().map(link -> new QrBlock(link, "扫码看地名"));
        this.key = new KeyBlock(content.key());
        this.texts = List.of(
                new TextBlock("地名故事", content.inserts().stories()),
                new TextBlock("特产与去处", content.inserts().produce()));
    }

    private static Optional<LocatorBlock> locator(Ground ground, Territory own) {
        return ground.above(own)
                .map(above -> new LocatorBlock(above.name(), ground.within(above), own))
                .filter(block -> block.isUseful());
    }

    /** What is left for the back. */
    List<MarginBlock> left() {
        return left;
    }

    void draw(Sketch sketch) {
        if (plan.layout().isPortrait()) {
            across(sketch, plan.layout().panel());
        } else {
            down(sketch, plan.layout().panel());
        }
        content.photos().left().forEach(picture -> left.add(new PictureBlock(picture)));
    }

    private boolean insetInPanel() {
        return content.inset()
                .filter(inset -> inset.spot() == Insets.Spot.IN_PANEL)
                .isPresent();
    }

    private void down(Sketch sketch, Box panel) {
        double bottom = insetInPanel() ? content.inset().orElseThrow().box().y() - GAP : panel.bottom();
        double y = head(sketch, panel) + GAP;
        y = place(sketch, legend, panel, y, bottom);
        y = place(sketch, key, panel, y, bottom);
        for (MarginBlock text : texts) {
            y = place(sketch, text, panel, y, bottom - LEAST_INDEX);
        }
        if (qr.isPresent() && !qrInHead(panel)) {
            double size = qr.get().height(QrBlock.SIZE);
            if (bottom - y > size) {
                bottom -= size;
                qr.get().draw(sketch, new Box(panel.x(), bottom, panel.width(), size));
            } else {
                left.add(qr.get());
            }
        }
        index(sketch, new Box(panel.x(), y, panel.width(), Math.max(0, bottom - y)));
    }

    private boolean qrInHead(Box panel) {
        return qr.isPresent() && panel.width() >= 86;
    }

    /** Locator, figures and, on wide margins, the QR code side by side; gives where they end. */
    private double head(Sketch sketch, Box panel) {
        double code = qrInHead(panel) ? QrBlock.SIZE + GAP : 0;
        double size = Math.min((panel.width() - code - GAP) * 0.54, 60);
        double x = panel.x();
        double end = panel.y();
        if (locator.isPresent()) {
            locator.get().draw(sketch, new Box(x, panel.y(), size, locator.get().height(size)));
            end = panel.y() + locator.get().height(size);
            x += size + GAP;
        }
        double wide = Math.min(panel.right() - code - x, 44);
        facts.draw(sketch, new Box(x, panel.y(), wide, facts.height(wide)));
        if (code > 0) {
            qr.orElseThrow().draw(sketch, new Box(panel.right() - QrBlock.SIZE, panel.y() + 4, QrBlock.SIZE, 0));
            end = Math.max(end, panel.y() + 4 + qr.orElseThrow().height(0));
        }
        return Math.max(end, panel.y() + facts.height(wide));
    }

    private void index(Sketch sketch, Box box) {
        double head = 6;
        if (box.height() < LEAST_INDEX) {
            return;
        }
        sketch.spaced(Sketch.hei(9).bold(), Ink.BLACK, "地名索引", box.centreX(), box.y() + 3.4, 1.5);
        index.drawGroups(sketch, new Box(box.x(), box.y() + head, box.width(), box.height() - head));
        if (!index.isFinished()) {
            sketch.right(Sketch.hei(6.5), Ink.of("#444444"), "（其余见背面）", box.right(), box.y() + 3.4);
        }
    }

    private double place(Sketch sketch, MarginBlock block, Box panel, double y, double bottom) {
        double height = block.height(panel.width());
        if (height <= 0) {
            return y;
        }
        if (y + height > bottom) {
            left.add(block);
            return y;
        }
        block.draw(sketch, new Box(panel.x(), y, panel.width(), height));
        return y + height + GAP * 0.7;
    }

    private void across(Sketch sketch, Box panel) {
        double x = panel.x();
        if (insetInPanel()) {
            x = content.inset().orElseThrow().box().right() + GAP;
        }
        double size = Math.min(44, panel.height() - 8);
        if (locator.isPresent()) {
            locator.get().draw(sketch, new Box(x, panel.y(), size, locator.get().height(size)));
            x += size + GAP;
        }
        double facing = 36;
        double factsX = x;
        if (facts.height(facing) > 0) {
            facts.draw(sketch, new Box(x, panel.y(), facing, facts.height(facing)));
            double under = panel.y() + facts.height(facing) + 2;
            qr.filter(code -> under + code.height(facing) <= panel.bottom())
                    .ifPresentOrElse(
                            code -> code.draw(sketch, new Box(factsX, under, facing, code.height(facing))),
                            () -> qr.ifPresent(left::add));
            x += facing + GAP;
        }
        x = legendAcross(sketch, panel, x);
        if (key.height(30) > 0) {
            double width = panel.right() - x >= 34 && key.height(33) <= panel.height() ? 33 : 0;
            if (width > 0) {
                key.draw(sketch, new Box(x, panel.y(), width, key.height(width)));
                x += width + GAP;
            } else {
                left.add(key);
            }
        }
        texts.stream().filter(text -> text.height(60) > 0).forEach(left::add);
        if (panel.right() - x >= LEAST_INDEX_WIDTH) {
            index(sketch, new Box(x, panel.y(), panel.right() - x, panel.height()));
        }
    }

    private double legendAcross(Sketch sketch, Box panel, double x) {
        for (int columns = 1; columns <= 8; columns++) {
            double width = columns * 27.5;
            if (legend.height(width) <= panel.height() && x + width <= panel.right()) {
                legend.draw(sketch, new Box(x, panel.y(), width, legend.height(width)));
                return x + width + GAP;
            }
        }
        left.add(legend);
        return x;
    }

    /** Draws what was left in a column on the back and gives what remains of the box. */
    Box drawLeft(Sketch sketch, Box box) {
        if (left.isEmpty()) {
            return box;
        }
        double width = Math.clamp(box.width() * 0.3, 60, 110);
        double y = box.y();
        double x = box.x();
        for (MarginBlock block : left) {
            double height = block.height(width);
            if (y + height > box.bottom() && y > box.y()) {
                x += width + GAP;
                y = box.y();
            }
            block.draw(sketch, new Box(x, y, width, height));
            y += height + GAP;
        }
        double used = x + width + GAP - box.x();
        return new Box(box.x() + used, box.y(), Math.max(0, box.width() - used), box.height());
    }
}
