package cn.diming.tiles.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.tiles.layer.DayChanges;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.DayTiles;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileLayerStore;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.style.SymbolBook;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class PictureTilesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int ZOOM = 14;
    private static final int X = 13355;
    private static final int Y = 7120;
    private static final int MEMORY = 8 << 20;

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);
    private final MapTiles tiles = new MapTiles(
            new TileService(catalog, store, 7, MEMORY),
            new DayTiles(catalog, store, day -> new DayChanges(List.of(), List.of()), store::version, 7, MEMORY));
    private final PictureTiles pictures = pictures();

    private PictureTiles pictures() {
        return new PictureTiles(tiles, SymbolBook.bundled(), MEMORY, 2);
    }

    private void apply(List<MapFeature> shown, List<FeatureRef> gone) {
        store.apply(shown, gone, store.version() + 1);
    }

    private static PictureTiles.Wanted wanted(int z, int x, int y, int side, int ratio) {
        return new PictureTiles.Wanted("map", Viewer.PUBLIC, Optional.empty(), new TileCoord(z, x, y), side, ratio);
    }

    private static double longitude(double x) {
        return x / (1 << ZOOM) * 360 - 180;
    }

    private static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / (1 << ZOOM)))));
    }

    private static MapFeature place(long id, String name, double x, double y) {
        return new MapFeature(
                "place",
                id,
                FACTORY.createPoint(new Coordinate(longitude(x), latitude(y))),
                Map.of("name", name, "rank", 2L, "class", "natural_village"));
    }

    private static MapFeature road(long id, String name, double... xy) {
        Coordinate[] line = new Coordinate[xy.length / 2];
        for (int i = 0; i < line.length; i++) {
            line[i] = new Coordinate(longitude(xy[2 * i]), latitude(xy[2 * i + 1]));
        }
        Map<String, Object> attributes = new HashMap<>(Map.of("name", name, "class", "primary", "rank", 2L));
        return new MapFeature("road", id, FACTORY.createLineString(line), attributes);
    }

    /** A crowded country of five by five tiles. */
    private static List<MapFeature> country() {
        SplittableRandom random = new SplittableRandom(3);
        List<MapFeature> features = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            features.add(place(i, "村庄" + i, X - 2 + 5 * random.nextDouble(), Y - 2 + 5 * random.nextDouble()));
        }
        for (int i = 1; i <= 40; i++) {
            double x = X - 2 + 5 * random.nextDouble();
            double y = Y - 2 + 5 * random.nextDouble();
            double toX = x + random.nextDouble() - 0.5;
            double toY = y + random.nextDouble() - 0.5;
            features.add(road(i, "公路" + i % 9, x, y, toX, toY));
        }
        return features;
    }

    @Test
    void picturesDoNotDependOnTheOrderInWhichTheyAreAskedFor() {
        apply(country(), List.of());
        PictureTiles other = pictures();
        List<PictureTiles.Wanted> all = new ArrayList<>();
        for (int x = X - 1; x <= X + 2; x++) {
            for (int y = Y - 1; y <= Y + 2; y++) {
                all.add(wanted(ZOOM, x, y, 512, 1));
            }
        }
        Map<PictureTiles.Wanted, String> forwards = new HashMap<>();
        all.forEach(wanted ->
                forwards.put(wanted, pictures.find(wanted).orElseThrow().etag()));
        for (PictureTiles.Wanted wanted : all.reversed()) {
            assertThat(other.find(wanted).orElseThrow().etag()).isEqualTo(forwards.get(wanted));
        }
    }

    @Test
    void noTwoNamesOverlapAcrossWhateverEdge() {
        apply(country(), List.of());
        LabelBlocks blocks = new LabelBlocks(SymbolBook.bundled().rules());
        Set<Label> labels = new HashSet<>();
        for (int x = X - 2; x <= X + 3; x++) {
            for (int y = Y - 2; y <= Y + 3; y++) {
                blocks.around(
                                "map",
                                new TileCoord(ZOOM, x, y),
                                coord -> tiles.find("map", coord, Viewer.PUBLIC, Optional.empty())
                                        .orElseThrow())
                        .forEach(labels::addAll);
            }
        }
        assertThat(labels).hasSizeGreaterThan(150);
        List<Label> list = List.copyOf(labels);
        for (int i = 0; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(meet(list.get(i).boxes(), list.get(j).boxes())).isFalse();
            }
        }
    }

    private static boolean meet(Collection<Box> some, Collection<Box> others) {
        return some.stream().anyMatch(box -> others.stream().anyMatch(box::meets));
    }

    @Test
    void aNameOnAnEdgeIsWrittenToItsEndInThePictureBeside() throws IOException {
        apply(List.of(place(1, "东西大村庄", X, Y + 0.5)), List.of());
        int[] left = darkColumns(wanted(ZOOM, X - 1, Y, 512, 1));
        int[] right = darkColumns(wanted(ZOOM, X, Y, 512, 1));
        assertThat(left[511]).as("the middle character is cut by the edge").isPositive();
        assertThat(right[0]).isPositive();
        assertThat(Arrays.stream(left, 480, 512).filter(n -> n > 0).count()).isGreaterThan(15);
        assertThat(Arrays.stream(right, 0, 32).filter(n -> n > 0).count()).isGreaterThan(15);
    }

    private int[] darkColumns(PictureTiles.Wanted wanted) throws IOException {
        BufferedImage image = read(pictures.find(wanted).orElseThrow());
        int[] dark = new int[image.getWidth()];
        for (int x = 0; x < dark.length; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark[x] += (image.getRGB(x, y) & 0xff) < 0xa0 ? 1 : 0;
            }
        }
        return dark;
    }

    private static BufferedImage read(TilePicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    @Test
    void aPictureIsKeptUntilSomethingInItOrReachingIntoItChanges() {
        apply(List.of(place(1, "甲村", X + 0.5, Y + 0.5)), List.of());
        PictureTiles.Wanted wanted = wanted(ZOOM, X, Y, 512, 1);
        TilePicture first = pictures.find(wanted).orElseThrow();
        assertThat(pictures.find(wanted).orElseThrow()).isSameAs(first);
        apply(List.of(place(2, "远村", X + 40.5, Y + 0.5)), List.of());
        assertThat(pictures.find(wanted).orElseThrow()).isSameAs(first);
        apply(List.of(place(3, "东边的邻村", X + 1.01, Y + 0.5)), List.of());
        assertThat(pictures.find(wanted).orElseThrow().etag()).isNotEqualTo(first.etag());
        apply(List.of(), List.of(place(3, "东边的邻村", X, Y).ref()));
        assertThat(pictures.find(wanted).orElseThrow().etag()).isEqualTo(first.etag());
    }

    @Test
    void fourSmallPicturesAreTheQuartersOfTheLargeOneAndDoubleOnesHaveTwiceThePixels() throws IOException {
        apply(country(), List.of());
        BufferedImage whole = read(pictures.find(wanted(ZOOM, X, Y, 512, 1)).orElseThrow());
        BufferedImage quarter =
                read(pictures.find(wanted(ZOOM + 1, 2 * X + 1, 2 * Y, 256, 1)).orElseThrow());
        assertThat(quarter.getWidth()).isEqualTo(256);
        int near = 0;
        for (int i = 0; i < 256 * 256; i++) {
            int a = whole.getRGB(256 + i % 256, i / 256);
            int b = quarter.getRGB(i % 256, i / 256);
            near += Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)) < 12 ? 1 : 0;
        }
        assertThat(near).isGreaterThan(65_000);
        assertThat(read(pictures.find(wanted(ZOOM, X, Y, 256, 2)).orElseThrow()).getWidth())
                .isEqualTo(512);
        assertThat(read(pictures.find(wanted(0, 0, 0, 256, 1)).orElseThrow()).getWidth())
                .isEqualTo(256);
        assertThat(read(pictures.find(wanted(0, 0, 0, 512, 2)).orElseThrow()).getWidth())
                .isEqualTo(1024);
    }

    @Test
    void whatIsNotThereIsNotDrawn() {
        assertThat(pictures.find(new PictureTiles.Wanted(
                        "nothing", Viewer.PUBLIC, Optional.empty(), new TileCoord(0, 0, 0), 256, 1)))
                .isEmpty();
        assertThat(pictures.find(new PictureTiles.Wanted(
                        "staff", Viewer.PUBLIC, Optional.empty(), new TileCoord(0, 0, 0), 256, 1)))
                .isEmpty();
        assertThatThrownBy(() -> wanted(0, 0, 0, 300, 1)).isInstanceOf(BadTileRequest.class);
        assertThatThrownBy(() -> wanted(0, 0, 0, 256, 3)).isInstanceOf(BadTileRequest.class);
    }
}
