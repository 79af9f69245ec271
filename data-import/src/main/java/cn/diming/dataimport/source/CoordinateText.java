package cn.diming.dataimport.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of positions as people write them: 113.5318, 113°31′54.5″E, 113度31分54.5秒, 113:31:54.5. */
final class CoordinateText {
    /** Beyond any coordinate in degrees or metres, also with a zone number before the easting. */
    static final double LARGEST = 1e9;

    private static final Pattern DEGREES = Pattern.compile("([+-]?)(\\d{1,3})\\s*[°度: ]\\s*(\\d{1,2})\\s*[′'’分: ]"
            + "\\s*(\\d{1,2}(?:\\.\\d{1,15})?)\\s*(?:″|\"|”|''|秒)?\\s*([NSEW]?)");

    private CoordinateText() {}

    /** The number; nothing where it is none, is not finite, or is beyond any coordinate. */
    static Optional<Double> parse(String text) {
        Matcher degrees = DEGREES.matcher(text);
        return degrees.matches() ? sexagesimal(degrees) : decimal(text);
    }

    private static Optional<Double> sexagesimal(Matcher parts) {
        double minutes = Double.parseDouble(parts.group(3));
        double seconds = Double.parseDouble(parts.group(4));
        if (minutes >= 60 || seconds >= 60) {
            return Optional.empty();
        }
        double value = Double.parseDouble(parts.group(2)) + minutes / 60 + seconds / 3600;
        boolean negative = parts.group(1).equals("-") || parts.group(5).matches("[SW]");
        return Optional.of(negative ? -value : value);
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(CoordinateText::possible);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** False for NaN too. */
    static boolean possible(double value) {
        return Math.abs(value) <= LARGEST;
    }
}
