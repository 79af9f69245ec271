package cn.diming.dataimport.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an opened file, folder or zip holds: at least one layer, in the order of their names, and what was passed over.
 * Closing removes what was extracted.
 */
public final class SourceLayers implements AutoCloseable {
    private final List<FeatureSource> layers;
    private final List<SourceProblem> problems;
    private final Optional<Path> extracted;

    SourceLayers(List<FeatureSource> layers, List<SourceProblem> problems, Optional<Path> extracted) {
        this.layers = List.copyOf(layers);
        this.problems = List.copyOf(problems);
        this.extracted = extracted;
    }

    public List<FeatureSource> layers() {
        return layers;
    }

    /** Files that were passed over and why. */
    public List<SourceProblem> problems() {
        return problems;
    }

    /** The layer of this name. */
    public Optional<FeatureSource> find(String name) {
        return layers.stream()
                .filter(source -> source.layer().name().equals(name))
                .findFirst();
    }

    @Override
    public void close() {
        extracted.ifPresent(SourceLayers::delete);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + folder, failed);
        }
    }
}
