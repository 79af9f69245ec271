package cn.diming.tiles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileLayerStore;
import cn.diming.tiles.mvt.TileService;
import io.tileverse.pmtiles.PMTilesReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Archives read back by readers that others wrote: tileverse for PMTiles, SQLite for MBTiles. */
class ArchiveExportTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Envelope BOX = new Envelope(113.30, 113.40, 22.80, 22.90);

    @TempDir
    Path folder = Path.of("");

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);
    private final TileService service = new TileService(catalog, store, 7, 64 << 20);
    private final Region region = Region.of(BOX, 8, 15);

    ArchiveExportTest() {
        SplittableRandom random = new SplittableRandom(5);
        List<MapFeature> features = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            Coordinate at = new Coordinate(113.3 + random.nextDouble() * 0.1, 22.8 + random.nextDouble() * 0.1);
            features.add(new MapFeature(
                    "place", i, FACTORY.createPoint(at), Map.of("name", "村" + i % 7, "rank", 1L + i % 6)));
        }
        // one lake over everything: many tiles in it are the same
        features.add(new MapFeature("ground", 1, FACTORY.toGeometry(BOX), Map.of("class", "water")));
        store.replaceAll(features.stream(), 1);
    }

    private Tile tile(TileCoord coord) {
        return service.findTile("map", coord, Viewer.PUBLIC).orElseThrow();
    }

    private ArchiveExport export(Function<TileCoord, Tile> tiles, long state) {
        return new ArchiveExport(
                tiles, service.findTileJson("map", Viewer.PUBLIC, "").orElseThrow(), "map", state, "2026-03-01");
    }

    private Map<TileCoord, byte[]> expected() {
        Map<TileCoord, byte[]> expected = new HashMap<>();
        region.eachFrom(0, id -> {
            TileCoord coord = Hilbert.tile(id);
            if (!tile(coord).isEmpty()) {
                expected.put(coord, tile(coord).bytes());
            }
        });
        return expected;
    }

    private static byte[] plain(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    @Test
    void anIndependentReaderFindsEveryTileInThePmtiles() throws IOException {
        Path file = folder.resolve("a.pmtiles");
        ArchiveExport.Result result = export(this::tile, 7).write(region, file, id -> {});
        Map<TileCoord, byte[]> expected = expected();
        assertThat(result.tiles()).isEqualTo(expected.size()).isGreaterThan(150);
        assertThat(result.contents()).isLessThan(result.tiles());
        assertThat(result.bytes()).isEqualTo(Files.size(file));
        try (PMTilesReader reader = new PMTilesReader(file)) {
            assertThat(reader.getHeader().minZoom()).isEqualTo((byte) 8);
            assertThat(reader.getHeader().maxZoom()).isEqualTo((byte) 15);
            assertThat(reader.getTileIndices().count()).isEqualTo(expected.size());
            assertThat(reader.getMetadataAsString())
                    .contains("\"vector_layers\"")
                    .contains("\"diming:seq\":7");
            for (Map.Entry<TileCoord, byte[]> tile : expected.entrySet()) {
                ByteBuffer found = reader.getTile(Hilbert.id(tile.getKey())).orElseThrow();
                byte[] bytes = new byte[found.remaining()];
                found.get(bytes);
                assertThat(bytes).isEqualTo(tile.getValue());
            }
            assertThat(reader.getTile(Hilbert.id(new TileCoord(15, 0, 0)))).isEmpty();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void manyTilesGetDirectoriesOfTwoLevels() throws IOException {
        Path file = folder.resolve("many.pmtiles");
        List<Tile> some = expected().keySet().stream().map(this::tile).toList();
        SplittableRandom random = new SplittableRandom(2);
        Region wide = Region.of(new Envelope(110, 116, 20, 26), 13, 13);
        ArchiveExport.Result result =
                export(coord -> some.get(random.nextInt(some.size())), 1).write(wide, file, id -> {});
        assertThat(result.tiles()).isEqualTo(wide.count()).isGreaterThan(18_000);
        assertThat(result.contents()).isLessThanOrEqualTo(some.size());
        try (PMTilesReader reader = new PMTilesReader(file)) {
            assertThat(reader.getHeader().leafDirsBytes()).isPositive();
            assertThat(reader.getTileIndices().count()).isEqualTo(result.tiles());
        }
    }

    @Test
    void sqliteFindsEveryTileInTheMbtiles() throws IOException, SQLException {
        Path file = folder.resolve("a.mbtiles");
        export(this::tile, 7).write(region, file, id -> {});
        Map<TileCoord, byte[]> expected = expected();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(number(db, "SELECT COUNT(*) FROM tiles")).isEqualTo(expected.size());
            try (PreparedStatement find = db.prepareStatement(
                    "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?")) {
                for (Map.Entry<TileCoord, byte[]> tile : expected.entrySet()) {
                    TileCoord coord = tile.getKey();
                    find.setInt(1, coord.z());
                    find.setInt(2, coord.x());
                    find.setInt(3, (1 << coord.z()) - 1 - coord.y());
                    try (ResultSet row = find.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        assertThat(plain(row.getBytes(1))).isEqualTo(tile.getValue());
                    }
                }
            }
            assertThat(number(db, "SELECT COUNT(*) FROM metadata WHERE name = 'format' AND value = 'pbf'"))
                    .isEqualTo(1);
            assertThat(number(db, "SELECT value FROM metadata WHERE name = 'maxzoom'"))
                    .isEqualTo(15);
        }
    }

    private static long number(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pmtiles", "a.mbtiles"})
    void anExportThatWasStoppedGoesOnAndComesOutTheSame(String name) throws IOException {
        Path whole = folder.resolve("whole-" + name);
        export(this::tile, 7).write(region, whole, id -> {});
        Path file = folder.resolve(name);
        Files.writeString(file, "the archive of yesterday");
        AtomicInteger made = new AtomicInteger();
        Function<TileCoord, Tile> stopping = coord -> {
            if (made.incrementAndGet() > 100) {
                throw new IllegalStateException("stopped");
            }
            return tile(coord);
        };
        assertThatThrownBy(() -> export(stopping, 7).write(region, file, id -> {}))
                .hasMessage("stopped");
        assertThat(file)
                .as("what was published stays until the new one is whole")
                .hasContent("the archive of yesterday");
        Path torn = folder.resolve(name + ".part/index");
        Files.write(torn, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        Files.write(folder.resolve(name + ".part/data"), new byte[] {9, 9}, StandardOpenOption.APPEND);

        made.set(0);
        AtomicInteger again = new AtomicInteger();
        ArchiveExport.Result result = export(this::tile, 7).write(region, file, id -> again.incrementAndGet());
        assertThat(result.resumed()).isBetween(50L, 100L);
        assertThat(again.get()).isLessThan((int) region.count());
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    @Test
    void anotherStateOfTheDataBeginsAnew() {
        Path file = folder.resolve("a.pmtiles");
        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> export(
                                coord -> {
                                    if (made.incrementAndGet() > 100) {
                                        throw new IllegalStateException("stopped");
                                    }
                                    return tile(coord);
                                },
                                7)
                        .write(region, file, id -> {}))
                .hasMessage("stopped");
        assertThat(export(this::tile, 8).write(region, file, id -> {}).resumed())
                .isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> export(this::tile, 1).write(region, folder.resolve("a.zip"), id -> {}))
                .hasMessageContaining(".pmtiles 或 .mbtiles");
        assertThatThrownBy(() -> Region.of(BOX, 9, 8)).hasMessageContaining("先小后大");
        assertThatThrownBy(() -> Region.of(BOX, 0, 23)).hasMessageContaining("0 到 22");
        assertThatThrownBy(() -> Region.of(new Envelope(), 0, 3)).hasMessageContaining("空");
    }

    @Test
    void aRegionHoldsTheTilesThatTouchItInTheOrderOfTheCurve() {
        List<Long> ids = new ArrayList<>();
        region.eachFrom(0, ids::add);
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize((int) region.count());
        for (int x = 26_600; x < 26_730; x++) {
            for (int y = 14_200; y < 14_300; y++) {
                TileCoord tile = new TileCoord(15, x, y);
                assertThat(ids.contains(Hilbert.id(tile)))
                        .isEqualTo(tile.bounds().intersects(BOX));
            }
        }
        List<Long> rest = new ArrayList<>();
        region.eachFrom(ids.get(70), rest::add);
        assertThat(rest).isEqualTo(ids.subList(70, ids.size()));
    }
}
