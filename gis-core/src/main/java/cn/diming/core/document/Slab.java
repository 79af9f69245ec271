package cn.diming.core.document;

import java.util.List;

/**
 * A piece of a page that is not parted: a line of text or a row of a table.
 *
 * @param height points
 * @param glued to the slab before it: no page begins with it unless it must
 * @param space nothing but room, left out at the top of a page
 * @param marks measured from its upper left corner
 * @param anchors that stand in it
 * @param head of the table it belongs to, set again when a page begins with it
 * @param frame of the row it continues
 */
record Slab(
        double height,
        boolean glued,
        boolean space,
        List<Mark> marks,
        List<String> anchors,
        List<Slab> head,
        Frame frame) {

    /** How a row that is parted is closed at the foot of one page and opened at the head of the next. */
    record Frame(List<Mark> opening, List<Mark> closing) {
        static final Frame NONE = new Frame(List.of(), List.of());
    }

    Slab {
        marks = List.copyOf(marks);
        anchors = List.copyOf(anchors);
        head = List.copyOf(head);
    }

    static Slab space(double height, boolean glued) {
        return new Slab(height, glued, true, List.of(), List.of(), List.of(), Frame.NONE);
    }

    static Slab of(double height, boolean glued, List<Mark> marks, List<String> anchors) {
        return new Slab(height, glued, false, marks, anchors, List.of(), Frame.NONE);
    }

    Slab under(List<Slab> tableHead) {
        return new Slab(height, glued, space, marks, anchors, tableHead, frame);
    }
}
