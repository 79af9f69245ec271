package cn.diming.core.document;

import cn.diming.core.font.Typeface;

/**
 * How paragraphs of a kind look.
 *
 * @param name as templates call it
 * @param face in PDF
 * @param wordFace in Word, where the office has its own fonts (宋体, 仿宋, 黑体 …)
 * @param strong as a bolder cut
 * @param size points
 * @param pitch from line to line, points
 * @param indent of the first line, em
 * @param left em
 * @param right em
 * @param before space above, lines
 * @param after space below, lines
 * @param spacing between letters, em
 * @param glue with what it stays on one page
 */
public record Style(
        String name,
        Typeface face,
        String wordFace,
        boolean strong,
        double size,
        double pitch,
        Align align,
        double indent,
        double left,
        double right,
        double before,
        double after,
        double spacing,
        int rgb,
        Glue glue,
        int outline) {

    /** Where the lines stand. */
    public enum Align {
        JUSTIFIED("两端"),
        LEFT("左"),
        CENTRE("居中"),
        RIGHT("右");

        private final String title;

        Align(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What a paragraph may not be parted from. */
    public enum Glue {
        NONE(""),
        /** A heading never stands last on a page. */
        NEXT("下段"),
        /** A signature never stands alone on a page. */
        PREVIOUS("上段"),
        /** Stands at the foot of the last page. */
        FOOT("页底"),
        /** The imprint (版记) does so between two lines. */
        IMPRINT("版记");

        private final String title;

        Glue(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean isFoot() {
            return this == FOOT || this == IMPRINT;
        }
    }

    public Style {
        if (size <= 0 || size > 120 || pitch <= 0) {
            throw new IllegalArgumentException(name);
        }
    }
}
