package cn.diming.dataimport.source;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A kind of file that can be read.
 *
 * @param words for people: the name and the endings
 * @param main endings that make a layer, lower case, without dot
 * @param beside endings of files that complete a main file of the same name; where there are any, only the first main
 *     ending present makes a layer and the others complete it
 * @param looksLike whether the first bytes of a file with a foreign name are of this kind
 * @param opener makes the layer
 */
public record SourceFormat(
        String words, List<String> main, Set<String> beside, Predicate<byte[]> looksLike, Opener opener) {
    /** Opens the layer a file holds, or refuses with {@link SourceRefused}. */
    @FunctionalInterface
    public interface Opener {
        FeatureSource open(SourceFile file, SourceOptions options);
    }

    boolean knows(String ending) {
        return main.contains(ending) || beside.contains(ending);
    }

    /** Which of the endings present make a layer each. */
    Stream<String> layersAmong(Set<String> endings) {
        return main.stream().filter(endings::contains).limit(beside.isEmpty() ? Long.MAX_VALUE : 1);
    }
}
