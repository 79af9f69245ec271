package cn.diming.tiles.sheet.scene;

import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.style.Rule;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on the page.
 *
 * @param page its geometry in page mm, cut to the frame and a little beyond
 * @param own whether it belongs to the territory of the map
 */
public record Drawn(Rule rule, GroundFeature feature, Geometry page, boolean own) {}
