package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TileServiceTest {
    private static final Geometry HERE = PatchworkMap.FACTORY.createPoint(new Coordinate(113.3, 22.8));
    private static final TileCoord TILE = new TileCoord(16, TileGrid.worldX(113.3) >> 15, TileGrid.worldY(22.8) >> 15);

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);
    private final TileService service = new TileService(catalog, store, 6, 1 << 20);

    private Tile tile(TileCoord coord) {
        return service.findTile("map", coord, Viewer.PUBLIC).orElseThrow();
    }

    private static MapFeature plate(long id, String text) {
        return new MapFeature("door_plate", id, HERE, Map.of("text", text));
    }

    @Test
    void anUnchangedTileStaysTheSameObjectAndAChangedOneDoesNot() {
        store.apply(List.of(plate(1, "1号")), List.of());
        Tile first = tile(TILE);
        store.apply(List.of(new MapFeature("place", 7, far(), Map.of("name", "远"))), List.of());
        assertThat(tile(TILE)).isSameAs(first);
        store.apply(List.of(plate(1, "2号")), List.of());
        assertThat(tile(TILE).etag()).isNotEqualTo(first.etag());
        store.apply(List.of(plate(1, "1号")), List.of());
        assertThat(tile(TILE).etag()).isEqualTo(first.etag());
    }

    private static Geometry far() {
        return PatchworkMap.FACTORY.createPoint(new Coordinate(100, 40));
    }

    @Test
    void aTouchedTileThatComesOutTheSameKeepsItsBytes() {
        store.apply(List.of(plate(1, "1号")), List.of());
        Tile first = tile(TILE);
        store.apply(List.of(new MapFeature("boundary_marker", 1, HERE, Map.of("code", "界1"))), List.of());
        assertThat(tile(TILE)).isSameAs(first);
    }

    @Test
    void thePublicNeverSeesStaffLayers() {
        store.apply(List.of(new MapFeature("boundary_marker", 1, HERE, Map.of("code", "界1"))), List.of());
        assertThat(service.findTile("staff", TILE, Viewer.PUBLIC)).isEmpty();
        assertThat(service.findTileJson("staff", Viewer.PUBLIC, "http://x")).isEmpty();
        assertThat(tile(TILE).isEmpty()).isTrue();
        Tile staff = service.findTile("staff", TILE, Viewer.STAFF).orElseThrow();
        assertThat(DecodedTile.of(staff.bytes()).layer("boundary_marker")).hasSize(1);
        assertThat(service.findTileJson("map", Viewer.PUBLIC, "http://x")
                        .orElseThrow()
                        .json())
                .doesNotContain("boundary_marker");
    }

    @Test
    void anUnknownLayerSetIsNotFound() {
        assertThat(service.findTile("nowhere", TILE, Viewer.STAFF)).isEmpty();
    }

    @Test
    void theCompressedTileHoldsTheSameBytes() throws IOException {
        store.apply(List.of(plate(1, "1号")), List.of());
        Tile tile = tile(TILE);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tile.gzip()))) {
            assertThat(in.readAllBytes()).isEqualTo(tile.bytes());
        }
        assertThat(tile.etag()).matches("W/\"[0-9a-f]{16}\"");
    }

    @Test
    void aTileThatManyAskForIsCompressedBetterAndHoldsTheSameBytes() throws IOException {
        PatchworkMap map = new PatchworkMap(1);
        store.replaceAll(map.all());
        Tile tile = tile(map.tiles(11, 1).getFirst());
        int atFirst = tile.gzip().length;
        tile.recompress();
        assertThat(tile.gzip().length).isLessThan(atFirst);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tile.gzip()))) {
            assertThat(in.readAllBytes()).isEqualTo(tile.bytes());
        }
    }

    @Test
    void ofManyRequestsForAMissingTileOneBuildsIt() throws Exception {
        store.replaceAll(new PatchworkMap(1).all());
        TileCoord coord = new PatchworkMap(1).tiles(11, 1).getFirst();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Tile>> requests = java.util.Collections.nCopies(64, () -> tile(coord));
            List<Tile> tiles = new ArrayList<>();
            for (Future<Tile> request : pool.invokeAll(requests)) {
                tiles.add(request.get());
            }
            assertThat(tiles).allMatch(each -> each == tiles.getFirst());
        }
    }

    @Test
    void whoAsksForANumberWaitsForItAndNoLonger() throws Exception {
        assertThat(store.await(7, 1)).isFalse();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Boolean> waiting = pool.submit(() -> store.await(7, 60_000));
            store.apply(List.of(plate(1, "1号")), List.of(), 6);
            store.apply(List.of(), List.of(), 7);
            assertThat(waiting.get()).isTrue();
        }
        assertThat(service.position()).isEqualTo(7);
    }

    @Test
    void tileJsonSaysWhereTheDataIs() {
        store.apply(List.of(plate(1, "1号")), List.of());
        JsonNode json = new JsonMapper()
                .readTree(service.findTileJson("map", Viewer.PUBLIC, "http://host")
                        .orElseThrow()
                        .json());
        assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(json.get("tiles").get(0).asString()).isEqualTo("http://host/tiles/map/{z}/{x}/{y}.mvt");
        assertThat(json.get("bounds").get(0).asDouble()).isEqualTo(113.3);
        assertThat(json.get("vector_layers").findValuesAsString("id")).contains("division", "door_plate");
        assertThat(json.get("center").get(2).asInt()).isBetween(0, 22);
    }

    @Test
    void anEmptyStoreStillHasATileJson() {
        JsonNode json = new JsonMapper()
                .readTree(service.findTileJson("map", Viewer.PUBLIC, "")
                        .orElseThrow()
                        .json());
        assertThat(json.get("bounds").get(0).asDouble())
                .isLessThan(json.get("bounds").get(2).asDouble());
    }

    @Test
    void readersSeeEachChangeWholeAndTheLastOneInTheEnd() throws Exception {
        store.apply(List.of(plate(1, "0号"), plate(2, "0号")), List.of());
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int read = 0;
            do {
                List<DecodedTile.Feature> plates =
                        DecodedTile.of(tile(TILE).bytes()).layer("door_plate");
                assertThat(plates).hasSize(2);
                assertThat(plates.get(0).attributes()).isEqualTo(plates.get(1).attributes());
                read++;
            } while (!done.get());
            return read;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(pool.submit(reader));
            }
            for (int i = 1; i <= 3000; i++) {
                store.apply(List.of(plate(1, i + "号"), plate(2, i + "号")), List.of());
            }
            done.set(true);
            for (Future<Integer> each : readers) {
                assertThat(each.get()).isPositive();
            }
        }
        assertThat(DecodedTile.of(tile(TILE).bytes()).layer("door_plate").get(0).attributes())
                .containsEntry("text", "3000号");
        store.apply(List.of(), List.of(new FeatureRef("door_plate", 1), new FeatureRef("door_plate", 2)));
        assertThat(tile(TILE).isEmpty()).isTrue();
    }
}
