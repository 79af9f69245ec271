package cn.diming.tiles.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.GaussKruger;
import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LonLat;
import cn.diming.tiles.sheet.SheetCheck.State;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.style.StyleBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SheetRendererTest {

    private static final SheetRenderer RENDERER = new SheetRenderer(SampleCounty.snapshot(), StyleBook.bundled());

    @ParameterizedTest
    @CsvSource({
        "349901100000, a3", "349901101000, a3l", "349901102000, a3p", "349901103000, a2", "349901100000, a1",
        "349901100000, a0", "349901102000, a4", "349901100200, a3", "349901102201, a4", "349901103203, a2p",
        "349901000000, a3"
    })
    void everySheetPassesEveryGate(String code, String template) {
        Sheet sheet = RENDERER.render(SampleCounty.spec(code, template), Inserts.NONE);
        assertThat(sheet.checks().stream().filter(check -> check.state() == State.FAILED))
                .isEmpty();
        assertThat(sheet.checks())
                .extracting(SheetCheck::id)
                .contains("L1", "L2", "L9", "I1", "G1", "S1", "T1", "T2", "D2");
    }

    @Test
    void theSameInputGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
        SheetSpec spec = SampleCounty.spec(SampleCounty.TOWN, "a3");
        Sheet once = RENDERER.render(spec, Inserts.NONE);
        byte[] pdf = once.pdf();
        String svg = once.svg();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            var more = workers.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Sheet>>mapToObj(i -> () -> RENDERER.render(spec, Inserts.NONE))
                    .toList());
            for (var sheet : more) {
                assertThat(sheet.get().svg()).isEqualTo(svg);
                assertThat(sheet.get().pdf()).isEqualTo(pdf);
            }
        }
    }

    @Test
    void namesWithoutRoomAreEnlargedOrNumberedAndAlwaysInTheIndex() {
        Sheet sheet = RENDERER.render(SampleCounty.spec(SampleCounty.TOWN, "a4"), Inserts.NONE);
        Set<String> shown =
                sheet.placed().stream().map(one -> one.name().text()).collect(Collectors.toSet());
        assertThat(sheet.indexed()).contains("东坝派出所", "东坝农村信用社", "东坝镇人民政府");
        for (String name : List.of("东坝派出所", "东坝农村信用社", "东坝便民服务中心")) {
            assertThat(shown.contains(name) || sheet.keyed().contains(name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aNameStandsWhereSomebodyPinnedItAndNowhereWhenHidden() {
        Sheet free = RENDERER.render(SampleCounty.spec(SampleCounty.TOWN, "a3"), Inserts.NONE);
        List<PlacedName> hamlets = free.placed().stream()
                .filter(one -> one.name().rule().equals("hamlet"))
                .toList();
        long pinned = hamlets.get(0).name().feature();
        long hidden = hamlets.get(1).name().feature();
        SheetSpec spec = SampleCounty.spec(SampleCounty.TOWN, "a3");
        Sheet sheet = RENDERER.render(
                new SheetSpec(
                        spec.subject(),
                        spec.template(),
                        spec.profile(),
                        spec.imprint(),
                        spec.scale(),
                        List.of(new Pin(pinned, "hamlet", -9, 6, 0, false), new Pin(hidden, "hamlet", 0, 0, 0, true))),
                Inserts.NONE);
        PlacedName placed = sheet.placed().stream()
                .filter(one -> one.name().feature() == pinned)
                .findFirst()
                .orElseThrow();
        var anchor = placed.name().anchor().getCoordinate();
        assertThat(placed.parts().getFirst().x() - anchor.x).isCloseTo(-9, org.assertj.core.data.Offset.offset(0.01));
        assertThat(placed.parts().getFirst().y() - anchor.y).isCloseTo(6, org.assertj.core.data.Offset.offset(0.01));
        assertThat(sheet.main().placed())
                .noneMatch(one -> one.name().feature() == hidden
                        && one.name().key() == 0
                        && !one.name().text().matches("\\d+"));
    }

    @Test
    void aMapWithoutApprovalNumberSaysThatItIsInternal() {
        SheetSpec spec = SampleCounty.spec(SampleCounty.TOWN, "a3");
        Sheet sheet = RENDERER.render(
                new SheetSpec(
                        spec.subject(),
                        spec.template(),
                        SheetProfile.PUBLIC,
                        Imprint.single("县民政局"),
                        Optional.empty(),
                        List.of()),
                Inserts.NONE);
        assertThat(sheet.svg()).contains("内部用图", "不得公开").doesNotContain("审图号：");
        assertThat(sheet.checks()).anyMatch(check -> check.id().equals("D2") && check.state() == State.WARNING);
    }

    @Test
    void theLegendExplainsWhatIsDrawnAndNothingElse() {
        Sheet sheet = RENDERER.render(SampleCounty.spec(SampleCounty.TOWN, "a3"), Inserts.NONE);
        assertThat(sheet.legend()).contains("国道、省道", "县道", "河流", "自然村").doesNotContain("高速公路", "寺庙祠观");
    }

    @Test
    void aPlaceAStreetAndAPartOfTheMapArePrintedByTheSameEngine() {
        Bbox box = Bbox.around(LonLat.of(SampleCounty.at(0.5, 1.5)), 900);
        LonLat spot = LonLat.of(SampleCounty.at(0.25, 1.3));
        for (SheetSubject subject :
                List.of(new SheetSubject.Window("当前地图", box), situation("中山路12号", spot.toPoint()))) {
            Sheet sheet = plan(subject);
            assertThat(sheet.checks().stream().filter(check -> check.state() == State.FAILED))
                    .isEmpty();
            assertThat(sheet.pdf()).isNotEmpty();
        }
    }

    private static Sheet plan(SheetSubject subject) {
        return RENDERER.render(
                new SheetSpec(
                        subject,
                        SheetTemplates.bundled().find("a4").orElseThrow(),
                        SheetProfile.INTERNAL,
                        Imprint.single(""),
                        Optional.empty(),
                        List.of()),
                Inserts.NONE);
    }

    private static SheetSubject situation(String label, Geometry shape) {
        return new SheetSubject.Situation("位置图", List.of(new SheetSubject.Marked(-1, label, shape)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT (117.615 30.678)                                                          | 本图所指位置
            LINESTRING (117.61 30.67, 117.62 30.68)                                         | 本图所指线路、本图所指位置
            POLYGON ((117.61 30.67, 117.62 30.67, 117.62 30.68, 117.61 30.67))              | 本图所指范围、本图所指位置
            MULTILINESTRING ((117.61 30.67, 117.62 30.68), (117.63 30.68, 117.64 30.69))    | 本图所指线路、本图所指位置
            """)
    void aSituationPlanShowsTheWholeShapeAndNamesIt(String wkt, String legend) throws ParseException {
        Geometry shape = new WKTReader(Geometries.FACTORY).read(wkt);
        Sheet sheet = plan(situation("拟命名路", shape));
        assertThat(sheet.checks().stream().filter(check -> check.state() == State.FAILED))
                .isEmpty();
        assertThat(sheet.legend()).containsAll(List.of(legend.split("、")));
        assertThat(sheet.placed())
                .anyMatch(one ->
                        one.name().rule().equals("mark") && one.name().text().equals("拟命名路"));
        Geometry onGround = GroundSnapshot.projected(
                shape, GaussKruger.threeDegree(shape.getCentroid().getX()));
        assertThat(sheet.main().frame().ground(0).contains(onGround.getEnvelopeInternal()))
                .isTrue();
    }

    @Test
    void thePinOfAPlaceStandsForItsSymbolAndItsNameIsWrittenOnce() {
        GroundFeature hamlet = SampleCounty.snapshot().features().stream()
                .filter(one -> one.layer().equals("place"))
                .findFirst()
                .orElseThrow();
        String name = hamlet.name().orElseThrow();
        Sheet sheet = plan(new SheetSubject.Situation(
                "位置图", List.of(new SheetSubject.Marked(hamlet.id(), name, hamlet.geometry()))));
        assertThat(sheet.placed())
                .filteredOn(one -> one.name().text().equals(name))
                .hasSize(1);
    }

    @Test
    void aStreetPlanPicksTheStreetOutFromItsNeighbours() {
        GroundFeature street = SampleCounty.snapshot().features().stream()
                .filter(one -> one.layer().equals("road"))
                .findFirst()
                .orElseThrow();
        Sheet sheet = plan(new SheetSubject.Street("门牌分布图", street.id()));
        assertThat(sheet.legend()).contains("本图所指线路").doesNotContain("本图所指位置");
    }

    @Test
    void whatThereIsNoDivisionOrStreetForIsRefusedInWords() {
        assertThatThrownBy(() -> RENDERER.render(SampleCounty.spec("349901999000", "a3"), Inserts.NONE))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("没有代码为 349901999000 的区划");
        SheetSpec spec = new SheetSpec(
                new SheetSubject.Street("街", 999_999),
                SheetTemplates.bundled().find("a4").orElseThrow(),
                SheetProfile.INTERNAL,
                Imprint.single(""),
                Optional.empty(),
                List.of());
        assertThatThrownBy(() -> RENDERER.render(spec, Inserts.NONE))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("街路巷");
    }
}
