package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A few features whose tiles are written out here in full. */
class GoldenTileTest {
    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);

    /** Beside 0° N, 0° E, where tile 12/2048/2048 begins; its 4,096 units are 0.087890625°. */
    private static MapFeature feature(String layer, long id, String wkt, Map<String, Object> attributes)
            throws ParseException {
        return new MapFeature(layer, id, new WKTReader().read(wkt), attributes);
    }

    private String text(TileCoord tile) {
        DecodedTile decoded = DecodedTile.of(
                new TileEncoder(9).encode(store.snapshot().layers(), catalog.layers(), Viewer.STAFF, tile));
        return decoded.layers().entrySet().stream()
                .map(layer -> layer.getKey() + "\n"
                        + layer.getValue().stream().map(GoldenTileTest::text).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String text(DecodedTile.Feature feature) {
        return "  %d type %d %s %s"
                .formatted(
                        feature.id(),
                        feature.type(),
                        feature.attributes(),
                        feature.parts().stream().map(Arrays::toString).collect(Collectors.joining(" ")));
    }

    @Test
    void aTileAtTheEquatorHoldsExactlyThis() throws ParseException {
        store.apply(
                List.of(
                        feature(
                                "ground",
                                5,
                                "POLYGON ((0.01 -0.01, 0.05 -0.01, 0.05 -0.05, 0.01 -0.05, 0.01 -0.01),"
                                        + " (0.02 -0.02, 0.02 -0.03, 0.03 -0.03, 0.03 -0.02, 0.02 -0.02))",
                                Map.of("class", "water", "name", "镜湖")),
                        feature(
                                "road",
                                1,
                                "LINESTRING (-0.05 -0.04, 0.04 -0.04, 0.2 -0.04)",
                                Map.of("class", "primary", "name", "环湖路", "rank", 2)),
                        feature("place", 3, "POINT (0.04 -0.06)", Map.of("name", "湖东村", "rank", 2)),
                        feature("place", 4, "POINT (0.06 -0.06)", Map.of("name", "湖𪣻村", "rank", 6))),
                List.of());
        assertThat(text(new TileCoord(12, 2048, 2048))).isEqualTo("""
                        ground
                          5 type 3 {class=water, name=镜湖} [466, 466, 2330, 466, 2330, 2330, 466, 2330] [932, 932, 932, 1398, 1398, 1398, 1398, 932]
                        road
                          1 type 2 {class=primary, name=环湖路, rank=2} [-256, 1864, 4351, 1864]
                        ground_label
                          5 type 1 {class=water, name=镜湖} [1791, 1791]
                        place
                          3 type 1 {name=湖东村, rank=2} [1864, 2796]""");
    }

    @Test
    void theLeastImportantPlaceComesWithItsZoom() throws ParseException {
        store.apply(List.of(feature("place", 4, "POINT (0.06 -0.06)", Map.of("name", "湖𪣻村", "rank", 6))), List.of());
        assertThat(text(new TileCoord(13, 4097, 4097))).isEmpty();
        assertThat(text(new TileCoord(14, 8194, 8194))).isEqualTo("place\n  4 type 1 {name=湖𪣻村, rank=6} [2992, 2992]");
    }
}
