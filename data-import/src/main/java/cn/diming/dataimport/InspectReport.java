package cn.diming.dataimport;

import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceLayers;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what a file holds, for a person who is about to write a plan. */
final class InspectReport {

    private static final int ROWS = 3;

    private final PrintWriter out;

    InspectReport(PrintWriter out) {
        this.out = out;
    }

    void print(SourceLayers layers, Optional<String> only) {
        layers.problems().forEach(problem -> out.println("注意：" + problem.message()));
        for (FeatureSource source : layers.layers()) {
            if (only.isEmpty() || only.get().equals(source.layer().name())) {
                print(source);
            }
        }
        out.flush();
    }

    private void print(FeatureSource source) {
        SourceLayer layer = source.layer();
        out.println("图层 " + layer.name() + "（" + layer.format() + "）");
        out.println("  条数    "
                + (layer.featureCount().isPresent() ? layer.featureCount().getAsLong() : "读完才知道"));
        out.println("  几何    " + (layer.geometryTypes().isEmpty() ? "没有" : String.join("、", layer.geometryTypes())));
        out.println("  坐标系  " + layer.crs().words());
        out.println("  编码    " + layer.encoding().words());
        out.println("  字段    "
                + layer.fields().stream()
                        .map(field -> field.name() + ":" + field.type())
                        .collect(Collectors.joining(" ")));
        out.println("  适合    " + TargetGuess.words(layer));
        layer.problems().forEach(problem -> out.println("  注意    " + problem.message()));
        try (Stream<SourceFeature> rows = source.features(0)) {
            rows.limit(ROWS).forEach(this::printRow);
        }
    }

    private void printRow(SourceFeature row) {
        out.println("  第 " + row.row() + " 行  "
                + row.attributes().entrySet().stream()
                        .map(e -> e.getKey() + "=" + shorten(e.getValue().toString()))
                        .collect(Collectors.joining("  "))
                + row.geometry()
                        .map(g -> "  " + g.getGeometryType() + " " + g.getCoordinate())
                        .orElse(""));
        row.problems().forEach(problem -> out.println("      " + problem.message()));
    }

    private static String shorten(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
