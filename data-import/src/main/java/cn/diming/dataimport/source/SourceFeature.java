package cn.diming.dataimport.source;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer.
 *
 * @param row its number in the layer, from 1; a row that was skipped keeps its number
 * @param geometry in the coordinates of the file, x before y, without Z and M
 * @param attributes by field name, in the file's order; an empty field is absent. Values are String, Long, Double,
 *     BigDecimal, Boolean, LocalDate, LocalDateTime or {@link JsonValue}
 * @param problems what is wrong with this row, or why the file ends here
 */
public record SourceFeature(
        long row, Optional<Geometry> geometry, Map<String, Object> attributes, List<SourceProblem> problems) {

    public SourceFeature {
        if (row < 1) {
            throw new IllegalArgumentException("rows are counted from 1, not " + row);
        }
        attributes = Collections.unmodifiableMap(attributes);
        problems = List.copyOf(problems);
    }

    /** A row that says only what is wrong. */
    static SourceFeature broken(long row, SourceProblem problem) {
        return new SourceFeature(row, Optional.empty(), Map.of(), List.of(problem));
    }

    /** Whether nothing of this row can be relied on: a problem graver than a note. */
    public boolean faulty() {
        return problems.stream().anyMatch(p -> p.level() != SourceProblem.Level.NOTE);
    }

    /** The value at a path: a field name, or a way into nested JSON such as {@code pt[0]} or {@code parents[1].name}. */
    public Optional<Object> value(String path) {
        return valueAt(attributes, path);
    }

    /** The value at a path as people write it: whole numbers without point or exponent. */
    public Optional<String> text(String path) {
        return value(path).map(SourceFeature::written);
    }

    private static String written(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : number.toString();
            case BigDecimal number -> plain(number);
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        boolean huge = Math.abs((long) number.scale()) > 400; // 1e999999999 would be a gigabyte of zeros
        return huge ? number.toString() : number.stripTrailingZeros().toPlainString();
    }

    static Optional<Object> valueAt(Map<String, Object> attributes, String path) {
        Object whole = attributes.get(path);
        if (whole != null) {
            return Optional.of(whole);
        }
        int end = JsonValue.firstStep(path);
        return end > 0 && attributes.get(path.substring(0, end)) instanceof JsonValue json
                ? json.at(path.substring(end))
                : Optional.empty();
    }
}
