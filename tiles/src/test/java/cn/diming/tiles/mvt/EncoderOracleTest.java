package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.diming.tiles.layer.GeometryKind;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Random maps, encoded and judged by a reader and by JTS. */
class EncoderOracleTest {
    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileEncoder encoder = new TileEncoder(9);

    private DecodedTile decode(TileLayerStore store, TileCoord tile) {
        return DecodedTile.of(encoder.encode(store.snapshot().layers(), catalog.layers(), Viewer.STAFF, tile));
    }

    /** A feature in units of the tile, not rounded. */
    private static Geometry inTile(MapFeature feature, TileCoord tile) {
        GeometryKind kind = feature.geometry().getDimension() == 2 ? GeometryKind.POLYGON : GeometryKind.LINE;
        int[] path = WorldPath.of(feature.geometry(), kind);
        Geometry world = kind == GeometryKind.POLYGON ? WorldPath.polygons(path) : line(path);
        double scale = 4096.0 / TileGrid.span(tile.z());
        double span = TileGrid.span(tile.z());
        return AffineTransformation.translationInstance(-tile.x() * span, -tile.y() * span)
                .scale(scale, scale)
                .transform(world);
    }

    private static Geometry line(int[] path) {
        Coordinate[] line = new Coordinate[path[0]];
        for (int i = 0; i < line.length; i++) {
            line[i] = new Coordinate(path[1 + 2 * i], path[2 + 2 * i]);
        }
        return PatchworkMap.FACTORY.createLineString(line);
    }

    /** A world unit in tile units where tiles are magnified, else one. */
    private static double grain(TileCoord tile) {
        return Math.max(1, 4096.0 / TileGrid.span(tile.z()));
    }

    private static Geometry window(TileCoord tile) {
        double end = 4096 + 256 - grain(tile);
        return PatchworkMap.FACTORY.toGeometry(new Envelope(-256, end, -256, end));
    }

    private static double area(DecodedTile.Feature feature) {
        return feature.parts().stream()
                .mapToDouble(ring -> WorldPath.area(ring, 0, ring.length / 2) / 2)
                .sum();
    }

    private static double length(DecodedTile.Feature feature) {
        double sum = 0;
        for (int[] line : feature.parts()) {
            for (int i = 2; i < line.length; i += 2) {
                sum += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
            }
        }
        return sum;
    }

    private static Map<Long, DecodedTile.Feature> byId(List<DecodedTile.Feature> features) {
        Map<Long, DecodedTile.Feature> map = new TreeMap<>();
        features.forEach(feature -> assertThat(map.put(feature.id(), feature)).isNull());
        return map;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsLeftOfAnAreaIsItsPartInTheWindow(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        List<MapFeature> features = map.all();
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(features);
        for (int zoom : new int[] {17, 18, 19, 20, 22}) {
            for (TileCoord tile : map.tiles(zoom, 60)) {
                DecodedTile decoded = decode(store, tile);
                Map<Long, DecodedTile.Feature> ground = byId(decoded.layer("ground"));
                for (MapFeature feature : features) {
                    if (feature.layer().equals("ground")) {
                        checkArea(feature, tile, ground.get(feature.id()));
                    }
                }
            }
        }
    }

    @Test
    void whatIsLeftOfTheAreasOfTheDemoCountyIsTheirPartInTheWindow() {
        var folder = DemoCounty.folder();
        assumeTrue(folder.isPresent(), "the shared demo county is not here");
        List<MapFeature> areas = DemoCounty.read(folder.orElseThrow()).stream()
                .filter(feature ->
                        feature.layer().equals("ground") && feature.geometry().isValid())
                .toList();
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(areas);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Coordinate at = areas.get(random.nextInt(areas.size())).geometry().getCoordinate();
            int zoom = 17 + random.nextInt(3);
            TileCoord tile =
                    new TileCoord(zoom, TileGrid.worldX(at.x) >> (31 - zoom), TileGrid.worldY(at.y) >> (31 - zoom));
            Map<Long, DecodedTile.Feature> found = byId(decode(store, tile).layer("ground"));
            double least = 3 * TileGrid.span(zoom) / 256.0;
            for (MapFeature area : areas) {
                Box box = Box.of(WorldPath.of(area.geometry(), GeometryKind.POLYGON));
                boolean drawn = Math.max(box.maxX() - box.minX(), box.maxY() - box.minY()) >= least;
                if (drawn && box.intersects(Box.of(tile, TileGrid.margin(zoom)))) {
                    checkArea(area, tile, found.get(area.id()));
                }
            }
        }
    }

