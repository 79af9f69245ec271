package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Lettering;
import cn.diming.core.font.Typeface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the content stream of one page. The unit is a hundredth of a millimetre, y downwards, which keeps numbers short;
 * nothing is said twice (colours, widths). A name that does not lie in one straight run, and every halo, is marked with
 * the text that a search shall find.
 */
final class PdfCanvas implements Canvas {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final PdfBook book;
    private final PdfBook.PageResources resources;
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State();
    private boolean inLayer;

    /** For a symbol, which is placed by the page that shows it. */
    PdfCanvas(PdfBook book, PdfBook.PageResources resources) {
        this.book = book;
        this.resources = resources;
    }

    PdfCanvas(PdfBook book, PdfBook.PageResources resources, DisplayList page) {
        this(book, resources);
        double unit = page.enlargement() * 72 / 25.4 / PathText.UNITS;
        out.append("%.8f 0 0 -%.8f 0 %.4f cm 1 j\n".formatted(unit, unit, page.printHeight() * 72 / 25.4));
    }

    /** What the stream has said last, so that it need not be said again. */
    private static final class State implements Cloneable {
        private int fill = -1;
        private int stroke = -1;
        private double opacity = 1;
        private double width = -1;
        private List<Double> dash = List.of();
        private boolean round;
        private int mode;

