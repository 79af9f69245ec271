package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.style.LabelStyle;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A name that wants its place on the map.
 *
 * @param key distinguishes the repeated names of one feature
 * @param anchor on the page: the point, the line, the area
 * @param clearance radius of the symbol the name stands beside, mm; 0 without one
 * @param below a second line, such as a height
 * @param angle preferred angle of a name upon its feature, radians
 * @param pin where somebody has put the name by hand
 */
public record NameToPlace(
        long feature,
        int key,
        String rule,
        LabelStyle style,
        String text,
        Optional<String> below,
        Geometry anchor,
        double clearance,
        double angle,
        double weight,
        Optional<Pin> pin) {

    /** @param dx mm from where the anchor is (the first letter's lower left corner) */
    public record Pin(double dx, double dy, double angle, boolean hidden) {}

    public NameToPlace {
        if (text.isBlank()) {
            throw new IllegalArgumentException("没有名称可注");
        }
    }

    /** What a search shall find: the name, and what stands below it. */
    public String whole() {
        return below.map(second -> text + "\n" + second).orElse(text);
    }

    /** The same name at a place of somebody's choice. */
    public NameToPlace pinned(Pin where) {
        return new NameToPlace(
                feature, key, rule, style, text, below, anchor, clearance, angle, weight, Optional.of(where));
    }
}
