package cn.diming.core.document;

import java.util.Map;

/**
 * A page and its styles. Measures in millimetres unless said otherwise.
 *
 * @param styles by the name templates use
 */
public record Layout(String name, Page page, Folio folio, Map<String, Style> styles) {

    /** Name of the style of lines that name none. */
    public static final String BODY = "正文";

    public static final String CELL = "表文";
    public static final String CELL_HEAD = "表头";
    static final String NOTE = "页眉";

    static final double POINTS_PER_MM = 72 / 25.4;

    /** The paper and its margins. */
    public record Page(double width, double height, double top, double bottom, double left, double right) {
        double textWidth() {
            return width - left - right;
        }

        double textHeight() {
            return height - top - bottom;
        }
    }

    /**
     * The page number.
     *
     * @param form with {@code {页}} for the number
     * @param outer right on odd pages, left on even ones, one em in (GB/T 9704-2012, 7.5); else in the middle
     * @param onFirst whether the first page bears one; a cover does not
     * @param drop from the text's lower edge to the line's upper edge
     */
    public record Folio(Style style, String form, boolean outer, boolean onFirst, double drop) {
        String text(int page) {
            return form.replace("{页}", Integer.toString(page));
        }
    }

    public Layout {
        styles = Map.copyOf(styles);
        if (page.textWidth() < 20 || page.textHeight() < 20) {
            throw new IllegalArgumentException("版式“" + name + "”的版心太小");
        }
    }

    static double points(double mm) {
        return mm * POINTS_PER_MM;
    }
}
