package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Typeface;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a page as SVG: layers as groups, names as text that can be searched and edited, halos by paint-order. */
public final class SvgCanvas implements Canvas {

    private final StringBuilder out = new StringBuilder(1 << 18);
    private final Set<String> stamps = new HashSet<>();
    private int clips;
    private boolean inLayer;

    private SvgCanvas() {}

    /** The page as an SVG document; the same page gives the same text. */
    public static String write(String title, DisplayList page) {
        SvgCanvas canvas = new SvgCanvas();
        canvas.out.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %d %d" lang="zh-CN">
                <title>%s</title>
                <style>text{white-space:pre;stroke-linejoin:round}path{fill-rule:evenodd;stroke-linejoin:round}\
                .s{font-family:"Noto Serif SC","Source Han Serif SC",SimSun,serif}\
                .h{font-family:"Noto Sans SC","Source Han Sans SC",SimHei,sans-serif;font-weight:500}.b{font-weight:700}.o{font-style:oblique 12deg}</style>
                """.formatted(
                        trimmed(page.printWidth()),
                        trimmed(page.printHeight()),
                        Math.round(page.width() * PathText.UNITS),
                        Math.round(page.height() * PathText.UNITS),
                        escaped(title)));
        page.paintOn(canvas);
        if (canvas.inLayer) {
            canvas.out.append("</g>\n");
        }
        return canvas.out.append("</svg>\n").toString();
    }

    @Override
    public void fill(Op.Fill fill) {
        out.append("<path fill=\"").append(colour(fill.ink())).append('"');
        if (fill.ink().opacity() < 1) {
            out.append(" fill-opacity=\"").append(trimmed(fill.ink().opacity())).append('"');
        }
        path(fill.shape());
    }

    @Override
    public void stroke(Op.Stroke stroke) {
        Pen pen = stroke.pen();
        out.append("<path fill=\"none\" stroke=\"")
                .append(colour(pen.ink()))
                .append("\" stroke-width=\"")
                .append(units(pen.width()))
                .append('"');
        if (pen.ink().opacity() < 1) {
            out.append(" stroke-opacity=\"")
                    .append(trimmed(pen.ink().opacity()))
                    .append('"');
        }
        if (!pen.dash().isEmpty()) {
            out.append(" stroke-dasharray=\"").append(list(pen.dash())).append('"');
        }
        if (pen.round()) {
            out.append(" stroke-linecap=\"round\"");
        }
        path(stroke.shape());
    }

    private void path(java.awt.Shape shape) {
        out.append(" d=\"");
        PathText.svg(shape, out);
        out.append("\"/>\n");
    }

    @Override
    public void clip(Op.Clip clip) {
        clips++;
        out.append("<clipPath id=\"c").append(clips).append("\"><path clip-rule=\"evenodd\"");
        path(clip.shape());
        out.append("</clipPath><g clip-path=\"url(#c").append(clips).append(")\">\n");
    }

    @Override
    public void unclip() {
        out.append("</g>\n");
    }

    @Override
    public void layer(Op.Layer layer) {
        if (inLayer) {
            out.append("</g>\n");
        }
        inLayer = !layer.title().isEmpty();
        if (inLayer) {
            out.append("<g id=\"").append(escaped(layer.title())).append("\">\n");
        }
    }

    @Override
    public void text(Op.Text text) {
        FontStyle font = text.font();
        out.append("<text class=\"").append(font.face() == Typeface.SONG ? "s" : "h");
        if (font.strong()) {
            out.append(" b");
        }
        if (font.oblique()) {
            out.append(" o");
        }
        out.append("\" font-size=\"")
                .append(units(font.em()))
                .append("\" fill=\"")
                .append(colour(text.ink()))
                .append('"');
        if (text.ink().opacity() < 1) {
            out.append(" fill-opacity=\"").append(trimmed(text.ink().opacity())).append('"');
        }
        text.halo()
                .ifPresent(halo -> out.append(" paint-order=\"stroke\" stroke=\"")
                        .append(colour(halo.ink()))
                        .append("\" stroke-width=\"")
                        .append(units(2 * halo.width()))
                        .append('"'));
        boolean one = text.parts().size() == 1 && text.parts().getFirst().angle() == 0;
        if (one) {
            Glyphs only = text.parts().getFirst();
            out.append(" x=\"")
                    .append(units(only.x()))
                    .append("\" y=\"")
                    .append(units(only.y()))
                    .append("\">")
                    .append(escaped(only.text()));
        } else {
            glyphByGlyph(text);
        }
        out.append("</text>\n");
    }

    /** Each character has its place and angle: one element remains one text to a search. */
    private void glyphByGlyph(Op.Text text) {
        StringBuilder x = new StringBuilder();
        StringBuilder y = new StringBuilder();
        StringBuilder turns = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (Glyphs part : text.parts()) {
            double along = 0;
            for (int codePoint : part.text().codePoints().toArray()) {
                String letter = Character.toString(codePoint);
                // a character outside the basic plane is two units to SVG, which wants a place for each
                for (int unit = 0; unit < letter.length(); unit++) {
                    x.append(units(part.x() + along * Math.cos(part.angle()))).append(' ');
                    y.append(units(part.y() + along * Math.sin(part.angle()))).append(' ');
                    turns.append(trimmed(Math.toDegrees(part.angle()))).append(' ');
                }
                letters.append(letter);
                along += text.font().width(letter);
            }
        }
        out.append(" x=\"").append(x.toString().strip());
        out.append("\" y=\"").append(y.toString().strip());
        out.append("\" rotate=\"").append(turns.toString().strip()).append("\">");
        out.append(escaped(letters.toString()));
    }

    @Override
    public void stamp(Op.Stamp stamp) {
        if (stamps.add(stamp.name())) {
            out.append("<defs><g id=\"").append(escaped(stamp.name())).append("\">\n");
            DisplayList.paint(stamp.drawing(), this);
            out.append("</g></defs>\n");
        }
        out.append("<use href=\"#%s\" x=\"%d\" y=\"%d\"/>\n"
                .formatted(escaped(stamp.name()), units(stamp.x()), units(stamp.y())));
    }

    @Override
    public void picture(Op.Picture picture) {
        byte[] bytes = picture.photo().bytes();
        String type = bytes.length > 0 && bytes[0] == (byte) 0x89 ? "png" : "jpeg";
        out.append(
                "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" href=\"data:image/%s;base64,%s\"/>\n"
                        .formatted(
                                units(picture.x()),
                                units(picture.y()),
                                units(picture.width()),
                                units(picture.height()),
                                type,
                                Base64.getEncoder().encodeToString(bytes)));
    }

    private static long units(double mm) {
        return Math.round(mm * PathText.UNITS);
    }

    private static String list(List<Double> lengths) {
        return lengths.stream().map(length -> Long.toString(units(length))).collect(Collectors.joining(" "));
    }

    private static String colour(Ink ink) {
        return "#%06x".formatted(ink.rgb());
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
