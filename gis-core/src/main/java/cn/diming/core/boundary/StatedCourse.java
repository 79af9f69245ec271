package cn.diming.core.boundary;

import cn.diming.core.geo.CompassSector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads directions and lengths out of a description of a course: {@code 向北偏东北行 1250.5 米}, {@code 折向东南 0.8 公里}. */
final class StatedCourse {

    /** The longest names first: 北偏东北 begins with 北. */
    private static final String SECTORS = Arrays.stream(CompassSector.values())
            .map(CompassSector::words)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .reduce((a, b) -> a + "|" + b)
            .orElseThrow();

    private static final Pattern STEP =
            Pattern.compile("向(" + SECTORS + ")(?:方向)?(?:[^向。；]{0,12}?)(?:约)?\\s*(\\d+(?:\\.\\d+)?)\\s*(米|m|公里|千米|km)");

    private static final Pattern TOTAL =
            Pattern.compile("(?:全长|总长|共长)(?:约|为)?\\s*(\\d+(?:\\.\\d+)?)\\s*(米|m|公里|千米|km)");

    /** One direction and the way in it. */
    record Step(CompassSector sector, double lengthMetres) {}

    /** In order; empty when the text has no such words. */
    static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            steps.add(new Step(sector(step.group(1)), metres(step.group(2), step.group(3))));
        }
        return steps;
    }

    static OptionalDouble totalMetres(String text) {
        Matcher total = TOTAL.matcher(text);
        return total.find() ? OptionalDouble.of(metres(total.group(1), total.group(2))) : OptionalDouble.empty();
    }

    private static CompassSector sector(String words) {
        return Arrays.stream(CompassSector.values())
                .filter(sector -> sector.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static double metres(String number, String unit) {
        return Double.parseDouble(number) * (unit.equals("米") || unit.equals("m") ? 1 : 1000);
    }

    private StatedCourse() {}
}
