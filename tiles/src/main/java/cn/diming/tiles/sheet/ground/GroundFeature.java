package cn.diming.tiles.sheet.ground;

import cn.diming.core.font.Lettering;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature that can be drawn.
 *
 * @param layer the map layer, as in the web map's tiles
 * @param geometry in EPSG:4490 in a {@link GroundSnapshot}, in metres of the zone in a {@link Ground}
 * @param properties what filters and labels read; {@code name}, {@code class}, {@code rank}, {@code division} …
 */
public record GroundFeature(long id, String layer, Geometry geometry, Map<String, Object> properties) {

    public GroundFeature {
        properties = Map.copyOf(properties);
    }

    public Optional<String> name() {
        return text("name");
    }

    public Optional<String> text(String property) {
        return Optional.ofNullable(properties.get(property))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Code of the division the feature belongs to; empty when not known. */
    public String division() {
        return text("division").orElse("");
    }

    /** With 〓 for what no font has. */
    GroundFeature printable() {
        return name().filter(name -> !Lettering.printable(name).equals(name))
                .map(name -> {
                    Map<String, Object> changed = new HashMap<>(properties);
                    changed.put("name", Lettering.printable(name));
                    return new GroundFeature(id, layer, geometry, changed);
                })
                .orElse(this);
    }

    GroundFeature with(Geometry projected) {
        return new GroundFeature(id, layer, projected, properties);
    }
}
