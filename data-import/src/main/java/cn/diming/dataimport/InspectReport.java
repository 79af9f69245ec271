package cn.diming.dataimport;

import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.GeometryColumnNames;
import cn.diming.dataimport.source.GeometryColumns;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceLayers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what a file holds, for a person who is about to write a plan. */
final class InspectReport {

    private static final int ROWS = 3;

    private final PrintWriter out;

    InspectReport(PrintWriter out) {
        this.out = out;
    }

    /** @param shown those of the file's layers that the person wants to see */
    void print(SourceLayers file, List<FeatureSource> shown) {
        file.problems().forEach(problem -> out.println("注意：" + Shown.line(problem.message())));
        shown.forEach(this::print);
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
                        .map(field -> Shown.line(field.name()) + ":" + field.type())
                        .collect(Collectors.joining(" ")));
        if (layer.geometryTypes().isEmpty()) {
            GeometryColumnNames.guess(layer.fieldNames()).stream()
                    .findFirst()
                    .ifPresent(columns -> out.println("  位置    可能在 " + words(columns)));
        }
        out.println("  适合    " + TargetGuess.words(layer));
        layer.problems().forEach(problem -> out.println("  注意    " + Shown.line(problem.message())));
        try (Stream<SourceFeature> rows = source.features(0)) {
            rows.limit(ROWS).forEach(this::printRow);
        }
    }

    private void printRow(SourceFeature row) {
        out.println("  第 " + row.row() + " 行  "
                + row.attributes().keySet().stream()
                        .map(name -> Shown.line(name) + "="
                                + Shown.start(row.text(name).orElse(""), 30))
                        .collect(Collectors.joining("  "))
                + row.geometry()
                        .filter(g -> !g.isEmpty())
                        .map(g -> "  " + g.getGeometryType() + " " + g.getCoordinate().x + " " + g.getCoordinate().y)
                        .orElse(""));
        row.problems().forEach(problem -> out.println("      " + Shown.line(problem.message())));
    }

    private static String words(GeometryColumns columns) {
        return switch (columns) {
            case GeometryColumns.Pair pair ->
                pair.x() + "、" + pair.y() + " 两列（方案里写 position: {lon: \"" + pair.x() + "\", lat: \"" + pair.y()
                        + "\"}）";
            case GeometryColumns.Wkt wkt -> wkt.column() + " 列（方案里写 position: {wkt: \"" + wkt.column() + "\"}）";
        };
    }
}
