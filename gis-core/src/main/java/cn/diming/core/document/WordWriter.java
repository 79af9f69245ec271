package cn.diming.core.document;

import cn.diming.core.document.Block.Cell;
import cn.diming.core.document.Block.Content;
import cn.diming.core.document.Block.Paragraph;
import cn.diming.core.document.Block.Picture;
import cn.diming.core.document.Block.Row;
import cn.diming.core.document.Block.Table;
import cn.diming.core.document.Style.Glue;
import java.util.List;
import java.util.Map;

/**
 * Writes a document as Word file, with styles that the office can go on working with. The fonts are named, not embedded:
 * every Chinese Word and WPS has them.
 */
final class WordWriter {

    private static final long EMU_PER_MM = 36000;
    private static final double DOTS_PER_POINT = 200 / 72.0;
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    private final Document document;
    private final WordStyles styles;
    private final WordPackage files = new WordPackage();
    private final Map<String, Integer> pages;
    private final Xml xml = new Xml();
    private boolean keptWithNext;
    private int pictures;
    private int anchors;

    private WordWriter(Document document, Map<String, Integer> pages) {
        this.document = document;
        this.styles = new WordStyles(document.layout());
        this.pages = pages;
    }

    /** @param pages on which each anchor stands in the set pages; Word counts anew when it opens the file */
    static byte[] write(Document document, Map<String, Integer> pages) {
        return new WordWriter(document, pages).written();
    }

