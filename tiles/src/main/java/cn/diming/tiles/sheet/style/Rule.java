package cn.diming.tiles.sheet.style;

import java.util.Optional;
import java.util.Set;

/**
 * One rule of the book: which features, and how they are drawn, lettered, explained and indexed.
 *
 * @param layer the map layer of the features
 * @param finest drawn only where the scale's denominator is at least this
 * @param coarsest drawn only where the scale's denominator is at most this
 * @param profiles names of the profiles that show it; empty for all
 */
public record Rule(
        String id,
        String layer,
        Expression filter,
        double finest,
        double coarsest,
        Set<String> profiles,
        Optional<Area> area,
        Optional<Line> line,
        Optional<Symbol> symbol,
        Optional<LabelStyle> label,
        Optional<Legend> legend,
        Optional<String> indexGroup) {

    /** An entry of the legend. */
    public record Legend(String group, String text) {}

    public Rule {
        profiles = Set.copyOf(profiles);
    }

    public boolean showsAt(double denominator, String profile) {
        return denominator >= finest && denominator <= coarsest && (profiles.isEmpty() || profiles.contains(profile));
    }
}
