package cn.diming.tiles.sheet.scene;

import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.ground.Ground;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.util.List;
import java.util.Optional;

/**
 * What a map shows.
 *
 * @param territory the division that the map is of; empty for a map of any place
 * @param profile name of the profile of the style
 * @param marks features added for this map alone, such as the place a plan is made for, metres of the zone
 */
public record View(
        Ground ground,
        StyleBook style,
        String profile,
        Frame frame,
        Optional<Territory> territory,
        List<GroundFeature> marks) {

    /** An overview of a district shows what a map of a much smaller scale shows, however large the paper. */
    private static final double OVERVIEW = 150_000;

    /** The scale by which the style chooses what is drawn. */
    public double styleScale() {
        boolean overview = territory.filter(own -> own.level() < 4).isPresent();
        return overview ? Math.max(OVERVIEW, frame.denominator()) : frame.denominator();
    }

    /** The same at another place of the page and another scale. */
    public View in(Frame other) {
        return new View(ground, style, profile, other, territory, marks);
    }
}
