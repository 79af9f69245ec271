package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceProblem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Walks the shapes and the table in step; a row deleted in the table takes its shape with it. */
final class ShapefileRows implements Closeable {
    private final @Nullable ShpReader shapes;
    private final DbfTable.@Nullable Rows table;
    private final long tableRows;
    private final long afterRow;
    private boolean shapesEnded;
    private boolean stopped;
    private long row;

    ShapefileRows(Optional<Path> shp, Optional<Path> shx, Optional<DbfTable> dbf, int vertexLimit, long afterRow)
            throws IOException {
        this.shapes = shp.isPresent() ? shapes(shp.get(), shx, vertexLimit) : null;
        this.table = dbf.isPresent() ? dbf.get().read() : null;
        this.tableRows = dbf.map(DbfTable::rows).orElse(0L);
        this.afterRow = afterRow;
        this.shapesEnded = shp.isEmpty();
    }

    private static ShpReader shapes(Path shp, Optional<Path> shx, int vertexLimit) throws IOException {
        FileWindow main = new FileWindow(shp);
        try {
            return new ShpReader(
                    main, shx.isPresent() ? Optional.of(new FileWindow(shx.get())) : Optional.empty(), vertexLimit);
        } catch (IOException broken) {
            main.close();
            throw broken;
        }
    }

    @Nullable
    SourceFeature next() throws IOException {
        while (!stopped) {
            row++;
            boolean wanted = row > afterRow;
            ShpReader.Shape shape = shape(wanted);
            boolean tableEnded = row > tableRows;
            if (tableEnded && (shape == null || (table != null && shape.isLast()))) {
                return null; // bytes after the shape of the last row are no row
            }
            if (wanted) {
                Optional<SourceFeature> feature = feature(shape);
                if (feature.isPresent()) {
                    return feature.get();
                }
            }
        }
        return null;
    }

    private ShpReader.@Nullable Shape shape(boolean wanted) throws IOException {
        ShpReader.Shape shape = shapes == null || shapesEnded ? null : shapes.next(wanted);
        shapesEnded = shape == null;
        return shape;
    }

    private Optional<SourceFeature> feature(ShpReader.@Nullable Shape shape) throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        Optional<Map<String, Object>> attributes = attributes(problems);
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Geometry> geometry = Optional.empty();
        if (shape != null) {
            geometry = shape.geometry();
            problems.addAll(shape.problems());
            stopped = shape.isLast();
        } else if (shapes != null) {
            problems.add(SourceProblem.row("属性表的这一行没有对应的图形"));
        }
        return Optional.of(new SourceFeature(row, geometry, attributes.get(), problems));
    }

    private Optional<Map<String, Object>> attributes(List<SourceProblem> problems) throws IOException {
        if (table == null) {
            return Optional.of(Map.of());
        }
        if (row > tableRows) {
            problems.add(SourceProblem.row("图形在属性表中没有对应的行"));
            return Optional.of(Map.of());
        }
        return table.row(row, problems);
    }

    @Override
    public void close() throws IOException {
        try (Closeable first = shapes;
                Closeable second = table) {
            // both, also where the first fails
        }
    }
}
