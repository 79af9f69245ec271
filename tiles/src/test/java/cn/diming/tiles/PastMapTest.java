package cn.diming.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Bbox;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.StandardNames;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.RecordDraft;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.DayTiles;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileContent;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileLayerStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiles of past days against the register's answer for the same days, on both databases. */
class PastMapTest {

    private static final Bbox BOX = new Bbox(113.4, 22.8, 113.6, 23.0);
    private static final TileCoord TILE = new TileCoord(14, 13355, 7120);

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aTileShowsOnEachDayTheNamesThatTheRegisterHasOfIt(Engines engine) {
        try (Site site = new Site(engine)) {
            long street = site.establish("大稳路", "1985-03-01", 22.90);
            site.write((names, changes) -> names.rename(changes, street, "稳兴路", Optional.empty(), on("1999-10-01")));
            long other = site.establish("东围路", "1990-01-01", 22.91);
            site.write((names, changes) -> names.merge(changes, List.of(street), other, on("2010-05-01")));
            site.write((names, changes) -> names.cancel(changes, other, on("2020-07-01")));

            for (int year = 1984; year <= 2021; year++) {
                for (String day : List.of("-03-01", "-06-30", "-10-01")) {
                    LocalDate then = LocalDate.parse(year + day);
                    assertThat(site.roads(then))
                            .as(then.toString())
                            .containsExactlyInAnyOrderElementsOf(site.inRegister(then));
                }
            }
            assertThat(site.roads(LocalDate.parse("1999-09-30"))).containsExactlyInAnyOrder("大稳路", "东围路");
            assertThat(site.roads(LocalDate.parse("1999-10-01"))).containsExactlyInAnyOrder("稳兴路", "东围路");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anEditOfTheHistoryIsSeenAndWhatStaysTheSameKeepsItsTag(Engines engine) {
        try (Site site = new Site(engine)) {
            long street = site.establish("大稳路", "1985-03-01", 22.90);
            LocalDate before = LocalDate.parse("1990-01-01");
            LocalDate after = LocalDate.parse("2005-01-01");
            assertThat(site.roads(before)).containsExactly("大稳路");
            Tile old = site.tile(before);

            site.write((names, changes) -> names.rename(changes, street, "稳兴路", Optional.empty(), on("1999-10-01")));
            assertThat(site.roads(before)).containsExactly("大稳路");
            assertThat(site.tile(before).etag()).isEqualTo(old.etag());
            assertThat(site.roads(after)).containsExactly("稳兴路");

            site.write((names, changes) -> names.rename(changes, street, "稳安路", Optional.empty(), on("2003-01-01")));
            assertThat(site.roads(after)).containsExactly("稳安路");
            assertThat(site.roads(LocalDate.parse("2000-01-01"))).containsExactly("稳兴路");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void divisionsAndPlatesAreThereFromTheirDayOn(Engines engine) {
        try (Site site = new Site(engine)) {
            RecordDraft plate = new RecordDraft(
                    "p1",
                    Map.of("number_text", "7号", "installed_on", LocalDate.parse("2012-06-01")),
                    Optional.of(Drafts.point(113.45, 22.9)),
                    List.of(),
                    List.of());
            RecordDraft division = new RecordDraft(
                    "440115104000",
                    Map.of(
                            "code",
                            "440115104000",
                            "name",
                            "旧镇",
                            "level",
                            3L,
                            "valid_from_year",
                            1990L,
                            "valid_to_year",
                            2005L),
                    Optional.of(Drafts.square(113.44, 22.896, 0.016)),
                    List.of(),
                    List.of());
            site.core.intake().take(Actor.OPERATOR, RecordKind.DOOR_PLATE, "test", List.of(plate));
            site.core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "old", List.of(division));
            site.pump.catchUp();
            assertThat(site.changes("2012-05-31", "door_plate")).isEqualTo(1);
            assertThat(site.changes("2012-06-01", "door_plate")).isZero();
            assertThat(site.names("division_label", LocalDate.parse("1989-12-31")))
                    .doesNotContain("旧镇");
            assertThat(site.names("division_label", LocalDate.parse("1990-01-01")))
                    .contains("旧镇");
            assertThat(site.names("division_label", LocalDate.parse("2004-12-31")))
                    .contains("旧镇");
            assertThat(site.names("division_label", LocalDate.parse("2005-01-01")))
                    .doesNotContain("旧镇");
        }
    }

    private static Establishment street(String name, String line) {
        return new Establishment(
                name,
                PlaceCategory.STREET,
                Optional.of("23210"),
                "440115103208",
                Optional.of(Drafts.wkt(line)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Decision on(String day) {
        return new Decision(LocalDate.parse(day), "批复〔2005〕1号", OptionalLong.of(7));
    }

    /** A register, its map of today and its maps of other days. */
    private static final class Site implements AutoCloseable {
        final Core core;
        final ChangePump pump;
        final DayTiles days;
        final PastMap past;

        Site(Engines engine) {
            core = engine.open();
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
            core.divisions().rebuild();
            LayerCatalog catalog = LayerCatalog.bundled();
            TileLayerStore store = new TileLayerStore(catalog);
            TileFollower follower = new TileFollower(store, core.store(), core.journal());
            pump = new ChangePump(core.journal(), follower);
            past = new PastMap(core.store().pastDays());
            days = new DayTiles(catalog, store, past::changesOn, store::position, 6, 1 << 20);
        }

        Tile tile(LocalDate day) {
            pump.catchUp();
            return days.findTile("map", TILE, Viewer.PUBLIC, day).orElseThrow();
        }

        List<String> roads(LocalDate day) {
            return names("road", day);
        }

        List<String> names(String layer, LocalDate day) {
            return TileContent.of(tile(day)).layer(layer).stream()
                    .map(feature -> (String) feature.attributes().get("name"))
                    .toList();
        }

        long changes(String day, String layer) {
            return past.changesOn(LocalDate.parse(day)).gone().stream()
                    .filter(feature -> feature.layer().equals(layer))
                    .count();
        }

        List<String> inRegister(LocalDate day) {
            return core.register().inBox(Actor.PUBLIC, BOX, AsOf.on(day), 100).stream()
                    .map(PlaceState::name)
                    .toList();
        }

        long establish(String name, String day, double lat) {
            String line = "LINESTRING (113.445 %1$s, 113.455 %1$s)".formatted(lat);
            return core.journal()
                    .write(
                            Actor.OPERATOR,
                            changes -> core.standardNames().establish(changes, street(name, line), on(day)));
        }

        void write(BiConsumer<StandardNames, ChangeSet> work) {
            core.journal().write(Actor.OPERATOR, changes -> {
                work.accept(core.standardNames(), changes);
                return true;
            });
        }

        @Override
        public void close() {
            pump.close();
            core.close();
        }
    }
}
