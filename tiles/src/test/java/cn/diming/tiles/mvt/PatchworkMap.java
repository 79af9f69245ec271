package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.MapFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A small random map: 6 × 6 villages with crooked shared borders, 3 × 3 towns whose borders are those of their villages,
 * and scattered points, lines and areas with holes.
 */
final class PatchworkMap {
    static final GeometryFactory FACTORY = new GeometryFactory();
    static final double WEST = 113.3;
    static final double SOUTH = 22.8;
    static final double CELL = 0.02;
    static final int SIDE = 6;
    private static final int STEPS = 12;

    private final Coordinate[][] across = new Coordinate[SIDE * STEPS + 1][SIDE + 1];
    private final Coordinate[][] upward = new Coordinate[SIDE + 1][SIDE * STEPS + 1];
    final Random random;

    PatchworkMap(long seed) {
        random = new Random(seed);
        for (int line = 0; line <= SIDE; line++) {
            for (int i = 0; i <= SIDE * STEPS; i++) {
                across[i][line] = near(i, line * STEPS);
                upward[line][i] = near(line * STEPS, i);
            }
        }
        for (int i = 0; i <= SIDE; i++) {
            for (int j = 0; j <= SIDE; j++) {
                upward[i][j * STEPS] = across[i * STEPS][j];
            }
        }
    }

    private Coordinate near(int i, int j) {
        double step = CELL / STEPS;
        return new Coordinate(WEST + (i + jitter()) * step, SOUTH + (j + jitter()) * step);
    }

    private double jitter() {
        return (random.nextDouble() - 0.5) * 0.8;
    }

    /** Moves one vertex of a border; the villages on both sides have to be asked for anew. */
    void moveBorder(int column, int row, double degrees) {
        Coordinate old = across[column * STEPS + STEPS / 2][row];
        across[column * STEPS + STEPS / 2][row] = new Coordinate(old.x, old.y + degrees);
    }

    /** The block of cells from (column, row), {@code size} a side. */
    private Polygon block(int column, int row, int size) {
        List<Coordinate> ring = new ArrayList<>();
        int from = column * STEPS;
        int to = (column + size) * STEPS;
        for (int i = from; i < to; i++) {
            ring.add(across[i][row]);
        }
        for (int j = row * STEPS; j < (row + size) * STEPS; j++) {
            ring.add(upward[column + size][j]);
        }
        for (int i = to; i > from; i--) {
            ring.add(across[i][row + size]);
        }
        for (int j = (row + size) * STEPS; j > row * STEPS; j--) {
            ring.add(upward[column][j]);
        }
        ring.add(ring.get(0));
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    MapFeature village(int column, int row) {
        int id = 100 + row * SIDE + column;
        return division(id, block(column, row, 1), 5, "第" + id + "村");
    }

    MapFeature town(int column, int row) {
        int id = row * SIDE / 2 + column;
        return division(id, block(2 * column, 2 * row, 2), 4, "第" + id + "镇");
    }

    static MapFeature division(long id, Geometry geometry, int level, String name) {
        return new MapFeature("division", id, geometry, Map.of("name", name, "level", level, "code", "4401" + id));
    }

    List<MapFeature> divisions() {
        List<MapFeature> all = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                all.add(village(column, row));
                if (column < SIDE / 2 && row < SIDE / 2) {
                    all.add(town(column, row));
                }
            }
        }
        return all;
    }

    Coordinate spot() {
        return new Coordinate(WEST + random.nextDouble() * SIDE * CELL, SOUTH + random.nextDouble() * SIDE * CELL);
    }

    MapFeature place(long id) {
        int rank = 1 + random.nextInt(6);
        return new MapFeature(
                "place", id, FACTORY.createPoint(spot()), Map.of("name", "地" + id, "class", "hamlet", "rank", rank));
    }

    MapFeature plate(long id) {
        return new MapFeature("door_plate", id, FACTORY.createPoint(spot()), Map.of("text", id % 50 + "号"));
    }

    MapFeature road(long id) {
        Coordinate[] line = new Coordinate[2 + random.nextInt(30)];
        line[0] = spot();
        for (int i = 1; i < line.length; i++) {
            line[i] = new Coordinate(
                    line[i - 1].x + random.nextGaussian() * 0.002, line[i - 1].y + random.nextGaussian() * 0.002);
        }
        int rank = 1 + random.nextInt(6);
        return new MapFeature(
                "road", id, FACTORY.createLineString(line), Map.of("name", "路" + id, "class", "lane", "rank", rank));
    }

    /** One or two stars, perhaps with a hole each; about half have a name. */
    MapFeature area(long id) {
        List<Polygon> parts = new ArrayList<>();
        Coordinate middle = spot();
        double size = 0.0005 + random.nextDouble() * 0.01;
        parts.add(star(middle, size));
        if (random.nextBoolean()) {
            parts.add(star(new Coordinate(middle.x + 3 * size, middle.y), size));
        }
        Geometry geometry =
                parts.size() == 1 ? parts.get(0) : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        Map<String, Object> named = Map.of("class", "water", "name", "湖" + id);
        return new MapFeature("ground", id, geometry, random.nextBoolean() ? named : Map.of("class", "wood"));
    }

    private Polygon star(Coordinate middle, double size) {
        LinearRing shell = ring(middle, size, 8 + random.nextInt(60));
        LinearRing hole = ring(middle, size * 0.3, 8);
        LinearRing[] holes = random.nextBoolean() ? new LinearRing[] {hole} : new LinearRing[0];
        return FACTORY.createPolygon(shell, holes);
    }

    private LinearRing ring(Coordinate middle, double size, int count) {
        Coordinate[] ring = new Coordinate[count + 1];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double radius = size * (0.6 + 0.4 * random.nextDouble());
            ring[i] = new Coordinate(middle.x + radius * Math.cos(angle), middle.y + radius * Math.sin(angle));
        }
        ring[count] = ring[0].copy();
        return FACTORY.createLinearRing(ring);
    }

    /** Everything: divisions, 300 places, 500 plates, 120 roads, 60 areas. */
    List<MapFeature> all() {
        List<MapFeature> all = new ArrayList<>(divisions());
        for (int i = 0; i < 500; i++) {
            all.add(plate(i));
            if (i < 300) {
                all.add(place(i));
            }
            if (i < 120) {
                all.add(road(i));
            }
            if (i < 60) {
                all.add(area(i));
            }
        }
        return all;
    }

    /** The tiles of a zoom that cover the map, at most {@code most}, chosen at random. */
    List<TileCoord> tiles(int zoom, int most) {
        int shift = 31 - zoom;
        List<TileCoord> tiles = new ArrayList<>();
        int north = TileGrid.worldY(SOUTH + (SIDE + 0.3) * CELL) >> shift;
        int south = TileGrid.worldY(SOUTH - 0.3 * CELL) >> shift;
        int west = TileGrid.worldX(WEST - 0.3 * CELL) >> shift;
        int east = TileGrid.worldX(WEST + (SIDE + 0.3) * CELL) >> shift;
        boolean all = (long) (south - north + 1) * (east - west + 1) <= most;
        for (int y = north; all && y <= south; y++) {
            for (int x = west; x <= east; x++) {
                tiles.add(new TileCoord(zoom, x, y));
            }
        }
        while (!all && tiles.size() < most) {
            tiles.add(new TileCoord(
                    zoom, west + random.nextInt(east - west + 1), north + random.nextInt(south - north + 1)));
        }
        return tiles;
    }
}
