package cn.diming.dataimport.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file together with those of the same name beside it.
 *
 * @param name of the layer: the original file name without ending, with its folders inside a zip or folder
 * @param main the ending of the file that makes the layer
 * @param parts where the bytes of each ending are; keys are lower case without dot (and without {@code .gz})
 */
public record SourceFile(String name, String main, Map<String, Path> parts) {
    public SourceFile {
        parts = Map.copyOf(parts);
        if (!parts.containsKey(main)) {
            throw new IllegalArgumentException("no " + main + " among " + parts.keySet());
        }
    }

    public Optional<Path> part(String ending) {
        return Optional.ofNullable(parts.get(ending));
    }

    public Path path() {
        return part(main).orElseThrow();
    }

    /** For messages: the original name with ending. */
    public String fileName() {
        return name + "." + main;
    }

    SourceFile called(String other) {
        return new SourceFile(other, main, parts);
    }
}
