package cn.diming.dataimport.plan;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.RecordSchema;
import cn.diming.dataimport.source.GeometryColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file becomes. Written as YAML; {@link PlanReader} knows the form.
 *
 * @param name also the name of the source under which the records are remembered, unless {@code source} says otherwise
 * @param layer the layer to read; empty = the only one
 * @param crs of the coordinates; empty = as the file declares, or as the person says
 * @param filter CQL over the file's own fields: rows for which it does not hold are left out
 * @param position where a table keeps its coordinates; empty = the file has geometry, or the columns' names tell
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

    /** The fields of the file that the plan speaks of, its filter apart. */
    public List<String> fieldsUsed() {
        Stream<Template> templates = Stream.concat(
                Stream.concat(Stream.of(mapping.key()), mapping.mergeBy().stream()),
                mapping.fields().stream().map(FieldRule::template));
        return Stream.concat(templates.flatMap(template -> template.paths().stream()), mapping.attributes().stream())
                .map(path -> path.replaceFirst("[.\\[].*$", ""))
                .distinct()
                .toList();
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
     * @param attributes fields of the file that are kept as they are
     */
    record Mapping(
            Template key,
            Optional<Template> mergeBy,
            GeometryRule keep,
            List<FieldRule> fields,
            List<String> attributes,
            List<NameRule> names,
            List<RegistrationRule> registrations) {}

    /** Entries in the national register. */
    record RegistrationRule(Template classCode, Optional<Template> placeCode) {}
}
