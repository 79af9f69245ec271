package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReverseSearchTest {

    private static final LonLat INSIDE = new LonLat(113.45, 22.91);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPointInAVillageGivesItsWholeChain(Engines engine) {
        try (SearchFixture fixture = village(engine)) {
            ReverseAnswer answer = fixture.search().reverse(INSIDE, 500, Set.of(), 5);
            assertThat(answer.address()).isEqualTo("广东省广州市南沙区东涌镇大稳村");
            assertThat(answer.division().orElseThrow().name()).isEqualTo("大稳村");
            assertThat(answer.nearby()).isEmpty();
            assertThat(answer.text()).isEqualTo(answer.address());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theNearestIsNearestByItsLineNotByItsMiddle(Engines engine) {
        try (SearchFixture fixture = village(engine)) {
            fixture.take(
                    RecordKind.PLACE,
                    Drafts.street("long", "大稳路", "LINESTRING (113.40 22.9102, 113.50 22.9102)"),
                    Drafts.village("dot", "稳生村", 113.4505, 22.91));
            ReverseAnswer answer = fixture.follow().search().reverse(INSIDE, 2000, Set.of(), 5);
            assertThat(answer.nearby()).extracting(n -> n.hit().name()).containsExactly("大稳路", "稳生村");
            assertThat(answer.nearby().getFirst().distanceMetres()).isCloseTo(22.1, within(0.3));
            assertThat(answer.nearby().getFirst().direction()).isEqualTo("南");
            assertThat(answer.text()).isEqualTo("广东省广州市南沙区东涌镇大稳村 大稳路南 22 米");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPlateIsNamedWithDirectionAndMetres(Engines engine) {
        try (SearchFixture fixture = village(engine)) {
            fixture.take(
                    RecordKind.DOOR_PLATE,
                    new RecordDraft(
                            "d",
                            Map.of("street_name", "朝阳东路", "number_text", "12号"),
                            Optional.of(Drafts.point(113.4498, 22.9102)),
                            List.of(),
                            List.of()));
            ReverseAnswer answer = fixture.follow().search().reverse(INSIDE, 500, Set.of(SearchKind.DOOR_PLATE), 1);
            assertThat(answer.text()).isEqualTo("广东省广州市南沙区东涌镇大稳村 朝阳东路12号东南 30 米");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void outsideOfEverythingTheAnswerIsEmptyAndWhatIsFarIsNotNear(Engines engine) {
        try (SearchFixture fixture = village(engine)) {
            fixture.take(RecordKind.PLACE, Drafts.village("far", "远村", 113.47, 22.91));
            fixture.follow();
            assertThat(fixture.search().reverse(INSIDE, 1000, Set.of(), 5).nearby())
                    .isEmpty();
            assertThat(fixture.search().reverse(INSIDE, 3000, Set.of(), 5).nearby())
                    .hasSize(1);
            ReverseAnswer sea = fixture.search().reverse(new LonLat(-30, 0), 10_000, Set.of(), 5);
            assertThat(sea.divisions()).isEmpty();
            assertThat(sea.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void withoutPolygonsTheNearestRecordTellsTheDivision(Engines engine) {
        try (SearchFixture fixture = new SearchFixture(engine, folder).takeDocuments()) {
            ReverseAnswer answer = fixture.search().reverse(new LonLat(113.3132, 23.0131), 200, Set.of(), 1);
            assertThat(answer.text()).isEqualTo("广东省广州市番禺区大石街道 朝阳东路14号");
        }
    }

    private SearchFixture village(Engines engine) {
        SearchFixture fixture = new SearchFixture(engine, folder);
        fixture.take(RecordKind.DIVISION, Drafts.dawen().toArray(RecordDraft[]::new));
        return fixture.follow();
    }
}
