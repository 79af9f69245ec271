package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.DayChanges;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.raster.PictureTiles;
import cn.diming.tiles.raster.TilePicture;
import cn.diming.tiles.style.SymbolBook;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** Measures how long pictures of the demo county take, one by one as a map asks for them; prints a Markdown table. */
final class PictureBench {
    private static final int MEMORY = 64 << 20;
    private static final int PICTURES = 200;

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final TileLayerStore store = new TileLayerStore(catalog);
    private final TileService vectors = new TileService(catalog, store, 6, MEMORY);
    private final MapTiles tiles = new MapTiles(
            vectors, new DayTiles(catalog, store, day -> new DayChanges(List.of(), List.of()), () -> 0, 6, MEMORY));

    public static void main(String[] args) throws IOException {
        PictureBench bench = new PictureBench();
        bench.store.replaceAll(DemoCounty.read(DemoCounty.folder().orElseThrow()));
        bench.row(14, false);
        System.out.println(
                "| z | CPU ms a picture | from the cache, µs | bytes | ImageIO: CPU ms to write it | bytes |");
        System.out.println("|---|---|---|---|---|---|");
        for (int zoom : new int[] {10, 12, 13, 14, 15, 16, 17, 18}) {
            bench.row(zoom, true);
        }
    }

    private void row(int zoom, boolean print) throws IOException {
        PictureTiles pictures = new PictureTiles(tiles, SymbolBook.bundled(), MEMORY, 1);
        List<PictureTiles.Wanted> wanted = wanted(zoom);
        long start = cpu();
        List<TilePicture> drawn = new ArrayList<>();
        wanted.forEach(one -> drawn.add(pictures.find(one).orElseThrow()));
        long drawing = cpu() - start;
        start = cpu();
        for (int round = 0; round < 100; round++) {
            wanted.forEach(pictures::find);
        }
        long again = (cpu() - start) / 100;
        List<BufferedImage> images = new ArrayList<>();
        long bytes = 0;
        for (TilePicture picture : drawn) {
            bytes += picture.png().length;
            BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
            image.createGraphics().drawImage(ImageIO.read(new ByteArrayInputStream(picture.png())), 0, 0, null);
            images.add(image);
        }
        start = cpu();
        long theirs = 0;
        for (BufferedImage image : images) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            theirs += out.size();
        }
        long writing = cpu() - start;
        if (print) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %,d | %.1f | %,d |%n",
                    zoom,
                    drawing / 1e6 / PICTURES,
                    again / 1e3 / PICTURES,
                    bytes / PICTURES,
                    writing / 1e6 / PICTURES,
                    theirs / PICTURES);
        }
    }

    /** Screens of twelve pictures each around places of the county. */
    private static List<PictureTiles.Wanted> wanted(int zoom) {
        Random random = new Random(7);
        List<PictureTiles.Wanted> wanted = new ArrayList<>();
        while (wanted.size() < PICTURES) {
            int x = TileGrid.worldX(117.42 + 0.42 * random.nextDouble()) >> 31 - zoom;
            int y = TileGrid.worldY(30.40 + 0.37 * random.nextDouble()) >> 31 - zoom;
            for (int i = 0; i < 12 && wanted.size() < PICTURES; i++) {
                TileCoord coord = new TileCoord(zoom, x + i % 4, y + i / 4);
                wanted.add(new PictureTiles.Wanted("map", Viewer.PUBLIC, Optional.empty(), coord, 256, 1));
            }
        }
        return wanted;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private PictureBench() {}
}
