package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.GeometryKind;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Encodes tiles by Mapbox Vector Tile 2.1. One thread at a time; its buffers are reused from tile to tile. The bytes
 * depend on the features alone, not on how they came into the store: points stand in Morton order, shapes by id.
 */
final class TileEncoder {
    /** A layer never puts more lines or polygons than this into one tile; the most important and largest stay. */
    private static final int MOST_SHAPES = 5000;

    private static final Comparator<Shape> BY_ID = Comparator.comparingLong(shape -> shape.id);
    private static final Comparator<Shape> MOST_IMPORTANT_FIRST = Comparator.<Shape>comparingInt(shape -> shape.rank)
            .thenComparingLong(shape -> -shape.size())
            .thenComparing(BY_ID);

    private final Bytes out = new Bytes();
    private final Bytes body = new Bytes();
    private final Bytes feature = new Bytes();
    private final Bytes tags = new Bytes();
    private final Bytes geometry = new Bytes();
    private final PathWriter path = new PathWriter(geometry);
    private final PointHits hits = new PointHits();
    private final List<Shape> near = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Numbering keys = new Numbering();
    private final Numbering values = new Numbering();
    private final Map<Layer, byte[][]> texts = new IdentityHashMap<>();
    private final int publicDecimals;
    private Box window = Box.WORLD;
    private int features;
    private Clearance clearance = Clearance.ALL;

    /** @param publicDecimals decimals of a degree that the public is told */
    TileEncoder(int publicDecimals) {
        this.publicDecimals = publicDecimals;
    }

    /** The tile with these layers, bottom to top. Layers without a feature there are left out. */
    byte[] encode(Map<String, LayerData> store, List<Layer> layers, Viewer viewer, TileCoord tile) {
        out.clear();
        path.start(tile);
        window = Box.of(tile, TileGrid.margin(tile.z()));
        for (Layer layer : layers) {
            LayerData data = store.get(layer.name());
            if (data != null && layer.drawnAt(tile.z())) {
                path.coarsen(viewer.audience() == Audience.PUBLIC ? TileGrid.bitsBelow(decimals(layer)) : 0);
                clearance = Clearance.of(data, viewer);
                layer(data, tile);
            }
        }
        return out.copy();
    }

    private int decimals(Layer layer) {
        return Math.min(publicDecimals, layer.publicDecimals().orElse(publicDecimals));
    }

    private void layer(LayerData data, TileCoord tile) {
        body.clear();
        keys.clear(data.layer().attributes().size());
        values.clear(data.dictionary().encoded().length);
        features = 0;
        body.block(1, texts(data.layer())[0]);
        switch (data) {
            case PointData points -> points(points, tile);
            case ShapeData lines -> shapes(lines, tile);
        }
        if (features > 0) {
            finishLayer(data);
        }
    }

    private void finishLayer(LayerData data) {
        byte[][] names = texts(data.layer());
        for (int i = 0; i < keys.size(); i++) {
            body.block(3, names[1 + keys.original(i)]);
        }
        byte[][] encoded = data.dictionary().encoded();
        for (int i = 0; i < values.size(); i++) {
            body.block(4, encoded[values.original(i)]);
        }
        body.field(5, Bytes.VARINT);
        body.varint(TileGrid.EXTENT);
        body.field(15, Bytes.VARINT);
        body.varint(2);
        out.block(3, body);
    }

    /** The name of a layer and those of its attributes, encoded once. */
    private byte[][] texts(Layer layer) {
        return texts.computeIfAbsent(
                layer,
                fresh -> Stream.concat(Stream.of(fresh.name()), fresh.attributes().stream())
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    private void points(PointData data, TileCoord tile) {
        hits.collect(data, tile, window, clearance);
        int width = data.layer().attributes().size();
        for (int hit = 0; hit < hits.size(); hit++) {
            PointIndex source = hits.source(hit);
            int row = hits.row(hit);
            geometry.clear();
            path.point(Morton.x(source.codes[row]), Morton.y(source.codes[row]));
            feature(source.ids[row], GeometryKind.POINT, source.values, row * source.width, width);
        }
    }

    private void shapes(ShapeData data, TileCoord tile) {
        double least = data.layer().minimumPixels() * TileGrid.span(tile.z()) / 256;
        boolean lines = data.layer().kind() == GeometryKind.LINE;
        near.clear();
        shapes.clear();
        data.collect(window, near);
        for (Shape shape : near) {
            if (shape.firstZoom <= tile.z() && shape.size() >= least && clearance.maySee(shape.values, 0)) {
                shapes.add(shape);
            }
        }
        int band = Bands.of(tile.z());
        if (shapes.size() > MOST_SHAPES) {
            keepMostImportant(band, lines);
        }
        shapes.sort(BY_ID);
        int width = data.layer().attributes().size();
        for (Shape shape : shapes) {
            if (draw(shape, band, lines)) {
                feature(shape.id, data.layer().kind(), shape.values, 0, width);
            }
        }
        shapes.clear();
        near.clear();
    }

    /** Only what is really drawn counts, so that nothing depends on shapes that merely come near. */
    private void keepMostImportant(int band, boolean lines) {
        shapes.removeIf(shape -> !draw(shape, band, lines));
        shapes.sort(MOST_IMPORTANT_FIRST);
        shapes.subList(Math.min(MOST_SHAPES, shapes.size()), shapes.size()).clear();
    }

    /** False if nothing of the shape is left in the window. */
    private boolean draw(Shape shape, int band, boolean lines) {
        geometry.clear();
        boolean inside = window.contains(shape.box);
        if (lines) {
            path.lines(shape.path(band), inside);
        } else {
            path.polygons(shape.path(band), inside);
        }
        return geometry.size() > 0;
    }

    private void feature(long id, GeometryKind kind, int[] row, int from, int width) {
        tags.clear();
        for (int i = 0; i < width; i++) {
            int value = row[from + i];
            if (value != ValueDictionary.ABSENT) {
                tags.varint(keys.number(i));
                tags.varint(values.number(value));
            }
        }
        feature.clear();
        feature.field(1, Bytes.VARINT);
        feature.varint(id);
        if (tags.size() > 0) {
            feature.block(2, tags);
        }
        feature.field(3, Bytes.VARINT);
        feature.varint(kind.ordinal() + 1L);
        feature.block(4, geometry);
        body.block(2, feature);
        features++;
    }

    /** Gives numbers 0, 1, 2 … in the order of first use; forgotten in one step, not cleared. */
    private static final class Numbering {
        private int[] seenIn = {};
        private int[] numbers = {};
        private int[] originals = new int[64];
        private int size;
        private int round;

        void clear(int range) {
            if (seenIn.length < range) {
                seenIn = new int[range];
                numbers = new int[range];
                round = 0;
            }
            size = 0;
            round++;
        }

        int number(int original) {
            if (seenIn[original] != round) {
                seenIn[original] = round;
                numbers[original] = size;
                if (size == originals.length) {
                    originals = Arrays.copyOf(originals, size * 2);
                }
                originals[size++] = original;
            }
            return numbers[original];
        }

        int size() {
            return size;
        }

        int original(int number) {
            return originals[number];
        }
    }
}
