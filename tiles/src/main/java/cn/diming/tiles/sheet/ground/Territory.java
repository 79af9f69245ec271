package cn.diming.tiles.sheet.ground;

import cn.diming.core.font.Lettering;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * An administrative division with its area.
 *
 * @param level 1 province … 4 town, 5 village
 * @param area in EPSG:4490 in a {@link GroundSnapshot}, in metres of the zone in a {@link Ground}
 * @param properties further attributes, such as {@code households}
 */
public record Territory(long id, String code, String name, int level, Geometry area, Map<String, Object> properties) {

    public Territory {
        properties = Map.copyOf(properties);
    }

    /** The digits that the codes of everything below begin with. */
    public String prefix() {
        return switch (level) {
            case 1 -> code.substring(0, 2);
            case 2 -> code.substring(0, 4);
            case 3 -> code.substring(0, 6);
            case 4 -> code.substring(0, 9);
            default -> code;
        };
    }

    /** With 〓 for what no font has. */
    Territory printable() {
        return new Territory(id, code, Lettering.printable(name), level, area, properties);
    }

    Territory with(Geometry projected) {
        return new Territory(id, code, name, level, projected, properties);
    }
}
