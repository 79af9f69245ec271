package cn.diming.core.search;

import cn.diming.core.text.HanNumber;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many metres in some direction from a place: 往东100米.
 *
 * @param text as typed
 * @param bearingDegrees clockwise from north
 */
record Displacement(String text, double bearingDegrees, double metres) {

    private static final double MOST_METRES = 100_000;

    private static final Map<String, Double> BEARINGS =
            Map.of("北", 0.0, "东北", 45.0, "东", 90.0, "东南", 135.0, "南", 180.0, "西南", 225.0, "西", 270.0, "西北", 315.0);

    private static final Pattern TEXT = Pattern.compile("(?:往|向|以|朝)?正?(东北|东南|西北|西南|东|南|西|北)(?:方向|侧|面|边|方)?(?:大?约|大概)?"
            + "([0-9]{1,5}|[一二两三四五六七八九十百千]{1,7})(米|m|公里|千米|km)(?:处|左右|的地方)?$");

    /** The one a text ends in. */
    static Optional<Displacement> atEndOf(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.find() || found.start() == 0) {
            return Optional.empty();
        }
        OptionalLong number = HanNumber.parse(found.group(2));
        double unit = found.group(3).equals("米") || found.group(3).equals("m") ? 1 : 1000;
        return number.isEmpty() || number.getAsLong() * unit > MOST_METRES
                ? Optional.empty()
                : Optional.of(new Displacement(
                        found.group(), BEARINGS.getOrDefault(found.group(1), 0.0), number.getAsLong() * unit));
    }
}
