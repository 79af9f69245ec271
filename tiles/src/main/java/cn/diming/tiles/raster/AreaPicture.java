package cn.diming.tiles.raster;

import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.TileCoord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** One picture of an area, put together from picture tiles: the area as the map shows it, what lies around it under a veil. */
public final class AreaPicture {

    /** Pixels of the map; the picture has {@link #RATIO} times as many. */
    public static final int WIDTH = 900;

    public static final int HEIGHT = 600;

    private static final int RATIO = 2;
    private static final int TILE = 512;
    private static final int DEEPEST = 17;
    /** Room around the area. */
    private static final double AIR = 1.12;
    /** Tiles have twice the pixels of the map, so they may be shown larger than they are. */
    private static final double MOST_MAGNIFIED = 1.6;

    private static final Color VEIL = new Color(255, 255, 255, 120);
    private static final Color GLOW = new Color(255, 255, 255, 200);
    private static final Color EDGE = new Color(0x1b6a86);

    private final PictureTiles tiles;
    private final Geometry area;
    private final int zoom;
    /** How much larger than its tiles the map is drawn. */
    private final double magnified;

    private final double left;
    private final double top;

    private AreaPicture(PictureTiles tiles, Geometry area) {
        this.tiles = tiles;
        this.area = area;
        Envelope box = area.getEnvelopeInternal();
        double scale = scale(box);
        this.zoom = Math.clamp((int) Math.floor(Math.log(scale) / Math.log(2)), 3, DEEPEST);
        this.magnified = Math.clamp(scale / (1 << zoom), 1, MOST_MAGNIFIED);
        this.left = (x(box.getMinX()) + x(box.getMaxX()) - WIDTH) / 2;
        this.top = (y(box.getMinY()) + y(box.getMaxY()) - HEIGHT) / 2;
    }

    /**
     * Draws what everybody may see.
     *
     * @param area EPSG:4490, not empty; a point is shown with what is around it
     * @return PNG; empty when there is no such layer set
     * @throws TooBusy when too many pictures are being drawn
     */
    public static Optional<byte[]> draw(PictureTiles tiles, String layerSet, Geometry area) {
        return new AreaPicture(tiles, area).drawn(layerSet);
    }

    /** Tiles across the world so that the area fills the picture. */
    private static double scale(Envelope box) {
        double wide = Math.max((box.getMaxX() - box.getMinX()) / 360, 1e-9);
        double high = Math.max(Math.abs(fraction(box.getMinY()) - fraction(box.getMaxY())), 1e-9);
        return Math.min(WIDTH / wide, HEIGHT / high) / AIR / TILE;
    }

    private Optional<byte[]> drawn(String layerSet) {
        BufferedImage image = new BufferedImage(WIDTH * RATIO, HEIGHT * RATIO, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            double side = TILE * magnified;
            for (int row = (int) Math.floor(top / side); row * side < top + HEIGHT; row++) {
                for (int column = (int) Math.floor(left / side); column * side < left + WIDTH; column++) {
                    if (!tile(canvas, layerSet, column, row)) {
                        return Optional.empty();
                    }
                }
            }
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            outline(canvas);
        } finally {
            canvas.dispose();
        }
        return Optional.of(PalettePng.of(image, 0, 0, image.getWidth(), image.getHeight()));
    }

    private boolean tile(Graphics2D canvas, String layerSet, int column, int row) {
        int across = 1 << zoom;
        if (row < 0 || row >= across) {
            return true;
        }
        TileCoord coord = new TileCoord(zoom, Math.floorMod(column, across), row);
        Optional<TilePicture> picture =
                tiles.find(new PictureTiles.Wanted(layerSet, Viewer.PUBLIC, Optional.empty(), coord, TILE, RATIO));
        picture.ifPresent(found -> {
            int west = edge(column, left);
            int north = edge(row, top);
            canvas.drawImage(
                    read(found.png()), west, north, edge(column + 1, left) - west, edge(row + 1, top) - north, null);
        });
        return picture.isPresent();
    }

    /** Pixel at which a tile begins; neighbours share it. */
    private int edge(int tile, double from) {
        return (int) Math.round((tile * TILE * magnified - from) * RATIO);
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a tile of our own", impossible);
        }
    }

    private void outline(Graphics2D canvas) {
        if (area.getDimension() < 2) {
            return;
        }
        Shape shape = shape();
        Area around = new Area(new Rectangle2D.Double(0, 0, WIDTH * RATIO, HEIGHT * RATIO));
        around.subtract(new Area(shape));
        canvas.setColor(VEIL);
        canvas.fill(around);
        canvas.setColor(GLOW);
        canvas.setStroke(new BasicStroke(6f * RATIO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
        canvas.setColor(EDGE);
        canvas.setStroke(new BasicStroke(2.2f * RATIO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }

    private Shape shape() {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return path;
    }

    private void ring(Path2D.Double path, Coordinate[] corners) {
        for (int i = 0; i < corners.length - 1; i++) {
            double px = (x(corners[i].x) - left) * RATIO;
            double py = (y(corners[i].y) - top) * RATIO;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
    }

    private double x(double lon) {
        return (lon + 180) / 360 * TILE * magnified * (1 << zoom);
    }

    private double y(double lat) {
        return fraction(lat) * TILE * magnified * (1 << zoom);
    }

    /** Web mercator (EPSG:3857), from the north edge of the world downwards. */
    private static double fraction(double lat) {
        double sine = Math.sin(Math.toRadians(lat));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
}