    private static void checkArea(MapFeature feature, TileCoord tile, DecodedTile.@Nullable Feature found) {
        Geometry left = inTile(feature, tile).intersection(window(tile));
        double slack = grain(tile) * (4 + 2 * left.getLength());
        assertThat(found == null ? 0 : area(found)).isCloseTo(left.getArea(), within(slack));
        if (found != null) {
            assertThat(WorldPath.area(found.parts().get(0), 0, found.parts().get(0).length / 2))
                    .as("the first ring is an outer one")
                    .isPositive();
            assertInWindow(found);
        }
    }

    /** Inside the map the villages fill every window to the last unit: no slivers between them, no overlaps. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void villagesFillEachWindowExactly(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(map.divisions());
        int checked = 0;
        for (int zoom = 13; zoom <= 19; zoom++) {
            for (TileCoord tile : map.tiles(zoom, 60)) {
                Box window = Box.of(tile, TileGrid.margin(zoom));
                if (innerBox().contains(window)) {
                    double sum = decode(store, tile).layer("division").stream()
                            .filter(feature ->
                                    Long.valueOf(5).equals(feature.attributes().get("level")))
                            .mapToDouble(EncoderOracleTest::area)
                            .sum();
                    assertThat(sum).as("%s", tile).isEqualTo(4607.0 * 4607);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    /** A box that lies in the villages for certain, however crooked their outer border. */
    private static Box innerBox() {
        double edge = 0.1 * PatchworkMap.CELL;
        double far = (PatchworkMap.SIDE - 0.1) * PatchworkMap.CELL;
        return new Box(
                TileGrid.worldX(PatchworkMap.WEST + edge),
                TileGrid.worldY(PatchworkMap.SOUTH + far),
                TileGrid.worldX(PatchworkMap.WEST + far),
                TileGrid.worldY(PatchworkMap.SOUTH + edge));
    }

    @Test
    void anEdgeIsCutAtTheSameSpotBothWays() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int u1 = random.nextInt() & Integer.MAX_VALUE;
            int u2 = random.nextInt() & Integer.MAX_VALUE;
            int v1 = random.nextInt() & Integer.MAX_VALUE;
            int v2 = random.nextInt() & Integer.MAX_VALUE;
            int limit = (int) (((long) u1 + u2) / 2);
            int across = PathWriter.crossing(u1, v1, u2, v2, limit);
            assertThat(across).isEqualTo(PathWriter.crossing(u2, v2, u1, v1, limit));
            assertThat(across).isBetween(Math.min(v1, v2), Math.max(v1, v2));
        }
    }

    private static void assertInWindow(DecodedTile.Feature found) {
        for (int[] part : found.parts()) {
            for (int unit : part) {
                assertThat(unit).isBetween(-256, 4096 + 255);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsLeftOfALineIsItsPartInTheWindow(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        List<MapFeature> features = map.all();
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(features);
        for (int zoom : new int[] {17, 19, 21}) {
            for (TileCoord tile : map.tiles(zoom, 60)) {
                Map<Long, DecodedTile.Feature> roads = byId(decode(store, tile).layer("road"));
                for (MapFeature feature : features) {
                    if (feature.layer().equals("road")) {
                        Geometry left = inTile(feature, tile).intersection(window(tile));
                        DecodedTile.Feature found = roads.get(feature.id());
                        double slack = grain(tile) * 2.9 * (2 + left.getNumPoints());
                        assertThat(found == null ? 0 : length(found)).isCloseTo(left.getLength(), within(slack));
                        if (found != null) {
                            assertInWindow(found);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void everyPointOfTheWindowIsThereWithItsPlaceAndText(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        List<MapFeature> features = map.all();
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(features);
        for (int zoom : new int[] {19, 20, 22}) {
            for (TileCoord tile : map.tiles(zoom, 200)) {
                TreeSet<String> expected = new TreeSet<>();
                for (MapFeature feature : features) {
                    if (feature.layer().equals("door_plate")) {
                        expectPlate(feature, tile, expected);
                    }
                }
                TreeSet<String> found = new TreeSet<>();
                for (DecodedTile.Feature plate : decode(store, tile).layer("door_plate")) {
                    int[] at = plate.parts().get(0);
                    found.add(plate.id() + " " + at[0] + " " + at[1] + " "
                            + plate.attributes().get("text"));
                }
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    private static void expectPlate(MapFeature feature, TileCoord tile, TreeSet<String> expected) {
        double units = 4096.0 / TileGrid.span(tile.z());
        Coordinate at = feature.geometry().getCoordinate();
        long x = (long) Math.floor((TileGrid.worldX(at.x) - tile.x() * TileGrid.span(tile.z())) * units);
        long y = (long) Math.floor((TileGrid.worldY(at.y) - tile.y() * TileGrid.span(tile.z())) * units);
        if (x >= -256 && x < 4096 + 256 && y >= -256 && y < 4096 + 256) {
            expected.add(feature.id() + " " + x + " " + y + " "
                    + feature.attributes().get("text"));
        }
    }
}