    private byte[] written() {
        files.relate("styles.xml", "styles", styles.styles());
        files.relate("settings.xml", "settings", styles.settings());
        xml.open(
                "w:document",
                "xmlns:w",
                WordStyles.NAMESPACE,
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "xmlns:wp",
                DRAWING + "wordprocessingDrawing",
                "xmlns:a",
                DRAWING + "main",
                "xmlns:pic",
                DRAWING + "picture",
                "xmlns:asvg",
                "http://schemas.microsoft.com/office/drawing/2016/SVG/main");
        xml.open("w:body");
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (i > 0 && blocks.get(i - 1) instanceof Table) {
                gap(); // two tables in a row would grow together
            }
            keptWithNext = i + 1 < blocks.size()
                    && blocks.get(i + 1) instanceof Paragraph next
                    && next.style().glue() == Glue.PREVIOUS;
            block(blocks.get(i));
        }
        if (!blocks.isEmpty() && blocks.getLast() instanceof Table) {
            gap();
        }
        section();
        xml.close("w:body").close("w:document");
        return files.zip(document.title(), xml.bytes());
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Table table -> table(table);
            case Picture picture -> {
                xml.open("w:p").open("w:pPr").empty("w:jc", "w:val", "center").close("w:pPr");
                picture(picture, Layout.points(document.layout().page().textWidth()));
                xml.close("w:p");
            }
            case Block.Rule rule -> rule(rule);
            case Block.PageBreak none ->
                xml.open("w:p")
                        .open("w:r")
                        .empty("w:br", "w:type", "page")
                        .close("w:r")
                        .close("w:p");
        }
    }

    private void gap() {
        xml.open("w:p").open("w:pPr");
        xml.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "120", "w:lineRule", "exact");
        xml.close("w:pPr").close("w:p");
    }

    private void paragraph(Paragraph paragraph) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", styles.id(paragraph.style()));
        if (keptWithNext) {
            xml.empty("w:keepNext");
        }
        if (paragraph.style().glue().isFoot()) {
            String width =
                    WordStyles.twips(Layout.points(document.layout().page().textWidth()));
            xml.empty(
                    "w:framePr",
                    "w:w",
                    width,
                    "w:hSpace",
                    "0",
                    "w:wrap",
                    "notBeside",
                    "w:vAnchor",
                    "margin",
                    "w:hAnchor",
                    "margin",
                    "w:xAlign",
                    "center",
                    "w:yAlign",
                    "bottom");
        }
        xml.close("w:pPr");
        paragraph.runs().forEach(this::run);
        xml.close("w:p");
    }

    private void run(Run run) {
        switch (run.kind()) {
            case PLAIN -> text(run.text(), false);
            case MISSING -> text(run.text(), true);
            case ANCHOR -> {
                String number = Integer.toString(++anchors);
                xml.empty("w:bookmarkStart", "w:id", number, "w:name", bookmark(run.text()));
                xml.empty("w:bookmarkEnd", "w:id", number);
            }
            case PAGE -> {
                xml.open("w:fldSimple", "w:instr", " PAGEREF " + bookmark(run.text()) + " ");
                text(String.valueOf(pages.getOrDefault(run.text(), 1)), false);
                xml.close("w:fldSimple");
            }
        }
    }

    /** Word allows letters, digits and underscores, 40 at most. */
    private static String bookmark(String anchor) {
        return "p" + Integer.toHexString(anchor.hashCode()) + "_" + anchor.length();
    }

    private void text(String text, boolean missing) {
        if (text.isEmpty()) {
            return;
        }
        xml.open("w:r");
        if (missing) {
            xml.open("w:rPr")
                    .empty("w:color", "w:val", "C00000")
                    .empty("w:highlight", "w:val", "yellow")
                    .close("w:rPr");
        }
        String[] parts = text.split("(?<=[\t\n])|(?=[\t\n])", -1);
        for (String part : parts) {
            switch (part) {
                case "\t" -> xml.empty("w:tab");
                case "\n" -> xml.empty("w:br");
                default -> xml.open("w:t", "xml:space", "preserve").text(part).close("w:t");
            }
        }
        xml.close("w:r");
    }

    private void rule(Block.Rule rule) {
        xml.open("w:p").open("w:pPr").open("w:pBdr");
        String eighths = Long.toString(Math.round(rule.points() * 8));
        xml.empty(
                "w:bottom",
                "w:val",
                "single",
                "w:sz",
                eighths,
                "w:space",
                "0",
                "w:color",
                "%06X".formatted(rule.rgb()));
        xml.close("w:pBdr");
        xml.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "exact");
        xml.close("w:pPr").close("w:p");
    }

    private void table(Table table) {
        double total = Layout.points(document.layout().page().textWidth());
        double sum = table.widths().stream().mapToDouble(Double::doubleValue).sum();
        double[] widths =
                table.widths().stream().mapToDouble(w -> w / sum * total).toArray();
        xml.open("w:tbl").open("w:tblPr");
        xml.empty("w:tblW", "w:w", WordStyles.twips(total), "w:type", "dxa").empty("w:jc", "w:val", "center");
        if (table.framed()) {
            xml.open("w:tblBorders");
            for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                xml.empty("w:" + side, "w:val", "single", "w:sz", "5", "w:space", "0", "w:color", "000000");
            }
            xml.close("w:tblBorders");
        }
        xml.empty("w:tblLayout", "w:type", "fixed").open("w:tblCellMar");
        xml.empty("w:top", "w:w", "60", "w:type", "dxa").empty("w:left", "w:w", "90", "w:type", "dxa");
        xml.empty("w:bottom", "w:w", "60", "w:type", "dxa").empty("w:right", "w:w", "90", "w:type", "dxa");
        xml.close("w:tblCellMar").close("w:tblPr").open("w:tblGrid");
        for (double width : widths) {
            xml.empty("w:gridCol", "w:w", WordStyles.twips(width));
        }
        xml.close("w:tblGrid");
        table.rows().forEach(row -> row(row, widths));
        xml.close("w:tbl");
    }

    private void row(Row row, double[] widths) {
        xml.open("w:tr").open("w:trPr");
        if (row.heightMm() > 0) {
            xml.empty("w:trHeight", "w:val", WordStyles.twips(Layout.points(row.heightMm())), "w:hRule", "atLeast");
        }
        if (row.repeats()) {
            xml.empty("w:tblHeader");
        }
        xml.close("w:trPr");
        int column = 0;
        for (Cell cell : row.cells()) {
            double width = 0;
            for (int i = 0; i < cell.span() && column < widths.length; i++) {
                width += widths[column++];
            }
            cell(cell, width);
        }
        xml.close("w:tr");
    }

    private void cell(Cell cell, double width) {
        xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", WordStyles.twips(width), "w:type", "dxa");
        if (cell.span() > 1) {
            xml.empty("w:gridSpan", "w:val", Integer.toString(cell.span()));
        }
        xml.empty("w:vAlign", "w:val", "center").close("w:tcPr");
        switch (cell.content()) {
            case Content.Text text -> text.paragraphs().forEach(this::paragraph);
            case Content.Figure figure -> {
                xml.open("w:p").open("w:pPr").empty("w:jc", "w:val", "center").close("w:pPr");
                picture(figure.picture(), width - 9);
                xml.close("w:p");
            }
        }
        xml.close("w:tc");
    }

    /** @param room points across */
    private void picture(Picture picture, double room) {
        double scale = Math.min(1, room / Layout.points(picture.widthMm()));
        String width = Long.toString(Math.round(picture.widthMm() * scale * EMU_PER_MM));
        String height = Long.toString(Math.round(picture.heightMm() * scale * EMU_PER_MM));
        String[] parts = files.picture(picture.image(), DOTS_PER_POINT);
        String id = Integer.toString(++pictures);
        xml.open("w:r").open("w:drawing").open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        xml.empty("wp:extent", "cx", width, "cy", height).empty("wp:docPr", "id", id, "name", "图 " + id);
        xml.open("a:graphic").open("a:graphicData", "uri", DRAWING + "picture").open("pic:pic");
        xml.open("pic:nvPicPr")
                .empty("pic:cNvPr", "id", id, "name", "图 " + id)
                .empty("pic:cNvPicPr")
                .close("pic:nvPicPr");
        xml.open("pic:blipFill").open("a:blip", "r:embed", parts[0]);
        if (parts.length > 1) {
            xml.open("a:extLst").open("a:ext", "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
            xml.empty("asvg:svgBlip", "r:embed", parts[1]).close("a:ext").close("a:extLst");
        }
        xml.close("a:blip")
                .open("a:stretch")
                .empty("a:fillRect")
                .close("a:stretch")
                .close("pic:blipFill");
        xml.open("pic:spPr")
                .open("a:xfrm")
                .empty("a:off", "x", "0", "y", "0")
                .empty("a:ext", "cx", width, "cy", height);
        xml.close("a:xfrm")
                .open("a:prstGeom", "prst", "rect")
                .empty("a:avLst")
                .close("a:prstGeom")
                .close("pic:spPr");
        xml.close("pic:pic")
                .close("a:graphicData")
                .close("a:graphic")
                .close("wp:inline")
                .close("w:drawing")
                .close("w:r");
    }

    private void section() {
        Layout.Page page = document.layout().page();
        Layout.Folio folio = document.layout().folio();
        xml.open("w:sectPr");
        if (!document.note().isEmpty()) {
            byte[] header = styles.header(document.note());
            xml.empty("w:headerReference", "w:type", "default", "r:id", files.relate("header1.xml", "header", header));
            if (folio.outer()) {
                xml.empty("w:headerReference", "w:type", "even", "r:id", files.relate("header2.xml", "header", header));
            }
        }
        xml.empty(
                "w:footerReference",
                "w:type",
                "default",
                "r:id",
                files.relate("footer1.xml", "footer", styles.footer(false)));
        if (folio.outer()) {
            xml.empty(
                    "w:footerReference",
                    "w:type",
                    "even",
                    "r:id",
                    files.relate("footer2.xml", "footer", styles.footer(true)));
        }
        xml.empty(
                "w:pgSz",
                "w:w",
                twips(page.width()),
                "w:h",
                twips(page.height()),
                "w:orient",
                page.width() > page.height() ? "landscape" : "portrait");
        double below = Math.max(8, page.bottom() - folio.drop() - folio.style().size() * 0.45);
        xml.empty(
                "w:pgMar",
                "w:top",
                twips(page.top()),
                "w:right",
                twips(page.right()),
                "w:bottom",
                twips(page.bottom()),
                "w:left",
                twips(page.left()),
                "w:header",
                twips(page.top() / 2),
                "w:footer",
                twips(below),
                "w:gutter",
                "0");
        if (!folio.onFirst()) {
            xml.empty("w:titlePg");
        }
        xml.close("w:sectPr");
    }

    private static String twips(double mm) {
        return WordStyles.twips(Layout.points(mm));
    }
}
