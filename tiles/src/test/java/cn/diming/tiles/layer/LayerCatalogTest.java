package cn.diming.tiles.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class LayerCatalogTest {
    private final LayerCatalog catalog = LayerCatalog.bundled();

    @Test
    void thePublicMapHoldsNoStaffLayer() {
        LayerSet map = catalog.findSet("map").orElseThrow();
        assertThat(map.layers()).allMatch(layer -> layer.audience() == Audience.PUBLIC);
        assertThat(map.visibleTo(Audience.PUBLIC)).isEqualTo(map.layers());
        assertThat(catalog.findSet("staff").orElseThrow().visibleTo(Audience.PUBLIC))
                .isEqualTo(map.layers());
    }

    @Test
    void villagesAppearLaterThanTowns() {
        Layer division = catalog.layer("division");
        assertThat(division.visibleFrom(5)).isGreaterThan(division.visibleFrom(4));
        assertThat(division.visibleFrom(Layer.UNRANKED)).isEqualTo(division.visibleFrom(5));
    }

    @Test
    void aMistakeInTheCatalogIsNamed() {
        assertThatThrownBy(() -> read("layers: {road: {kind: line, zom: [1, 2]}}"))
                .hasMessageContaining("zom");
        assertThatThrownBy(() -> read("layers: {road: {kind: line, zoom: [9, 2]}}"))
                .hasMessageContaining("road");
        assertThatThrownBy(() -> read("layers: {Road: {kind: line}}")).hasMessageContaining("Road");
        assertThatThrownBy(() -> read("sets: {map: {layers: [road]}}")).hasMessageContaining("road");
        assertThatThrownBy(() -> read("layers: {road: {kind: curve}}")).hasMessageContaining("CURVE");
    }

    private static LayerCatalog read(String yaml) {
        return LayerCatalog.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFeatureThatCannotBeDrawnIsRefused() {
        GeometryFactory factory = new GeometryFactory();
        var here = factory.createPoint(new Coordinate(113, 23));
        assertThatThrownBy(() -> new MapFeature("place", 1L << 53, here, Map.of()))
                .hasMessageContaining("编号");
        assertThatThrownBy(() -> new MapFeature("place", 1, factory.createPoint(), Map.of()))
                .hasMessageContaining("没有图形");
        assertThatThrownBy(() -> new MapFeature(
                        "place", 1, factory.createPoint(new Coordinate(38_400_000, 2_500_000)), Map.of()))
                .hasMessageContaining("经纬度");
        assertThatThrownBy(() -> new MapFeature("place", 1, here, Map.of("a", new int[0])))
                .hasMessageContaining("属性 a");
    }
}
