package cn.diming.core.document;

import java.util.List;

/** A photo or a drawing. */
public sealed interface Image {

    /**
     * @param bytes a JPEG or PNG file
     * @param type {@code jpeg} or {@code png}
     */
    record Photo(byte[] bytes, String type, int widthPixels, int heightPixels) implements Image {}

    /**
     * Lines, areas and letters.
     *
     * @param width in points; marks measure from the upper left corner, y downwards
     */
    record Drawing(double width, double height, List<Mark> marks) implements Image {
        public Drawing {
            marks = List.copyOf(marks);
        }
    }
}
