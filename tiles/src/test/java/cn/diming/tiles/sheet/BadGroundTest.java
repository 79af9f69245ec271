package cn.diming.tiles.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.geo.Geometries;
import cn.diming.tiles.sheet.SheetCheck.State;
import cn.diming.tiles.sheet.canvas.Photo;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What is wrong with the data comes out as a sentence, never as an empty sheet. */
class BadGroundTest {

    private static Sheet render(SampleCounty county) {
        return new SheetRenderer(SampleCounty.snapshot(county), StyleBook.bundled())
                .render(SampleCounty.spec(SampleCounty.TOWN, "a3"), Inserts.NONE);
    }

    private static SheetCheck check(Sheet sheet, String id) {
        return sheet.checks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static GroundFeature feature(Geometry geometry, String name) {
        return new GroundFeature(
                77_000,
                "place",
                geometry,
                Map.of("name", name, "class", "natural_village", "division", SampleCounty.VILLAGE));
    }

    @Test
    void aCoordinateThatIsNoNumberIsNamedAndLeftOut() {
        SampleCounty county = new SampleCounty().built();
        county.add(feature(Geometries.FACTORY.createPoint(new Coordinate(Double.NaN, 30.6)), "无处村"));
        Sheet sheet = render(county);
        assertThat(check(sheet, "X1").state()).isEqualTo(State.WARNING);
        assertThat(check(sheet, "X1").detail()).contains("无处村", "坐标无效");
        assertThat(sheet.svg()).doesNotContain("无处村");
    }

    @Test
    void anEmptyGeometryIsNamed() {
        SampleCounty county = new SampleCounty().built();
        county.add(feature(Geometries.FACTORY.createPolygon(), "空村"));
        assertThat(check(render(county), "X1").detail()).contains("空村", "没有图形");
    }

    @Test
    void aPolygonThatCrossesItselfIsDrawnRepaired() {
        SampleCounty county = new SampleCounty().built();
        Coordinate[] bow = {
            SampleCounty.at(0.3, 1.3),
            SampleCounty.at(0.5, 1.5),
            SampleCounty.at(0.5, 1.3),
            SampleCounty.at(0.3, 1.5),
            SampleCounty.at(0.3, 1.3)
        };
        county.add(new GroundFeature(
                77_001, "ground", Geometries.FACTORY.createPolygon(bow), Map.of("class", "water", "name", "蝴蝶湖")));
        Sheet sheet = render(county);
        assertThat(check(sheet, "X1").detail()).contains("蝴蝶湖", "自相交");
        assertThat(sheet.indexed()).contains("蝴蝶湖");
    }

    @Test
    void aLineAcrossTheWholeCountryIsCutToTheFrame() {
        SampleCounty county = new SampleCounty().built();
        Coordinate[] line = {new Coordinate(74, 30.67), new Coordinate(134, 30.68)};
        county.add(new GroundFeature(
                77_002,
                "road",
                Geometries.FACTORY.createLineString(line),
                Map.of("name", "沪霍高速", "class", "motorway", "cls", "motorway")));
        Sheet sheet = render(county);
        assertThat(sheet.state()).isNotEqualTo(State.FAILED);
        assertThat(sheet.svg().length()).isLessThan(1_000_000);
    }

    @Test
    void aTownWithoutAnyNameIsAMapAllTheSame() {
        List<Territory> bare =
                List.of(new Territory(1, "349901100000", "光镇", 4, SampleCounty.square(0, 0, 1), Map.of()));
        GroundSnapshot snapshot = new GroundSnapshot(bare, List.of(), LocalDate.of(2026, 6, 1));
        Sheet sheet = new SheetRenderer(snapshot, StyleBook.bundled())
                .render(SampleCounty.spec(SampleCounty.TOWN, "a3"), Inserts.NONE);
        assertThat(sheet.svg()).contains("光镇地名图");
        assertThat(check(sheet, "X2").detail()).contains("没有可绘的要素");
        assertThat(sheet.state()).isEqualTo(State.WARNING);
    }

    @Test
    void aNameOfSixtyCharactersIsInTheIndexWhole() {
        SampleCounty county = new SampleCounty().built();
        String name = "世界上最长的自然村名".repeat(6);
        county.point("place", SampleCounty.VILLAGE, name, "natural_village", 0.3, 1.3);
        Sheet sheet = render(county);
        assertThat(sheet.indexed()).contains(name);
        assertThat(sheet.state()).isNotEqualTo(State.FAILED);
    }

    @Test
    void aDivisionNameOfSixtyCharactersStillHasATitle() {
        String name = "很长很长的镇名".repeat(8) + "镇";
        List<Territory> one =
                List.of(new Territory(1, "349901100000", name, 4, SampleCounty.square(0, 0, 1), Map.of()));
        Sheet sheet = new SheetRenderer(
                        new GroundSnapshot(one, List.of(), LocalDate.of(2026, 6, 1)), StyleBook.bundled())
                .render(SampleCounty.spec(SampleCounty.TOWN, "a4"), Inserts.NONE);
        assertThat(check(sheet, "P2").state()).isEqualTo(State.PASSED);
    }

    @Test
    void aCharacterThatNoFontHasFailsTheSheetAndIsNamed() {
        SampleCounty county = new SampleCounty().built();
        county.point("place", SampleCounty.VILLAGE, "\uE123湾", "natural_village", 0.3, 1.3);
        Sheet sheet = render(county);
        assertThat(check(sheet, "T2").state()).isEqualTo(State.FAILED);
        assertThat(check(sheet, "T2").detail()).contains("〓湾");
    }

    @Test
    void aTerritoryLargerThanTheLargestPaperHoldsIsRefused() {
        List<Territory> vast =
                List.of(new Territory(1, "340000000000", "演示省", 1, SampleCounty.square(-100, -80, 200), Map.of()));
        SheetRenderer renderer =
                new SheetRenderer(new GroundSnapshot(vast, List.of(), LocalDate.of(2026, 6, 1)), StyleBook.bundled());
        assertThatThrownBy(() -> renderer.render(SampleCounty.spec("340000000000", "a4"), Inserts.NONE))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("范围太大");
    }

    @Test
    void aMissingPhotoIsTold() {
        Inserts inserts = new Inserts(List.of(), List.of(), List.of(), List.of("照片文件缺失：和合桥"));
        Sheet sheet = new SheetRenderer(SampleCounty.snapshot(), StyleBook.bundled())
                .render(SampleCounty.spec(SampleCounty.TOWN, "a3"), inserts);
        assertThat(check(sheet, "X2").state()).isEqualTo(State.WARNING);
        assertThat(check(sheet, "X2").detail()).contains("和合桥");
    }

    @Test
    void aFileThatIsNoPictureIsNoPhoto() {
        assertThat(Photo.read(new byte[] {1, 2, 3})).isEmpty();
        assertThat(Photo.read("\u00ff\u00d8 cut off".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }
}
