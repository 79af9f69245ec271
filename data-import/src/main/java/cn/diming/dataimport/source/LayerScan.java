package cn.diming.dataimport.source;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/** What the first rows of a layer show: fields, geometry types, extent, and the count where they are all. */
final class LayerScan {
    private static final Set<SourceField.Type> NUMBERS = Set.of(SourceField.Type.INTEGER, SourceField.Type.NUMBER);

    private final int limit;
    private final Map<String, SourceField.Type> fields = new LinkedHashMap<>();
    private final SortedSet<String> geometryTypes = new TreeSet<>();
    private final Envelope extent = new Envelope();
    private long last;
    private boolean complete;
    private Optional<SourceProblem> endProblem = Optional.empty();

    LayerScan(int limit) {
        this.limit = limit;
    }

    void read(Stream<SourceFeature> rows) {
        Iterator<SourceFeature> each = rows.iterator();
        for (int i = 0; i < limit && each.hasNext(); i++) {
            SourceFeature row = each.next();
            endProblem = row.problems().stream()
                    .filter(problem -> problem.level() == SourceProblem.Level.FILE)
                    .findFirst();
            last = endProblem.isPresent() ? last : row.row();
            row.attributes().forEach((name, value) -> fields.merge(name, type(value), LayerScan::both));
            row.geometry().ifPresent(geometry -> {
                geometryTypes.add(geometry.getGeometryType());
                extent.expandToInclude(geometry.getEnvelopeInternal());
            });
        }
        complete = !each.hasNext();
    }

    private static SourceField.Type type(Object value) {
        return switch (value) {
            case Long whole -> SourceField.Type.INTEGER;
            case Double decimal -> SourceField.Type.NUMBER;
            case BigDecimal huge -> SourceField.Type.NUMBER;
            case Boolean truth -> SourceField.Type.LOGICAL;
            case JsonValue nested -> SourceField.Type.JSON;
            default -> SourceField.Type.TEXT;
        };
    }

    private static SourceField.Type both(SourceField.Type one, SourceField.Type other) {
        if (one == other) {
            return one;
        }
        return NUMBERS.contains(one) && NUMBERS.contains(other) ? SourceField.Type.NUMBER : SourceField.Type.MIXED;
    }

    List<SourceField> fields() {
        return fields.entrySet().stream()
                .map(field -> new SourceField(field.getKey(), field.getValue()))
                .toList();
    }

    SortedSet<String> geometryTypes() {
        return geometryTypes;
    }

    Envelope extent() {
        return extent;
    }

    /** Why the file cannot be read to its end. */
    Optional<SourceProblem> endProblem() {
        return endProblem;
    }

    OptionalLong count() {
        return complete && endProblem.isEmpty() ? OptionalLong.of(last) : OptionalLong.empty();
    }
}
