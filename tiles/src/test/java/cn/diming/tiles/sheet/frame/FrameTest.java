package cn.diming.tiles.sheet.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.geo.Geometries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class FrameTest {

    private static final SheetTemplate A3 = SheetTemplates.bundled().find("a3").orElseThrow();

    @ParameterizedTest
    @CsvSource({"8000, 14000, true, 50000", "14000, 8000, false, 50000", "9000, 9000, true, 35000"})
    void thePaperIsTurnedSoThatTheMapIsLargest(double width, double height, boolean portrait, int denominator) {
        Frame.Fit fit = Frame.fit(A3, new Envelope(0, width, 0, height), Optional.empty());
        assertThat(fit.layout().isPortrait()).isEqualTo(portrait);
        assertThat(fit.frame().denominator()).isEqualTo(denominator);
    }

    @Test
    void theWholeGroundLiesFourMillimetresInsideTheFrame() {
        Frame frame = Frame.fit(A3, new Envelope(500, 9_700, 100, 7_900), Optional.empty())
                .frame();
        assertThat(frame.pageX(500)).isGreaterThanOrEqualTo(frame.map().x() + 4);
        assertThat(frame.pageY(100)).isLessThanOrEqualTo(frame.map().bottom() - 4);
    }

    @Test
    void pageAndGroundAreEachOthersInverse() {
        Frame frame = new Frame(new Box(14, 32, 300, 240), 25_000, new Coordinate(472_000, 3_390_000));
        Coordinate page = frame.toPage(new Coordinate(473_000, 3_390_500));
        assertThat(page.x).isCloseTo(164 + 40, within(1e-9));
        assertThat(page.y).isCloseTo(152 - 20, within(1e-9));
        assertThat(frame.toGround(page.x, page.y).distance(new Coordinate(473_000, 3_390_500)))
                .isLessThan(1e-6);
    }

    @Test
    void whatNoScaleCanHoldIsRefused() {
        assertThatThrownBy(() -> ScaleLadder.atLeast(2_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("范围太大");
    }

    @Test
    void squaresAreCountedFromTheUpperLeftWithoutLettersThatLookLikeDigits() {
        Grid grid = new Grid(new Box(10, 20, 500, 110), 50);
        assertThat(grid.square(10.1, 20.1)).isEqualTo("A1");
        assertThat(grid.square(459, 121)).isEqualTo("J3");
        assertThat(grid.columnName(8)).isEqualTo("J");
        assertThat(grid.columnName(24)).isEqualTo("AA");
        assertThat(grid.rows()).isEqualTo(3);
        assertThat(grid.top(3)).isEqualTo(130);
    }

    @Test
    void aStreetHasAllTheSquaresItCrossesInTheirOrder() {
        Grid grid = new Grid(new Box(0, 0, 200, 200), 50);
        var street = Geometries.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(10, 10), new Coordinate(120, 12), new Coordinate(125, 160)});
        assertThat(grid.squares(street)).containsExactly("A1", "B1", "C1", "C2", "C3", "C4");
    }

    @Test
    void everyBundledLayoutKeepsOffTheEdgeAndItsPartsApart() {
        assertThat(SheetTemplates.bundled().all()).hasSize(15);
    }

    @Test
    void aTemplateOfTheBureauIsFoundByItsName(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yml"), """
                board:
                  title: 公告栏
                  landscape: {paper: [600, 300], border: [8, 26, 584, 266], map: [14, 32, 470, 240], panel: [490, 30, 95, 242], foot: [14, 277, 572, 10], cell: 50, title: 40}
                """);
        SheetTemplate own = SheetTemplates.withFolder(folder).find("board").orElseThrow();
        assertThat(own.title()).isEqualTo("公告栏");
        assertThat(own.layouts().getFirst().map().width()).isEqualTo(470);
    }

    @Test
    void aTemplateWhosePartsOverlapIsRefusedWithItsFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bad.yml"), """
                bad:
                  title: 坏
                  landscape: {paper: [600, 300], border: [8, 26, 584, 266], map: [14, 32, 480, 240], panel: [400, 30, 95, 242], foot: [14, 277, 572, 10], cell: 50, title: 40}
                """);
        assertThatThrownBy(() -> SheetTemplates.withFolder(folder))
                .hasMessageContaining("bad.yml")
                .hasMessageContaining("重叠");
    }
}
