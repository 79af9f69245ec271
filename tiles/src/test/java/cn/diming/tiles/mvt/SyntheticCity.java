package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.MapFeature;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A made-up city for measurements: 3,000 bordering villages of 160 vertices, 60,000 streets, 120,000 shops and 2,000,000
 * plates, crowded towards the middle of each village. Features are made while they are read.
 */
final class SyntheticCity implements Iterable<MapFeature> {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int COLUMNS = 60;
    private static final int ROWS = 50;
    private static final int SIDE = 40;
    private static final double CELL = 0.02;
    private static final double WEST = 112.9;
    private static final double SOUTH = 22.5;

    @Override
    public Iterator<MapFeature> iterator() {
        Random random = new Random(20260101);
        Stream<MapFeature> villages = IntStream.range(0, COLUMNS * ROWS).mapToObj(SyntheticCity::village);
        Stream<MapFeature> streets = IntStream.range(0, 60_000).mapToObj(i -> street(i, random));
        Stream<MapFeature> shops = IntStream.range(0, 120_000)
                .mapToObj(i -> new MapFeature("shop", i, spot(random), Map.of("name", "百货商店" + i % 20_000)));
        Stream<MapFeature> plates = IntStream.range(0, 2_000_000)
                .mapToObj(i -> new MapFeature("door_plate", i, spot(random), Map.of("text", i % 500 + 1 + "号")));
        return Stream.of(villages, streets, shops, plates).flatMap(each -> each).iterator();
    }

    private static MapFeature village(int number) {
        int column = number % COLUMNS;
        int row = number / COLUMNS;
        Coordinate[] ring = new Coordinate[4 * SIDE + 1];
        for (int i = 0; i < SIDE; i++) {
            ring[i] = border(column * SIDE + i, row * SIDE);
            ring[SIDE + i] = border((column + 1) * SIDE, row * SIDE + i);
            ring[2 * SIDE + i] = border((column + 1) * SIDE - i, (row + 1) * SIDE);
            ring[3 * SIDE + i] = border(column * SIDE, (row + 1) * SIDE - i);
        }
        ring[4 * SIDE] = ring[0].copy();
        return new MapFeature(
                "division", number, FACTORY.createPolygon(ring), Map.of("name", "第" + number + "村", "level", 5));
    }

    /** A vertex of the wavy grid; both sides of a border ask for the same one. */
    private static Coordinate border(int i, int j) {
        double wobble = CELL / 6;
        double x = WEST + i * CELL / SIDE + wobble * Math.sin(i * 0.19 + j * 0.37) + wobble / 8 * Math.sin(j * 2.3);
        double y = SOUTH + j * CELL / SIDE + wobble * Math.cos(i * 0.31 - j * 0.23) + wobble / 8 * Math.sin(i * 2.9);
        return new Coordinate(x, y);
    }

    private static MapFeature street(int number, Random random) {
        Coordinate[] line = new Coordinate[8];
        line[0] = spot(random).getCoordinate();
        double heading = random.nextDouble() * 2 * Math.PI;
        int rank = number % 100 == 0 ? 1 : number % 20 == 0 ? 3 : 5 + number % 2;
        double step = CELL / (10.0 * rank);
        for (int i = 1; i < line.length; i++) {
            heading += random.nextGaussian() * 0.2;
            line[i] =
                    new Coordinate(line[i - 1].x + step * Math.cos(heading), line[i - 1].y + step * Math.sin(heading));
        }
        return new MapFeature(
                "road",
                number,
                FACTORY.createLineString(line),
                Map.of("name", "路" + number % 20_000, "rank", rank, "class", "street"));
    }

    private static Geometry spot(Random random) {
        double x = random.nextInt(COLUMNS) + 0.5 + random.nextGaussian() * 0.2;
        double y = random.nextInt(ROWS) + 0.5 + random.nextGaussian() * 0.2;
        return FACTORY.createPoint(new Coordinate(WEST + x * CELL, SOUTH + y * CELL));
    }
}
