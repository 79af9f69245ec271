package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSource;
import cn.diming.tiles.layer.MapFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/** One change of the store: from a snapshot to the next, with the derived layers and a note of what looks different. */
final class Edit {
    private final LayerCatalog catalog;
    private final Snapshot before;
    private final Map<String, LayerData> layers;
    private final Envelope bounds;
    private final Dirt dirt;

    Edit(LayerCatalog catalog, Snapshot before) {
        this.catalog = catalog;
        this.dirt = new Dirt(catalog);
        this.before = before;
        this.layers = new HashMap<>(before.layers());
        this.bounds = new Envelope(before.bounds());
    }

    Dirt dirt() {
        return dirt;
    }

    Snapshot result() {
        return new Snapshot(before.version() + 1, layers, bounds);
    }

    void apply(Collection<MapFeature> upserts, Collection<FeatureRef> deletes) {
        Map<FeatureRef, MapFeature> newest = new LinkedHashMap<>();
        upserts.forEach(feature -> newest.put(feature.ref(), feature));
        Map<String, List<MapFeature>> putIn = new LinkedHashMap<>();
        Map<String, Set<Long>> takenOut = new HashMap<>();
        for (FeatureRef ref : deletes) {
            if (!newest.containsKey(ref)) {
                takeOut(takenOut, ref.layer(), ref.id());
            }
        }
        for (MapFeature feature : newest.values()) {
            putIn.computeIfAbsent(feature.layer(), layer -> new ArrayList<>()).add(feature);
            labelLayers(catalog, feature)
                    .forEach(label -> putIn.computeIfAbsent(label, layer -> new ArrayList<>())
                            .add(feature));
            if (catalog.layer(feature.layer()).audience() == Audience.PUBLIC) {
                bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
            }
            takeOutLostLabels(takenOut, feature);
        }
        for (Layer layer : catalog.layers()) {
            applyTo(layer, putIn.getOrDefault(layer.name(), List.of()), takenOut.getOrDefault(layer.name(), Set.of()));
        }
    }

    /** Names of the label layers in which a feature appears: it needs a name for that. */
    static List<String> labelLayers(LayerCatalog catalog, MapFeature feature) {
        return feature.attributes().containsKey("name") ? derivedLabels(catalog, feature.layer()) : List.of();
    }

    private static List<String> derivedLabels(LayerCatalog catalog, String polygons) {
        return catalog.layers().stream()
                .filter(layer -> layer.source().equals(new LayerSource.LabelsOf(polygons)))
                .map(Layer::name)
                .toList();
    }

    private void takeOut(Map<String, Set<Long>> takenOut, String layer, long id) {
        takenOut.computeIfAbsent(layer, name -> new HashSet<>()).add(id);
        derivedLabels(catalog, layer)
                .forEach(label ->
                        takenOut.computeIfAbsent(label, name -> new HashSet<>()).add(id));
    }

    private void takeOutLostLabels(Map<String, Set<Long>> takenOut, MapFeature feature) {
        if (!feature.attributes().containsKey("name")) {
            derivedLabels(catalog, feature.layer())
                    .forEach(label -> takenOut.computeIfAbsent(label, name -> new HashSet<>())
                            .add(feature.id()));
        }
    }

    private void applyTo(Layer layer, List<MapFeature> upserts, Set<Long> deletes) {
        if (upserts.isEmpty() && deletes.isEmpty()) {
            return;
        }
        LayerData data = data(layer);
        LayerLoader loader = new LayerLoader(layer, data.dictionary());
        upserts.forEach(loader::add);
        switch (data) {
            case PointData points -> layers.put(layer.name(), points.apply(loader.points(), deletes, dirt));
            case ShapeData shapes -> applyTo(shapes, upserts, loader.shapes(), deletes);
        }
    }

    private LayerData data(Layer layer) {
        return layers.computeIfAbsent(layer.name(), name -> new LayerLoader(layer, new ValueDictionary()).load());
    }

    private void applyTo(ShapeData data, List<MapFeature> upserts, List<Shape> shapes, Set<Long> deletes) {
        Set<Long> gone = new HashSet<>(deletes);
        upserts.forEach(feature -> gone.add(feature.id()));
        shapes.forEach(shape -> gone.remove(shape.id));
        Layer layer = data.layer();
        List<Shape> replaced = layer.coverage() ? Coverage.afterEdit(data, shapes, gone) : shapes;
        ShapeData after = data.apply(replaced, gone, dirt);
        layers.put(layer.name(), after);
        if (layer.coverage()) {
            redrawBorders(data, after, replaced, gone);
        }
    }

    private void redrawBorders(ShapeData old, ShapeData now, List<Shape> replaced, Set<Long> gone) {
        List<Shape> disturbed = new ArrayList<>(replaced);
        replaced.forEach(shape -> old.find(shape.id).ifPresent(disturbed::add));
        gone.forEach(id -> old.find(id).ifPresent(disturbed::add));
        for (Layer layer : catalog.layers()) {
            if (layer.source().equals(new LayerSource.BordersOf(old.layer().name()))) {
                ShapeData lines = (ShapeData) data(layer);
                LayerLoader loader = new LayerLoader(layer, lines.dictionary());
                bordersAround(now, disturbed).forEach(loader::add);
                Set<Long> lost = new HashSet<>();
                bordersAround(old, disturbed).forEach(border -> lost.add(border.id()));
                loader.shapes().forEach(shape -> lost.remove(shape.id));
                layers.put(layer.name(), lines.apply(loader.shapes(), lost, dirt));
            }
        }
    }

    /** Borders of the polygons that touch a disturbed one; those of upper ranks are not affected. */
    private static List<Borders.Border> bordersAround(ShapeData data, List<Shape> disturbed) {
        int upper = disturbed.stream().mapToInt(shape -> shape.rank).min().orElse(0);
        Set<Shape> core = new HashSet<>();
        for (Shape shape : disturbed) {
            data.search(shape.box, found -> {
                if (found.rank >= upper) {
                    core.add(found);
                }
            });
        }
        Set<Shape> scope = new HashSet<>();
        core.forEach(shape -> data.search(shape.box, scope::add));
        return Borders.of(List.copyOf(scope), core::contains);
    }
}
