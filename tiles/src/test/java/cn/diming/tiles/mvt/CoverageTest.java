package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Neighbouring divisions keep their shared borders at every zoom. */
class CoverageTest {
    private final TileLayerStore store = new TileLayerStore(LayerCatalog.bundled());

    private ShapeData layer(String name) {
        return (ShapeData) Objects.requireNonNull(store.snapshot().layers().get(name));
    }

    private void assertValidEverywhere(int rank) {
        List<Shape> shapes =
                layer("division").all().stream().filter(s -> s.rank == rank).toList();
        double fullArea = 0;
        for (int band = Bands.FULL; band >= 0; band--) {
            int each = band;
            Geometry[] polygons = shapes.stream()
                    .map(shape -> WorldPath.polygons(shape.path(each)))
                    .toArray(Geometry[]::new);
            assertThat(CoverageValidator.isValid(polygons)).as("band %d", band).isTrue();
            double area = 0;
            for (Geometry polygon : polygons) {
                area += polygon.getArea();
            }
            fullArea = band == Bands.FULL ? area : fullArea;
            assertThat(area).as("area in band %d", band).isCloseTo(fullArea, within(fullArea * 0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRandomCoverageIsValidInEveryBand(long seed) {
        store.replaceAll(new PatchworkMap(seed).divisions());
        assertValidEverywhere(4);
        assertValidEverywhere(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void movedBordersLeaveACoverageThatIsValidInEveryBand(long seed) {
        PatchworkMap map = new PatchworkMap(seed);
        store.replaceAll(map.divisions());
        for (int i = 0; i < 12; i++) {
            int column = map.random.nextInt(PatchworkMap.SIDE);
            int row = 1 + 2 * map.random.nextInt(PatchworkMap.SIDE / 2);
            map.moveBorder(column, row, i % 2 == 0 ? 0.002 : -0.0005);
            store.apply(List.of(map.village(column, row - 1), map.village(column, row)), List.of());
            assertValidEverywhere(5);
        }
    }

    @Test
    void simplifyingAddsNoFaultsToTheDemoCounty() {
        Optional<Path> folder = DemoCounty.folder();
        assumeTrue(folder.isPresent(), "the shared demo county is not here");
        List<MapFeature> divisions = DemoCounty.read(folder.orElseThrow()).stream()
                .filter(feature -> feature.layer().equals("division"))
                .toList();
        store.replaceAll(divisions);
        for (int rank = 4; rank <= 5; rank++) {
            long inSource = faults(rank, Bands.FULL);
            for (int band = 0; band < Bands.FULL; band++) {
                assertThat(faults(rank, band)).as("band %d", band).isLessThanOrEqualTo(inSource);
            }
        }
    }

    /** Polygons that do not fit their neighbours; the made-up county has some from the start. */
    private long faults(int rank, int band) {
        Geometry[] polygons = layer("division").all().stream()
                .filter(shape -> shape.rank == rank)
                .map(shape -> WorldPath.polygons(shape.path(band)))
                .toArray(Geometry[]::new);
        return Arrays.stream(CoverageValidator.validate(polygons))
                .filter(Objects::nonNull)
                .count();
    }

    @Test
    void bordersAreDrawnOnceAndConsistOfTheSidesOfTheFills() {
        store.replaceAll(new PatchworkMap(5).divisions());
        for (int band = 0; band < Bands.COUNT; band++) {
            Set<String> sides = new HashSet<>();
            for (Shape shape : layer("division").all()) {
                addSides(shape.path(band), true, sides);
            }
            Set<String> drawn = new HashSet<>();
            int count = 0;
            for (Shape line : layer("division_line").all()) {
                count += addSides(line.path(band), false, drawn);
            }
            assertThat(drawn).as("band %d", band).hasSize(count);
            assertThat(sides).as("band %d", band).containsAll(drawn);
        }
    }

    @Test
    void aBorderOfTownsIsNotDrawnAgainForTheirVillages() {
        store.replaceAll(new PatchworkMap(5).divisions());
        List<Shape> lines = layer("division_line").all();
        // 3 × 3 towns: 12 borders between and 8 outer ones (the middle town has none);
        // 6 × 6 villages: 60 borders, 24 of them between towns
        assertThat(lines.stream().filter(line -> line.rank == 4)).hasSize(20);
        assertThat(lines.stream().filter(line -> line.rank == 5)).hasSize(36);
    }

    private static int addSides(int[] path, boolean closed, Set<String> sides) {
        int count = 0;
        for (int at = 0; at < path.length; at += 1 + 2 * Math.abs(path[at])) {
            int vertices = Math.abs(path[at]);
            for (int i = 0; i < (closed ? vertices : vertices - 1); i++) {
                String a = path[at + 1 + 2 * i] + "," + path[at + 2 + 2 * i];
                int j = (i + 1) % vertices;
                String b = path[at + 1 + 2 * j] + "," + path[at + 2 + 2 * j];
                sides.add(a.compareTo(b) < 0 ? a + " " + b : b + " " + a);
                count++;
            }
        }
        return count;
    }

    @Test
    void everyLabelLiesInItsPolygon() {
        PatchworkMap map = new PatchworkMap(6);
        for (int i = 0; i < 200; i++) {
            Geometry area = map.area(i).geometry();
            long code = LabelPoint.of(area);
            Geometry point = PatchworkMap.FACTORY.createPoint(
                    new Coordinate(TileGrid.longitude(Morton.x(code)), TileGrid.latitude(Morton.y(code))));
            assertThat(area.contains(point)).isTrue();
        }
    }
}
