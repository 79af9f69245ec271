package cn.diming.tiles.sheet.label;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.font.Typeface;
import cn.diming.core.geo.Geometries;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.style.LabelStyle;
import cn.diming.tiles.sheet.style.LabelStyle.Placing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class LabelsTest {

    private static final Box MAP = new Box(0, 0, 200, 150);

    private static LabelStyle style(Placing placing, double gap) {
        return new LabelStyle(
                "name",
                Optional.empty(),
                FontStyle.of(Typeface.HEI, 6.5),
                Ink.BLACK,
                new Op.Halo(0.4, Ink.WHITE),
                placing,
                10,
                0,
                gap,
                0,
                false);
    }

    private static NameToPlace name(long id, String text, Geometry anchor, Placing placing, double weight) {
        return new NameToPlace(
                id, 0, "r", style(placing, 0), text, Optional.empty(), anchor, 0.6, 0, weight, Optional.empty());
    }

    private static Geometry point(double x, double y) {
        return Geometries.FACTORY.createPoint(new Coordinate(x, y));
    }

    private static Geometry line(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return Geometries.FACTORY.createLineString(points);
    }

    private static List<NameToPlace> crowd(long seed, int count) {
        Random random = new Random(seed);
        List<NameToPlace> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 5 + 190 * random.nextDouble();
            double y = 5 + 140 * random.nextDouble();
            String text = "上下左右东西南北中前后".substring(random.nextInt(6), 7 + random.nextInt(4));
            if (i % 3 == 0) {
                Geometry line =
                        line(x, y, x + 20 * random.nextGaussian(), y + 20 * random.nextGaussian(), x + 15, y + 18);
                names.add(name(i, text, line, Placing.ALONG, 1 + random.nextInt(20)));
            } else {
                names.add(name(i, text, point(x, y), Placing.BESIDE, 1 + random.nextInt(50)));
            }
        }
        return names;
    }

    private static Obstacles obstacles(List<NameToPlace> names) {
        Obstacles obstacles = new Obstacles(MAP);
        names.stream().filter(name -> name.style().placing() == Placing.BESIDE).forEach(name -> {
            Coordinate at = name.anchor().getCoordinate();
            obstacles.symbol(name.feature(), "r", at.x, at.y, 0.6, 5);
        });
        obstacles.close();
        return obstacles;
    }

    private static Labels.Result place(List<NameToPlace> names) {
        return Labels.place(names, obstacles(names));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void namesNeverMeetNorLeaveTheMapNorCoverTheirOwnSymbol(long seed) {
        List<PlacedName> placed = place(crowd(seed, 260)).placed();
        assertThat(placed).hasSizeGreaterThan(120);
        for (int i = 0; i < placed.size(); i++) {
            for (Turned room : placed.get(i).room()) {
                assertThat(MAP.envelope().covers(room.envelope())).isTrue();
                for (int j = i + 1; j < placed.size(); j++) {
                    assertThat(placed.get(j).room()).noneMatch(room::meets);
                }
                Coordinate own = placed.get(i).name().anchor().getCoordinate();
                if (placed.get(i).name().style().placing() == Placing.BESIDE) {
                    assertThat(room.distance(own.x, own.y)).isGreaterThan(0.45);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aNameOfMoreWeightIsNotLostForIt(long seed) {
        List<NameToPlace> names = new ArrayList<>(crowd(seed, 300));
        for (NameToPlace lost : place(names).unplaced().stream().limit(5).toList()) {
            if (lost.style().placing() == Placing.BESIDE) {
                List<NameToPlace> heavier = new ArrayList<>(names);
                NameToPlace risen = name(lost.feature(), lost.text(), lost.anchor(), Placing.BESIDE, 10_000);
                heavier.set((int) lost.feature(), risen);
                assertThat(place(heavier).placed()).anyMatch(one -> one.name() == risen);
            }
        }
    }

    @Test
    void theSameNamesGetTheSamePlaces() {
        assertThat(place(crowd(5, 200)).placed()).isEqualTo(place(crowd(5, 200)).placed());
    }

    @Test
    void alongASteepStreetChineseStandsUprightAndNumbersKeepToTheLine() {
        PlacedName placed = place(List.of(name(1, "X076县道", line(100, 20, 104, 110), Placing.ALONG, 10)))
                .placed()
                .getFirst();
        assertThat(placed.parts()).extracting(Glyphs::text).containsExactly("X076", "县", "道");
        assertThat(placed.parts().get(0).angle()).isBetween(1.4, 1.6);
        assertThat(placed.parts().get(1).angle()).isBetween(-0.1, 0.1);
        assertThat(placed.parts().get(2).y())
                .isGreaterThan(placed.parts().get(1).y());
    }

    @Test
    void alongALevelStreetTheNameReadsFromLeftToRightHoweverTheLineRuns() {
        PlacedName placed = place(List.of(name(1, "人民路", line(120, 60, 40, 55), Placing.ALONG, 10)))
                .placed()
                .getFirst();
        assertThat(placed.parts()).extracting(Glyphs::text).containsExactly("人", "民", "路");
        assertThat(placed.parts().get(0).x()).isLessThan(placed.parts().get(2).x());
    }

    @Test
    void aNameIsNotWrittenAroundASharpBend() {
        Labels.Result result =
                place(List.of(name(1, "九曲十八弯公路", line(50, 50, 56, 50, 50, 51, 56, 52, 50, 53), Placing.ALONG, 10)));
        assertThat(result.placed()).allSatisfy(placed -> {
            for (int i = 1; i < placed.parts().size(); i++) {
                double bend = placed.parts().get(i).angle()
                        - placed.parts().get(i - 1).angle();
                assertThat(Math.abs(Math.IEEEremainder(bend, 2 * Math.PI))).isLessThan(Math.toRadians(28));
            }
        });
    }

    @Test
    void nothingStandsInAReservedBox() {
        List<NameToPlace> names = crowd(21, 200);
        Box kept = new Box(40, 40, 60, 50);
        Obstacles obstacles = new Obstacles(MAP);
        obstacles.reserve(kept);
        obstacles.close();
        assertThat(Labels.place(names, obstacles).placed())
                .allSatisfy(placed -> assertThat(placed.room())
                        .noneMatch(room -> kept.inset(0.6)
                                .envelope()
                                .intersects(room.envelope().centre())));
    }

    @ParameterizedTest
    @CsvSource({
        "白坝镇人民政府, 白坝镇, 人民政府",
        "西银井子社区居委会, 西银井子, 社区居委会",
        "白坝农村信用社, 白坝, 农村信用社",
        "和何埠卫生室, 和何埠, 卫生室",
        "邱家冲文化广场, 邱家冲, 文化广场"
    })
    void aNameIsBrokenBeforeItsGenericPart(String name, String first, String second) {
        assertThat(WordBreaks.lines(name)).contains(List.of(first, second));
        assertThat(WordBreaks.isGood(first, second)).isTrue();
        assertThat(WordBreaks.isGood(name.substring(0, 4), name.substring(4))).isEqualTo(first.length() == 4);
    }

    @Test
    void aShortNameStaysInOneLine() {
        assertThat(WordBreaks.lines("后熊湾")).isEmpty();
    }
}
