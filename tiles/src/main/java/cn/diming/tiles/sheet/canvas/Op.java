package cn.diming.tiles.sheet.canvas;

import java.awt.Shape;
import java.util.List;
import java.util.Optional;

/** One thing drawn on a page. Lengths in mm from the upper left corner, y downwards. */
public sealed interface Op {

    /** An area, by the even-odd rule. */
    record Fill(Shape shape, Ink ink) implements Op {}

    /** A line. */
    record Stroke(Shape shape, Pen pen) implements Op {}

    /** What follows shows within the shape only, until the matching {@link Unclip}. */
    record Clip(Shape shape) implements Op {}

    /** Ends the latest {@link Clip}. */
    record Unclip() implements Op {}

    /** What follows belongs to a layer that readers can switch off; the empty title ends the layer. */
    record Layer(String title) implements Op {}

    /**
     * A name: found as {@code whole} by a search, however its parts lie.
     *
     * @param halo a rim below it, so that it can be read across lines
     */
    record Text(FontStyle font, Ink ink, Optional<Halo> halo, String whole, List<Glyphs> parts) implements Op {
        public Text {
            parts = List.copyOf(parts);
        }

        /** A level text without a halo. */
        public static Text plain(FontStyle font, Ink ink, String text, double x, double y) {
            return new Text(font, ink, Optional.empty(), text, List.of(Glyphs.level(text, x, y)));
        }
    }

    /** @param width on each side, mm */
    record Halo(double width, Ink ink) {}

    /**
     * A symbol drawn many times, kept once in the file.
     *
     * @param name distinguishes symbols; the same name is the same drawing
     * @param drawing around the origin, fills and strokes only
     */
    record Stamp(String name, List<Op> drawing, double x, double y) implements Op {
        public Stamp {
            drawing = List.copyOf(drawing);
        }
    }

    /** A photo (JPEG or PNG). */
    record Picture(Photo photo, double x, double y, double width, double height) implements Op {}
}
