package cn.diming.dataimport;

import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import cn.diming.dataimport.source.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A layer read whole, for tests with small files. */
public record Reading(SourceLayer layer, List<SourceFeature> rows) {
    /** The only layer of a file. */
    public static Reading of(Path file) {
        return of(file, SourceOptions.STANDARD);
    }

    public static Reading of(Path file, SourceOptions options) {
        return of(file, options, 0);
    }

    public static Reading of(Path file, SourceOptions options, long afterRow) {
        try (SourceLayers opened = Formats.sourceFiles().open(file, options)) {
            if (opened.layers().size() != 1) {
                throw new IllegalStateException(opened.layers().size() + " layers");
            }
            FeatureSource source = opened.layers().getFirst();
            try (Stream<SourceFeature> rows = source.features(afterRow)) {
                return new Reading(source.layer(), rows.toList());
            }
        }
    }

    /** The geometry of a row (from 0) as text, or nothing. */
    public String wkt(int row) {
        return rows.get(row).geometry().map(Object::toString).orElse("");
    }

    /** All problems, those of the layer first. */
    public String words() {
        return Stream.concat(layer.problems().stream(), rows.stream().flatMap(row -> row.problems().stream()))
                .map(SourceProblem::message)
                .collect(Collectors.joining("\n"));
    }
}
