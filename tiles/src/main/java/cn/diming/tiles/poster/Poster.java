package cn.diming.tiles.poster;

import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.PdfBook;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.canvas.Photo;
import cn.diming.tiles.sheet.margin.QrBlock;
import cn.diming.tiles.sheet.margin.Sketch;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A poster for the door or the counter of a shop. What is not known is left out, and what there is moves up; the code is large
 * enough to be read across a counter (80 mm).
 */
public final class Poster {

    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;
    private static final double MIDDLE = WIDTH / 2;
    private static final double MARGIN = 18;
    private static final double PHOTO_HEIGHT = 92;
    private static final double BAND_HEIGHT = 34;
    private static final double CODE = 80;
    private static final double PANEL = 84;

    private static final Ink PRIMARY = Ink.of("#1b6a86");
    private static final Ink INK = Ink.of("#1d2733");
    private static final Ink GREY = Ink.of("#51606e");
    private static final Ink PAPER = Ink.of("#f3f6f7");
    private static final Ink LINE = Ink.of("#d5dee3");

    private final String name;
    private final String category;
    private final URI link;
    private String division = "";
    private String address = "";
    private Optional<String> hours = Optional.empty();
    private Optional<String> phone = Optional.empty();
    private List<String> products = List.of();
    private Optional<Photo> photo = Optional.empty();

    private Poster(String name, String category, URI link) {
        this.name = name;
        this.category = category;
        this.link = link;
    }

    /** @param link where the code leads */
    public static Poster of(String name, String category, URI link) {
        return new Poster(name, category, link);
    }

    /** @param division names of the divisions, the widest first */
    public Poster address(String division, String address) {
        this.division = division;
        this.address = address;
        return this;
    }

    public Poster hours(Optional<String> text) {
        this.hours = text;
        return this;
    }

    public Poster phone(Optional<String> number) {
        this.phone = number;
        return this;
    }

    public Poster products(List<String> lines) {
        this.products = List.copyOf(lines);
        return this;
    }

    public Poster photo(Optional<Photo> front) {
        this.photo = front;
        return this;
    }

    public byte[] pdf() {
        return PdfBook.write(name, List.of(page()));
    }

    /** What is drawn, in mm. */
    public DisplayList page() {
        Sketch sketch = new Sketch();
        sketch.add(new Op.Fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), PAPER));
        double y = head(sketch);
        y = title(sketch, y);
        y = code(sketch, y);
        facts(sketch, y);
        foot(sketch);
        return new DisplayList(WIDTH, HEIGHT, sketch.ops());
    }

    /** The photo fills the head, cut where it is too high or too wide. */
    private double head(Sketch sketch) {
        if (photo.isEmpty()) {
            sketch.add(new Op.Fill(new Rectangle2D.Double(0, 0, WIDTH, BAND_HEIGHT), PRIMARY));
            sketch.spaced(Sketch.hei(20).bold(), Ink.WHITE, "欢迎光临", MIDDLE, BAND_HEIGHT / 2 + 3, 4);
            return BAND_HEIGHT;
        }
        Photo front = photo.get();
        double scale = Math.max(WIDTH / front.width(), PHOTO_HEIGHT / front.height());
        double width = front.width() * scale;
        double height = front.height() * scale;
        sketch.add(new Op.Clip(new Rectangle2D.Double(0, 0, WIDTH, PHOTO_HEIGHT)));
        sketch.add(new Op.Picture(front, (WIDTH - width) / 2, (PHOTO_HEIGHT - height) / 2, width, height));
        sketch.add(new Op.Unclip());
        sketch.add(new Op.Fill(new Rectangle2D.Double(0, PHOTO_HEIGHT, WIDTH, 2.2), PRIMARY));
        return PHOTO_HEIGHT + 2.2;
    }

    private double title(Sketch sketch, double top) {
        FontStyle font = fitting(name, 46, WIDTH - 2 * MARGIN).bold();
        double y = top + (photo.isEmpty() ? 14 : 9) + font.em();
        sketch.centred(font, INK, name, MIDDLE, y);
        y += 10;
        String where = address.isEmpty() ? division : address;
        FontStyle small = Sketch.hei(15);
        String line = Sketch.shortened(small, category.isEmpty() ? where : category + "　" + where, WIDTH - 2 * MARGIN);
        sketch.centred(small, GREY, line, MIDDLE, y);
        if (!address.isEmpty() && !division.isEmpty()) {
            y += 6.4;
            FontStyle smaller = Sketch.hei(11);
            sketch.centred(smaller, GREY, Sketch.shortened(smaller, division, WIDTH - 2 * MARGIN), MIDDLE, y);
        }
        return y + (photo.isEmpty() ? 10 : 6);
    }

    /** As large as asked for, or as the width allows. */
    private static FontStyle fitting(String text, double points, double width) {
        double wide = Sketch.hei(points).bold().width(text);
        return Sketch.hei(wide <= width ? points : Math.max(14, points * width / wide));
    }

    private double code(Sketch sketch, double top) {
        double left = MIDDLE - PANEL / 2;
        Shape panel = new RoundRectangle2D.Double(left, top, PANEL, PANEL, 8, 8);
        sketch.add(new Op.Fill(panel, Ink.WHITE));
        sketch.add(new Op.Stroke(panel, Pen.of(0.4, LINE)));
        double inset = (PANEL - CODE) / 2;
        sketch.add(new Op.Fill(QrBlock.modules(link, left + inset, top + inset, CODE), Ink.of("#000000")));
        double y = top + PANEL + 8.5;
        sketch.centred(Sketch.hei(17).bold(), PRIMARY, "扫一扫：看地图、怎么走、有什么", MIDDLE, y);
        return y + 6;
    }

    private void facts(Sketch sketch, double top) {
        double y = top + 5;
        FontStyle font = Sketch.hei(13);
        y = fact(sketch, font, "营业时间", hours.orElse(""), y);
        y = fact(sketch, font, "电话", phone.orElse(""), y);
        fact(sketch, font, "有什么", String.join("、", products), y);
    }

    private static double fact(Sketch sketch, FontStyle font, String title, String text, double y) {
        double label = 24;
        if (text.isEmpty() || y > HEIGHT - 18) {
            return y;
        }
        double width = WIDTH - 2 * MARGIN - label;
        sketch.text(font.bold(), PRIMARY, title, MARGIN, y);
        double next = y;
        List<String> lines = Sketch.wrapped(font, text, width);
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            boolean cut = i == 1 && lines.size() > 2;
            sketch.text(
                    font,
                    INK,
                    cut ? Sketch.shortened(font, lines.get(i) + "……", width) : lines.get(i),
                    MARGIN + label,
                    next);
            next += 6.6;
        }
        return next + 0.8;
    }

    private void foot(Sketch sketch) {
        double y = HEIGHT - 9;
        sketch.line(Pen.of(0.25, LINE), MARGIN, y - 5, WIDTH - MARGIN, y - 5);
        FontStyle font = Sketch.hei(9);
        sketch.text(font, GREY, "店铺信息经民政部门地名服务核对", MARGIN, y);
        String shown = link.toString().replaceFirst("^https?://", "");
        sketch.right(font, GREY, Sketch.shortened(font, shown, 90), WIDTH - MARGIN, y);
    }
}
