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
 * A made-up city for measurements, its plates crowded towards the middle of each village. Features are made while they are
 * read.
 *
 * @param columns villages from west to east
 * @param rows villages from south to north
 * @param side vertices along one side of a village
 */
record SyntheticCity(int columns, int rows, int side, int streets, int shops, int plates)
        implements Iterable<MapFeature> {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double CELL = 0.02;
    private static final double WEST = 112.9;
    private static final double SOUTH = 22.5;

    /** 3,000 bordering villages of 160 vertices, 60,000 streets, 120,000 shops and 2,000,000 plates. */
    static SyntheticCity city() {
        return new SyntheticCity(60, 50, 40, 60_000, 120_000, 2_000_000);
    }

    /** 256 bordering villages of 96 vertices, 1,000 streets and 3,500 plates. */
    static SyntheticCity town() {
        return new SyntheticCity(16, 16, 24, 1_000, 0, 3_500);
    }

    @Override
    public Iterator<MapFeature> iterator() {
        Random random = new Random(20260101);
        Stream<MapFeature> villages = IntStream.range(0, columns * rows).mapToObj(this::village);
        Stream<MapFeature> ways = IntStream.range(0, streets).mapToObj(i -> street(i, random));
        Stream<MapFeature> stores = IntStream.range(0, shops)
                .mapToObj(i -> new MapFeature("shop", i, spot(random), Map.of("name", "百货商店" + i % 20_000)));
        Stream<MapFeature> doors = IntStream.range(0, plates)
                .mapToObj(i -> new MapFeature("door_plate", i, spot(random), Map.of("text", i % 500 + 1 + "号")));
        return Stream.of(villages, ways, stores, doors).flatMap(each -> each).iterator();
    }

    private MapFeature village(int number) {
        int column = number % columns;
        int row = number / columns;
        Coordinate[] ring = new Coordinate[4 * side + 1];
        for (int i = 0; i < side; i++) {
            ring[i] = border(column * side + i, row * side);
            ring[side + i] = border((column + 1) * side, row * side + i);
            ring[2 * side + i] = border((column + 1) * side - i, (row + 1) * side);
            ring[3 * side + i] = border(column * side, (row + 1) * side - i);
        }
        ring[4 * side] = ring[0].copy();
        return new MapFeature(
                "division", number, FACTORY.createPolygon(ring), Map.of("name", "第" + number + "村", "level", 5));
    }

    /** A vertex of the wavy grid; both sides of a border ask for the same one. */
    private Coordinate border(int i, int j) {
        double wobble = CELL / 6;
        double x = WEST + i * CELL / side + wobble * Math.sin(i * 0.19 + j * 0.37) + wobble / 8 * Math.sin(j * 2.3);
        double y = SOUTH + j * CELL / side + wobble * Math.cos(i * 0.31 - j * 0.23) + wobble / 8 * Math.sin(i * 2.9);
        return new Coordinate(x, y);
    }

    private MapFeature street(int number, Random random) {
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

    private Geometry spot(Random random) {
        double x = random.nextInt(columns) + 0.5 + random.nextGaussian() * 0.2;
        double y = random.nextInt(rows) + 0.5 + random.nextGaussian() * 0.2;
        return FACTORY.createPoint(new Coordinate(WEST + x * CELL, SOUTH + y * CELL));
    }
}
