package cn.diming.dataimport.source;

import java.util.stream.Stream;

/**
 * One layer of a file: what it declares about itself, and its rows as a stream.
 *
 * <p>Rows come in the order of the file, the same each time, one at a time (memory does not grow with the file).
 */
public interface FeatureSource {
    SourceLayer layer();

    /**
     * The rows whose number is greater than {@code afterRow}; 0 gives all. An interrupted import goes on after the last
     * row it knows to be safe. Close the stream. Bad rows are rows with problems, never an exception.
     */
    Stream<SourceFeature> features(long afterRow);
}
