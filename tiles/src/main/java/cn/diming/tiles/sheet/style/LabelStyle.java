package cn.diming.tiles.sheet.style;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op.Halo;
import java.util.Optional;

/**
 * How names are lettered.
 *
 * @param field the property that is written
 * @param below a property written in a second line, such as a height
 * @param weight what a name is worth when there is not room for all
 * @param repeat along a line, the distance in mm after which the name is written again; 0 = once
 * @param gap between letters, mm
 * @param mustShow the share of names (0 to 1) that must be on the map or its inset
 * @param numbered whether a name without room may be replaced by a number, explained in the margin
 */
public record LabelStyle(
        String field,
        Optional<String> below,
        FontStyle font,
        Ink ink,
        Halo halo,
        Placing placing,
        double weight,
        double repeat,
        double gap,
        double mustShow,
        boolean numbered) {

    /** Where a name goes. */
    public enum Placing {
        /** Beside a point. */
        BESIDE,
        /** Along a line. */
        ALONG,
        /** In an area, level. */
        WITHIN,
        /** In the middle of the feature, which is its own symbol: a number in its house. */
        UPON
    }
}
