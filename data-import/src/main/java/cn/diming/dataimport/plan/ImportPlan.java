package cn.diming.dataimport.plan;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.RecordSchema;
import cn.diming.dataimport.source.GeometryColumns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file becomes. Written as YAML; {@link PlanReader} knows the form.
 *
 * @param name also the name of the source under which the records are remembered, unless {@code source} says otherwise
 * @param layer the layer to read; empty = the only one
 * @param crs of the coordinates; empty = as the file declares, or as the person says
 * @param filter CQL over the file's own fields: rows for which it does not hold are left out
 * @param position where a table keeps its coordinates; empty = where the format itself has it
 * @param columns names of the columns of a table without header
 */
public record ImportPlan(
        String name,
        String title,
        RecordKind target,
        String source,
        Optional<String> layer,
        Optional<Crs> crs,
        Optional<String> filter,
        Optional<GeometryColumns> position,
        List<String> columns,
        Mapping mapping) {

    /** The fields of the file that the plan speaks of and that are not among {@code known}; its filter apart. */
    public List<String> missingFields(Collection<String> known) {
        return Stream.of(
                        mapping.templates().flatMap(template -> template.paths().stream()),
                        mapping.attributes().stream(),
                        position.stream().flatMap(ImportPlan::paths))
                .flatMap(paths -> paths)
                .filter(path -> !mapping.related().containsKey(path))
                .filter(path -> !known.contains(path) && !known.contains(path.replaceFirst("[.\\[].*$", "")))
                .distinct()
                .toList();
    }

    private static Stream<String> paths(GeometryColumns position) {
        return switch (position) {
            case GeometryColumns.Pair pair -> Stream.of(pair.x(), pair.y());
            case GeometryColumns.Wkt wkt -> Stream.of(wkt.column());
        };
    }

    /** Whether the records get a geometry. */
    public boolean keepsGeometry() {
        return mapping.keep() != GeometryRule.NONE;
    }

    /** Whether several rows may make one record. */
    public boolean isMerging() {
        return mapping.mergeBy().isPresent();
    }

    public RecordSchema schema() {
        return RecordSchema.of(target);
    }

    /**
     * How a row becomes a draft.
     *
     * @param key what makes a row the same record again
     * @param mergeBy rows with the same value become one record whose geometry has several parts
     * @param related fields that a row gets besides its own: the name of the record that this source has under the key
     * @param attributes fields of the file that are kept as they are
     */
    record Mapping(
            Template key,
            Optional<Template> mergeBy,
            Map<String, Template> related,
            GeometryRule keep,
            List<FieldRule> fields,
            List<String> attributes,
            List<NameRule> names,
            List<RegistrationRule> registrations) {

        Stream<Template> templates() {
            return Stream.of(
                            Stream.of(key),
                            mergeBy.stream(),
                            related.values().stream(),
                            fields.stream().map(FieldRule::template),
                            names.stream().map(NameRule::template),
                            registrations.stream().flatMap(RegistrationRule::templates))
                    .flatMap(templates -> templates);
        }
    }

    /** Entries in the national register. */
    record RegistrationRule(Template classCode, Optional<Template> placeCode) {
        Stream<Template> templates() {
            return Stream.concat(Stream.of(classCode), placeCode.stream());
        }
    }
}
