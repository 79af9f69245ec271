package cn.diming.core.document;

import cn.diming.core.document.Style.Align;
import cn.diming.core.document.Style.Glue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The styles of a layout as those of Word, under the same names; and what stands around the text. */
final class WordStyles {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Layout layout;
    private final Map<String, Style> styles;
    private final List<String> order;

    WordStyles(Layout layout) {
        this.layout = layout;
        this.styles = new TreeMap<>(layout.styles());
        this.order = List.copyOf(styles.keySet());
    }

    String id(Style style) {
        return "s" + order.indexOf(style.name());
    }

    byte[] styles() {
        Xml xml = new Xml().open("w:styles", "xmlns:w", NAMESPACE);
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        xml.empty(
                "w:rFonts",
                "w:ascii",
                "Times New Roman",
                "w:hAnsi",
                "Times New Roman",
                "w:eastAsia",
                "宋体",
                "w:cs",
                "Times New Roman");
        xml.empty("w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN");
        xml.close("w:rPr").close("w:rPrDefault").close("w:docDefaults");
        xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "a");
        xml.empty("w:name", "w:val", "Normal").close("w:style");
        styles.values().forEach(style -> style(xml, style));
        return xml.close("w:styles").bytes();
    }

    private void style(Xml xml, Style style) {
        xml.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id(style));
        xml.empty("w:name", "w:val", style.name());
        xml.empty("w:basedOn", "w:val", "a").empty("w:qFormat");
        xml.open("w:pPr");
        if (style.glue() == Glue.NEXT) {
            xml.empty("w:keepNext");
        }
        xml.empty("w:widowControl", "w:val", "1");
        if (style.glue() == Glue.IMPRINT) {
            xml.open("w:pBdr");
            for (String side : List.of("top", "bottom", "between")) {
                xml.empty("w:" + side, "w:val", "single", "w:sz", "6", "w:space", "0", "w:color", "000000");
            }
            xml.close("w:pBdr");
        }
        double edge = Layout.points(layout.page().textWidth()) - style.right() * style.size();
        xml.open("w:tabs")
                .empty("w:tab", "w:val", "right", "w:pos", twips(edge))
                .close("w:tabs");
        xml.empty("w:kinsoku")
                .empty("w:overflowPunct")
                .empty("w:autoSpaceDE", "w:val", "0")
                .empty("w:autoSpaceDN", "w:val", "0");
        xml.empty(
                "w:spacing",
                "w:before",
                twips(style.before() * style.pitch()),
                "w:after",
                twips(style.after() * style.pitch()),
                "w:line",
                twips(style.pitch()),
                "w:lineRule",
                "exact");
        xml.empty(
                "w:ind",
                "w:left",
                twips(style.left() * style.size()),
                "w:right",
                twips(style.right() * style.size()),
                "w:firstLineChars",
                hundredths(style.indent()),
                "w:firstLine",
                twips(style.indent() * style.size()));
        xml.empty("w:jc", "w:val", justification(style.align()));
        if (style.outline() > 0) {
            xml.empty("w:outlineLvl", "w:val", Integer.toString(style.outline() - 1));
        }
        xml.close("w:pPr");
        letters(xml, style);
        xml.close("w:style");
    }

    private static void letters(Xml xml, Style style) {
        xml.open("w:rPr");
        xml.empty(
                "w:rFonts",
                "w:ascii",
                "Times New Roman",
                "w:hAnsi",
                "Times New Roman",
                "w:eastAsia",
                style.wordFace(),
                "w:hint",
                "eastAsia");
        if (style.strong()) {
            xml.empty("w:b");
        }
        xml.empty("w:color", "w:val", "%06X".formatted(style.rgb()));
        if (style.spacing() != 0) {
            xml.empty("w:spacing", "w:val", twips(style.spacing() * style.size()));
        }
        String halfPoints = Long.toString(Math.round(style.size() * 2));
        xml.empty("w:sz", "w:val", halfPoints).empty("w:szCs", "w:val", halfPoints);
        xml.close("w:rPr");
    }

    private static String justification(Align align) {
        return switch (align) {
            case JUSTIFIED -> "both";
            case LEFT -> "left";
            case CENTRE -> "center";
            case RIGHT -> "right";
        };
    }

    /** Odd and even pages have their own page numbers when these stand outside. */
    byte[] settings() {
        Xml xml = new Xml().open("w:settings", "xmlns:w", NAMESPACE);
        xml.empty("w:zoom", "w:percent", "100");
        if (layout.folio().outer()) {
            xml.empty("w:evenAndOddHeaders");
        }
        xml.empty("w:characterSpacingControl", "w:val", "compressPunctuation");
        xml.open("w:compat")
                .empty(
                        "w:compatSetting",
                        "w:name",
                        "compatibilityMode",
                        "w:uri",
                        "http://schemas.microsoft.com/office/word",
                        "w:val",
                        "15")
                .close("w:compat");
        xml.empty("w:themeFontLang", "w:val", "en-US", "w:eastAsia", "zh-CN");
        return xml.close("w:settings").bytes();
    }

    byte[] footer(boolean even) {
        Layout.Folio folio = layout.folio();
        Xml xml = new Xml().open("w:ftr", "xmlns:w", NAMESPACE).open("w:p").open("w:pPr");
        String inset = twips(folio.style().size());
        if (folio.outer()) {
            xml.empty("w:ind", even ? "w:left" : "w:right", inset);
        }
        xml.empty("w:jc", "w:val", !folio.outer() ? "center" : even ? "left" : "right")
                .close("w:pPr");
        String[] around = folio.form().split("\\{页\\}", -1);
        run(xml, folio.style(), around[0]);
        xml.open("w:fldSimple", "w:instr", " PAGE ");
        run(xml, folio.style(), "1");
        xml.close("w:fldSimple");
        run(xml, folio.style(), around.length > 1 ? around[1] : "");
        return xml.close("w:p").close("w:ftr").bytes();
    }

    byte[] header(String note) {
        Xml xml = new Xml().open("w:hdr", "xmlns:w", NAMESPACE).open("w:p").open("w:pPr");
        xml.empty("w:jc", "w:val", "right").close("w:pPr");
        Style style = layout.styles().get(Layout.NOTE);
        run(xml, Objects.requireNonNull(style), note);
        return xml.close("w:p").close("w:hdr").bytes();
    }

    private static void run(Xml xml, Style style, String text) {
        if (!text.isEmpty()) {
            xml.open("w:r");
            letters(xml, style);
            xml.open("w:t", "xml:space", "preserve").text(text).close("w:t").close("w:r");
        }
    }

    static String twips(double points) {
        return Long.toString(Math.round(points * 20));
    }

    private static String hundredths(double em) {
        return Long.toString(Math.round(em * 100));
    }
}
