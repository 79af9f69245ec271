package cn.diming.dataimport.plan;

import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.source.JsonValue;
import cn.diming.dataimport.source.SourceFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Further names of a place from a column that holds one, several with separators, or a JSON array.
 *
 * @param separators a regular expression of the plan's author; empty = the column holds one name
 */
record NameRule(RecordDraft.NameKind kind, Template template, Optional<Pattern> separators) {

    List<RecordDraft.Name> names(SourceFeature row) {
        return texts(row)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> new RecordDraft.Name(text, kind, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
    }

    private Stream<String> texts(SourceFeature row) {
        List<String> paths = template.paths();
        if (paths.size() == 1
                && row.value(paths.getFirst()).orElse("") instanceof JsonValue json
                && json.node().isArray()) {
            return json.node().valueStream().filter(node -> node.isString()).map(node -> node.stringValue());
        }
        return template.fill(row).stream()
                .flatMap(text ->
                        separators.map(s -> Arrays.stream(s.split(text))).orElse(Stream.of(text)));
    }
}
