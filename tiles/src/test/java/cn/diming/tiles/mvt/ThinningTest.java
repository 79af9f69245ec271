package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twenty thousand plates and five thousand places in a few tiles. */
class ThinningTest {
    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);
    private final TileEncoder encoder = new TileEncoder(9);
    private final PatchworkMap map = new PatchworkMap(1);
    private final List<MapFeature> places = new ArrayList<>();

    @BeforeEach
    void crowd() {
        List<MapFeature> features = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            features.add(map.plate(i));
            if (i < 5000) {
                places.add(map.place(i));
            }
        }
        features.addAll(places);
        store.replaceAll(features);
    }

    private List<DecodedTile.Feature> features(String layer, TileCoord tile) {
        return DecodedTile.of(encoder.encode(store.snapshot().layers(), catalog.layers(), Viewer.STAFF, tile))
                .layer(layer);
    }

    private static boolean isInside(DecodedTile.Feature feature) {
        int[] at = feature.parts().get(0);
        return at[0] >= 0 && at[0] < 4096 && at[1] >= 0 && at[1] < 4096;
    }

    private Set<Long> inside(String layer, TileCoord tile) {
        return features(layer, tile).stream()
                .filter(ThinningTest::isInside)
                .map(DecodedTile.Feature::id)
                .collect(Collectors.toSet());
    }

    @Test
    void noCellHoldsMoreThanItsShare() {
        for (TileCoord tile : map.tiles(13, 30)) {
            var cells = features("place", tile).stream()
                    .collect(Collectors.groupingBy(
                            f -> List.of(f.parts().get(0)[0] >> 8, f.parts().get(0)[1] >> 8), Collectors.counting()));
            assertThat(cells.values()).allMatch(count -> count <= 2);
        }
    }

    /** A cell is a sixteenth of a side, and one more on each side is the margin. */
    @Test
    void noCrowdPutsMoreThanItsBudgetIntoATile() {
        for (int zoom = 9; zoom < 19; zoom++) {
            for (TileCoord tile : map.tiles(zoom, 10)) {
                assertThat(features("place", tile)).hasSizeLessThanOrEqualTo(18 * 18 * 2);
                assertThat(features("door_plate", tile)).hasSizeLessThanOrEqualTo(18 * 18 * 4);
            }
        }
    }

    @Test
    void whatIsDrawnAtOneZoomIsDrawnAtTheNext() {
        for (int zoom = 9; zoom < 19; zoom++) {
            for (TileCoord tile : map.tiles(zoom, 20)) {
                for (String layer : List.of("place", "door_plate")) {
                    Set<Long> deeper = new HashSet<>();
                    for (int i = 0; i < 4; i++) {
                        deeper.addAll(inside(
                                layer, new TileCoord(zoom + 1, 2 * tile.x() + (i & 1), 2 * tile.y() + (i >> 1))));
                    }
                    assertThat(deeper).containsAll(inside(layer, tile));
                }
            }
        }
    }

    @Test
    void neighboursAgreeOnWhatIsDrawnAlongTheirEdge() {
        for (TileCoord tile : map.tiles(13, 30)) {
            TileCoord east = new TileCoord(13, tile.x() + 1, tile.y());
            Set<Long> beyond = features("place", tile).stream()
                    .filter(f -> f.parts().get(0)[0] >= 4096
                            && f.parts().get(0)[1] >= 0
                            && f.parts().get(0)[1] < 4096)
                    .map(DecodedTile.Feature::id)
                    .collect(Collectors.toSet());
            Set<Long> there = features("place", east).stream()
                    .filter(ThinningTest::isInside)
                    .filter(f -> f.parts().get(0)[0] < 256)
                    .map(DecodedTile.Feature::id)
                    .collect(Collectors.toSet());
            assertThat(beyond).isEqualTo(there);
        }
    }

    @Test
    void theMostImportantOfEachCellStay() {
        Map<List<Integer>, List<Long>> there = new HashMap<>();
        places.forEach(place -> {
            int x = TileGrid.worldX(place.geometry().getCoordinate().x) >> 31 - 13 - 4;
            int y = TileGrid.worldY(place.geometry().getCoordinate().y) >> 31 - 13 - 4;
            long rank = (Integer) place.attributes().getOrDefault("rank", 99);
            if (rank <= 5) {
                there.computeIfAbsent(List.of(x, y), cell -> new ArrayList<>()).add(rank);
            }
        });
        int thinned = 0;
        for (TileCoord tile : map.tiles(13, 30)) {
            Map<List<Integer>, List<Long>> drawn = new HashMap<>();
            for (DecodedTile.Feature place : features("place", tile)) {
                int[] at = place.parts().get(0);
                List<Integer> cell = List.of(16 * tile.x() + (at[0] >> 8), 16 * tile.y() + (at[1] >> 8));
                drawn.computeIfAbsent(cell, fresh -> new ArrayList<>())
                        .add((Long) place.attributes().get("rank"));
            }
            for (Map.Entry<List<Integer>, List<Long>> cell : drawn.entrySet()) {
                List<Long> all = Objects.requireNonNull(there.get(cell.getKey()));
                assertThat(cell.getValue().stream().sorted().toList())
                        .isEqualTo(all.stream().sorted().limit(2).toList());
                thinned += all.size() > 2 ? 1 : 0;
            }
        }
        assertThat(thinned).isPositive();
    }
}