        private State copy() {
            try {
                return (State) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** A symbol starts from the page's state, which may be any: it says all it needs. */
    void begin() {
        out.append("1 j 0 J []0 d\n");
    }

    byte[] content() {
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void fill(Op.Fill fill) {
        fillInk(fill.ink());
        PathText.pdf(fill.shape(), out);
        out.append("f*\n");
    }

    @Override
    public void stroke(Op.Stroke stroke) {
        pen(stroke.pen());
        PathText.pdf(stroke.shape(), out);
        out.append("S\n");
    }

    @Override
    public void clip(Op.Clip clip) {
        saved.push(state.copy());
        out.append("q\n");
        PathText.pdf(clip.shape(), out);
        out.append("W* n\n");
    }

    @Override
    public void unclip() {
        out.append("Q\n");
        state = saved.pop();
    }

    @Override
    public void layer(Op.Layer layer) {
        if (inLayer) {
            out.append("EMC\n");
        }
        inLayer = !layer.title().isEmpty();
        if (inLayer) {
            out.append("/OC /").append(resources.layer(layer.title())).append(" BDC\n");
        }
    }

    @Override
    public void text(Op.Text text) {
        text.halo().ifPresent(halo -> {
            out.append("/Span<</ActualText()>>BDC\n");
            strokeInk(halo.ink());
            width(2 * halo.width() + (text.font().strong() ? strong(text.font()) : 0));
            solid();
            run(text, 1);
            out.append("EMC\n");
        });
        boolean parted =
                text.parts().size() > 1 || !text.parts().getFirst().text().equals(text.whole());
        if (parted) {
            out.append("/Span<</ActualText<FEFF")
                    .append(HEX.formatHex(text.whole().getBytes(StandardCharsets.UTF_16BE)))
                    .append(">>>BDC\n");
        }
        fillInk(text.ink());
        if (text.font().strong()) {
            strokeInk(text.ink());
            width(strong(text.font()));
            solid();
        }
        run(text, text.font().strong() ? 2 : 0);
        if (parted) {
            out.append("EMC\n");
        }
    }

    private static double strong(FontStyle font) {
        return font.em() * FontStyle.STROKE_OF_STRONG;
    }

    private void run(Op.Text text, int mode) {
        FontStyle font = text.font();
        out.append("BT");
        if (state.mode != mode) {
            state.mode = mode;
            out.append(' ').append(mode).append(" Tr");
        }
        Typeface current = null;
        for (Glyphs part : text.parts()) {
            boolean placed = false;
            for (Lettering.Stretch stretch : Lettering.stretches(font.face(), part.text())) {
                if (stretch.face() != current) {
                    current = stretch.face();
                    out.append(" /").append(resources.font(current)).append(' ');
                    number(font.em() * PathText.UNITS).append(" Tf");
                }
                if (!placed) {
                    matrix(part, font);
                    placed = true;
                }
                out.append('<')
                        .append(HEX.formatHex(encoded(current, stretch.text())))
                        .append(">Tj");
            }
        }
        out.append(" ET\n");
    }

    private byte[] encoded(Typeface face, String text) {
        try {
            return book.encode(face, text);
        } catch (IOException broken) {
            throw new UncheckedIOException("encoding text", broken);
        }
    }

    private void matrix(Glyphs part, FontStyle font) {
        double cos = Math.cos(part.angle());
        double sin = Math.sin(part.angle());
        double lean = font.oblique() ? FontStyle.LEAN : 0;
        out.append(' ');
        fine(cos);
        fine(sin);
        fine(sin + lean * cos);
        fine(-cos + lean * sin);
        number(part.x() * PathText.UNITS).append(' ');
        number(part.y() * PathText.UNITS).append(" Tm");
    }

    @Override
    public void stamp(Op.Stamp stamp) {
        opacity(1);
        out.append("q 1 0 0 1 ");
        number(stamp.x() * PathText.UNITS).append(' ');
        number(stamp.y() * PathText.UNITS).append(" cm /");
        out.append(resources.stamp(stamp)).append(" Do Q\n");
    }

    @Override
    public void picture(Op.Picture picture) {
        opacity(1);
        out.append("q ");
        number(picture.width() * PathText.UNITS).append(" 0 0 ");
        number(-picture.height() * PathText.UNITS).append(' ');
        number(picture.x() * PathText.UNITS).append(' ');
        number((picture.y() + picture.height()) * PathText.UNITS).append(" cm /");
        out.append(resources.photo(picture.photo())).append(" Do Q\n");
    }

    private void pen(Pen pen) {
        strokeInk(pen.ink());
        width(pen.width());
        if (!state.dash.equals(pen.dash())) {
            state.dash = pen.dash();
            out.append('[');
            pen.dash().forEach(length -> number(length * PathText.UNITS).append(' '));
            out.append("]0 d\n");
        }
        if (state.round != pen.round()) {
            state.round = pen.round();
            out.append(pen.round() ? "1 J\n" : "0 J\n");
        }
    }

    private void solid() {
        if (!state.dash.isEmpty()) {
            state.dash = List.of();
            out.append("[]0 d\n");
        }
    }

    private void width(double mm) {
        if (state.width != mm) {
            state.width = mm;
            fine(mm * PathText.UNITS);
            out.append("w\n");
        }
    }

    private void fillInk(Ink ink) {
        opacity(ink.opacity());
        if (state.fill != ink.rgb()) {
            state.fill = ink.rgb();
            colour(ink.rgb());
            out.append("rg\n");
        }
    }

    private void strokeInk(Ink ink) {
        opacity(ink.opacity());
        if (state.stroke != ink.rgb()) {
            state.stroke = ink.rgb();
            colour(ink.rgb());
            out.append("RG\n");
        }
    }

    private void colour(int rgb) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            fine((rgb >> shift & 0xFF) / 255.0);
        }
    }

    private void opacity(double opacity) {
        if (state.opacity != opacity) {
            state.opacity = opacity;
            out.append('/').append(resources.opacity(opacity)).append(" gs\n");
        }
    }

    private StringBuilder number(double value) {
        return out.append(Math.round(value));
    }

    /** Three digits after the point, and a space. */
    private void fine(double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
        }
        long size = Math.abs(thousandths);
        out.append(size / 1000);
        int rest = (int) (size % 1000);
        if (rest > 0) {
            String digits = Integer.toString(1000 + rest);
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 1, end);
        }
        out.append(' ');
    }
}
