package cn.diming.tiles.raster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.style.Colour;
import cn.diming.tiles.style.Mark;
import cn.diming.tiles.style.Scale;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
    private static final Mark.Text ALONG = text(Optional.empty(), Optional.empty());

    private static Mark.Text text(Optional<Double> below, Optional<Mark.Shield> shield) {
        return new Mark.Text(
                "name", Scale.always(10), new Colour(0), Optional.empty(), 1, true, below, shield, false, List.of());
    }

    private static String read(Label label) {
        return label.pieces().stream().map(Label.Piece::text).collect(Collectors.joining());
    }

    @Test
    void onASteepStreetCharactersStayUprightAndRunDownwardsWhicheverWayItWasDrawn() {
        for (Line line : List.of(new Line(new double[] {0, 0, 3, 100}), new Line(new double[] {3, 100, 0, 0}))) {
            Label label = LabelLayout.alongLine(ALONG, "李家坪街", line, 15).getFirst();
            assertThat(read(label)).isEqualTo("李家坪街");
            assertThat(label.pieces()).extracting(Label.Piece::y).isSorted();
            assertThat(label.pieces())
                    .allSatisfy(piece -> assertThat(Math.abs(piece.angle())).isLessThan(0.1));
        }
    }

    @Test
    void onAFlatStreetTheNameRunsToTheRight() {
        Line line = new Line(new double[] {100, 20, 0, 0});
        Label label = LabelLayout.alongLine(ALONG, "李上线", line, 15).getFirst();
        assertThat(label.pieces()).extracting(Label.Piece::x).isSorted();
        assertThat(label.pieces().getFirst().angle()).isBetween(0.1, 0.3);
    }

    @Test
    void aNameIsNotBrokenAroundASharpBendAndNotSqueezedIntoAShortStreet() {
        Line bent = new Line(new double[] {0, 0, 30, 0, 0, 4});
        assertThat(LabelLayout.alongLine(ALONG, "弯弯曲曲路", bent, 15)).isEmpty();
        assertThat(LabelLayout.alongLine(ALONG, "很长的街名", new Line(new double[] {0, 0, 40, 0}), 15))
                .isEmpty();
    }

    @Test
    void aRoadNumberStaysLevelOnItsPlate() {
        Mark.Text number = text(Optional.empty(), Optional.of(new Mark.Shield(new Colour(1), new Colour(2))));
        Label label = LabelLayout.alongLine(number, "G224", new Line(new double[] {0, 0, 2, 100}), 15)
                .getFirst();
        assertThat(label.pieces())
                .hasSize(1)
                .allSatisfy(piece -> assertThat(piece.angle()).isZero());
        assertThat(label.boxes()).hasSize(1);
    }

    @Test
    void aLongNameAtAPointIsBrokenIntoLinesOfAboutEqualLength() {
        Label label = LabelLayout.atPoint(ALONG, "西银井子社区居民委员会服务站", 50, 50, 15);
        assertThat(label.pieces()).extracting(Label.Piece::text).containsExactly("西银井子社区居", "民委员会服务站");
        Label below = LabelLayout.atPoint(text(Optional.of(1.0), Optional.empty()), "小学", 50, 50, 15);
        assertThat(below.boxes().getFirst().minY()).isGreaterThan(50);
    }

    @Test
    void partsThatMeetAreOneLine() {
        List<int[]> joined = Line.joined(List.of(
                new int[] {0, 0, 10, 0}, new int[] {30, 0, 20, 0}, new int[] {10, 0, 20, 0}, new int[] {90, 90, 99, 99
                }));
        assertThat(joined).hasSize(2);
        assertThat(joined).anySatisfy(line -> assertThat(line).hasSize(8));
        Line line = new Line(new double[] {0, 0, 10, 0, 10, 10});
        assertThat(line.length()).isEqualTo(20);
        assertThat(line.at(15)).isEqualTo(new Line.Spot(10, 5, Math.PI / 2));
        assertThat(line.at(10).x()).isEqualTo(10);
        assertThat(line.at(99).y()).isEqualTo(10);
    }
}
