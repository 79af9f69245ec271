package cn.diming.tiles.sheet.ground;

import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A stretch of border, there once however many divisions share it.
 *
 * @param level of the divisions it parts: 4 for a line between towns that is one between villages as well
 * @param codes of the divisions of that level on its sides, one or two
 * @param line metres of the zone
 */
public record Border(int level, Set<String> codes, Geometry line) {
    public Border {
        codes = Set.copyOf(codes);
    }
}
