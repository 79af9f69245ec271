package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.GeometryKind;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.MapFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Turns features into the rows of one layer. */
final class LayerLoader {
    private final Layer layer;
    private final ValueDictionary dictionary;
    private final PointIndex.Builder points;
    private final List<Shape> shapes = new ArrayList<>();

    LayerLoader(Layer layer, ValueDictionary dictionary) {
        this.layer = layer;
        this.dictionary = dictionary;
        this.points = new PointIndex.Builder(layer.columns());
    }

    /** Adds a feature; point layers take the label point of whatever it is. Lines and areas of no size are left out. */
    void add(MapFeature feature) {
        if (layer.kind() == GeometryKind.POINT) {
            addPoint(LabelPoint.of(feature.geometry()), feature);
        } else {
            addShape(feature);
        }
    }

    private void addPoint(long code, MapFeature feature) {
        points.add(code, feature.id(), rank(feature.attributes()), values(feature));
    }

    private void addShape(MapFeature feature) {
        Geometry geometry = feature.geometry();
        int[] full = WorldPath.of(geometry, layer.kind());
        if (full.length > 0) {
            int rank = rank(feature.attributes());
            int first = layer.visibleFrom(rank);
            shapes.add(new Shape(feature.id(), rank, first, values(feature), bands(full, first)));
        }
    }

    /** Adds a border cut from a coverage. */
    void add(Borders.Border border) {
        Map<String, Object> attributes = Map.of(layer.rank().orElse("rank"), border.rank());
        int rank = rank(attributes);
        int[] values = dictionary.numbers(layer, attributes, Optional.empty());
        shapes.add(new Shape(border.id(), rank, layer.visibleFrom(rank), values, border.bands()));
    }

    /** Simplifies for every band in which the shape is drawn; a coverage is simplified later and as a whole. */
    private int[][] bands(int[] full, int firstZoom) {
        int[][] bands = new int[Bands.COUNT][];
        Arrays.fill(bands, WorldPath.EMPTY);
        bands[Bands.FULL] = full;
        for (int band = 0; band < Bands.FULL && !layer.coverage(); band++) {
            if (Bands.lastZoom(band) >= firstZoom) {
                double tolerance = Bands.tolerance(band);
                bands[band] = layer.kind() == GeometryKind.LINE
                        ? Generalizer.lines(full, tolerance)
                        : Generalizer.polygon(full, tolerance);
            }
        }
        return bands;
    }

    private int rank(Map<String, Object> attributes) {
        Object rank = layer.rank().map(attributes::get).orElse(Layer.UNRANKED);
        return rank instanceof Number number
                ? Math.max(0, Math.min(Layer.UNRANKED, number.intValue()))
                : Layer.UNRANKED;
    }

    private int[] values(MapFeature feature) {
        return dictionary.numbers(layer, feature.attributes(), feature.area());
    }

    PointIndex points() {
        return points.build();
    }

    List<Shape> shapes() {
        return shapes;
    }

    /** The layer with what was added and nothing else. */
    LayerData load() {
        if (layer.kind() == GeometryKind.POINT) {
            return PointData.of(layer, dictionary, points());
        }
        return ShapeData.of(layer, dictionary, layer.coverage() ? Coverage.simplified(shapes) : shapes);
    }
}
