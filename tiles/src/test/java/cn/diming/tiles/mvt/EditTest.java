package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any edit the map is the one that a fresh start would give, and only places that were touched look different. */
class EditTest {
    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileEncoder encoder = new TileEncoder(9);
    private final Map<FeatureRef, MapFeature> truth = new LinkedHashMap<>();
    private final TileLayerStore store = new TileLayerStore(catalog);

    private byte[] encode(TileLayerStore from, TileCoord tile) {
        return encoder.encode(from.snapshot().layers(), catalog.layers(), Viewer.STAFF, tile);
    }

    private void apply(List<MapFeature> upserts, List<FeatureRef> deletes) {
        deletes.forEach(truth::remove);
        upserts.forEach(feature -> truth.put(feature.ref(), feature));
        store.apply(upserts, deletes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyTileIsAsAfterAFreshStartAndUntouchedOnesAreKnown(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        map.all().forEach(feature -> truth.put(feature.ref(), feature));
        store.replaceAll(truth.values());
        List<TileCoord> tiles = new ArrayList<>();
        for (int zoom : new int[] {8, 9, 11, 12, 13, 14, 15, 16, 17, 19}) {
            tiles.addAll(map.tiles(zoom, 24));
        }
        Map<TileCoord, byte[]> last = new LinkedHashMap<>();
        tiles.forEach(tile -> last.put(tile, encode(store, tile)));
        int kept = 0;
        for (int step = 0; step < 40; step++) {
            long before = store.version();
            randomEdit(map, step);
            TileLayerStore fresh = new TileLayerStore(catalog);
            fresh.replaceAll(truth.values());
            for (Map.Entry<TileCoord, byte[]> entry : last.entrySet()) {
                byte[] now = encode(store, entry.getKey());
                assertThat(now).as("step %d, %s", step, entry.getKey()).isEqualTo(encode(fresh, entry.getKey()));
                if (store.isUnchanged(entry.getKey(), before, store.version())) {
                    assertThat(now)
                            .as("step %d, unchanged %s", step, entry.getKey())
                            .isEqualTo(entry.getValue());
                    kept++;
                }
                entry.setValue(now);
            }
        }
        assertThat(kept).as("most tiles are not touched by an edit").isGreaterThan(40 * last.size() / 2);
    }

    private void randomEdit(PatchworkMap map, int step) {
        long id = map.random.nextInt(60);
        switch (step % 10) {
            case 0 -> apply(List.of(map.place(id), map.plate(id)), List.of());
            case 1 -> apply(List.of(), List.of(new FeatureRef("place", id), new FeatureRef("door_plate", id + 1)));
            case 2 -> apply(List.of(map.road(id)), List.of(new FeatureRef("road", id + 1)));
            case 3 -> apply(List.of(map.area(id)), List.of(new FeatureRef("ground", id + 1)));
            case 4, 5 -> moveBorder(map, 0.002);
            case 6 -> moveBorder(map, 0.00001);
            case 7 -> apply(List.of(), List.of(new FeatureRef("division", 100 + map.random.nextInt(36))));
            case 8 -> apply(List.of(map.village(map.random.nextInt(6), map.random.nextInt(6))), List.of());
            default -> {
                List<MapFeature> many = new ArrayList<>();
                for (int i = 0; i < 90; i++) {
                    many.add(map.plate(1000 + map.random.nextInt(200)));
                }
                apply(many, List.of());
            }
        }
    }

    private void moveBorder(PatchworkMap map, double degrees) {
        int column = map.random.nextInt(PatchworkMap.SIDE);
        int row = 1 + 2 * map.random.nextInt(PatchworkMap.SIDE / 2);
        map.moveBorder(column, row, map.random.nextBoolean() ? degrees : -degrees);
        apply(List.of(map.village(column, row - 1), map.village(column, row)), List.of());
    }

    @Test
    void theSameFeatureAgainChangesNothing() {
        PatchworkMap map = new PatchworkMap(9);
        List<MapFeature> all = map.all();
        store.replaceAll(all);
        store.apply(all, List.of(new FeatureRef("place", 987_654)));
        assertThat(store.version()).isEqualTo(1);
    }

    @Test
    void aPolygonThatLosesItsNameLosesItsLabel() {
        PatchworkMap map = new PatchworkMap(3);
        MapFeature village = map.village(0, 0);
        store.apply(List.of(village), List.of());
        assertThat(store.size("division_label")).isEqualTo(1);
        store.apply(
                List.of(new MapFeature("division", village.id(), village.geometry(), Map.of("level", 5))), List.of());
        assertThat(store.size("division_label")).isZero();
        assertThat(store.size("division")).isEqualTo(1);
    }

    @Test
    void aRefusedFeatureLeavesTheMapAsItWas() {
        PatchworkMap map = new PatchworkMap(3);
        MapFeature place = map.place(1);
        MapFeature wrong = new MapFeature("road", 1, place.geometry(), Map.of());
        assertThatThrownBy(() -> store.apply(List.of(place, wrong), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("不能放进");
        assertThatThrownBy(() -> store.apply(List.of(), List.of(new FeatureRef("division_label", 1))))
                .hasMessageContaining("不能直接写入");
        assertThatThrownBy(() -> store.apply(List.of(), List.of(new FeatureRef("nowhere", 1))))
                .hasMessageContaining("没有名为");
        assertThatThrownBy(() -> store.replaceAll(List.of(place, place))).hasMessageContaining("重复");
        assertThat(store.version()).isZero();
    }
}
