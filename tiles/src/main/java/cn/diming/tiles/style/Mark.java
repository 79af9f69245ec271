package cn.diming.tiles.style;

import java.util.List;
import java.util.Optional;

/** What a rule draws. Lengths are in pixels of a map whose world is 512 pixels wide at zoom 0. */
public sealed interface Mark {
    /** The paper below everything. */
    record Background(Colour colour) implements Mark {}

    /** An area. */
    record Fill(Colour colour, Optional<Colour> outline, double opacity) implements Mark {}

    /**
     * A line.
     *
     * @param dash lengths of dashes and gaps in widths of the line; empty = unbroken
     * @param round whether its ends are round
     */
    record Line(Colour colour, Scale width, List<Double> dash, boolean round, double opacity) implements Mark {
        public Line {
            dash = List.copyOf(dash);
        }
    }

    /** A disc on a point. */
    record Circle(Colour colour, Scale radius, Optional<Colour> stroke, double strokeWidth) implements Mark {}

    /**
     * A picture on a point.
     *
     * @param name of a picture in the {@link IconSet}
     */
    record Icon(String name, Scale size) implements Mark {}

    /**
     * Lettering.
     *
     * @param field the attribute that is written
     * @param along whether it follows its line; on steep lines Chinese characters stay upright and run downwards
     * @param below distance of the text's upper edge below its point in ems; empty = the text is centred on it
     * @param shield a plate behind the text, as road numbers have it
     * @param sides anchors of the text to be tried in turn where a symbol or a name is in the way; empty = it stays where it is.
     *     Pictures know the first alone
     */
    record Text(
            String field,
            Scale size,
            Colour colour,
            Optional<Colour> halo,
            double haloWidth,
            boolean along,
            Optional<Double> below,
            Optional<Shield> shield,
            boolean bold,
            List<String> sides)
            implements Mark {
        public Text {
            sides = List.copyOf(sides);
        }
    }

    /** A plate with a thin edge. */
    record Shield(Colour colour, Colour edge) {}
}
