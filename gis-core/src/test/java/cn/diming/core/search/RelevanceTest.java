package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelevanceTest {

    @TempDir
    Path folder;

    private SearchFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyQueryOfTheTableIsAnsweredByItsRecordFirst() {
        SoftAssertions all = new SoftAssertions();
        for (String[] row : SearchFixture.table("search.csv", 3)) {
            List<SearchHit> hits =
                    fixture.search().search(SearchRequest.of(row[0], 5).explained());
            all.assertThat(fixture.keys(hits).stream().findFirst())
                    .as(
                            "%s: %s, but %s",
                            row[2],
                            row[0],
                            hits.stream().map(RelevanceTest::show).toList())
                    .contains(row[1]);
        }
        all.assertAll();
    }

    @Test
    void everythingBeingTypedIsSuggestedAmongTheFirstFive() {
        SoftAssertions all = new SoftAssertions();
        for (String[] row : SearchFixture.table("suggest.csv", 2)) {
            List<SearchHit> hits =
                    fixture.search().suggest(SearchRequest.of(row[0], 5).explained());
            all.assertThat(fixture.keys(hits))
                    .as("%s, %s", row[0], hits.stream().map(RelevanceTest::show).toList())
                    .contains(row[1]);
        }
        all.assertAll();
    }

    @Test
    void anUnknownNameScoresBelowOneHalf() {
        for (String text : List.of(
                "番禺区大石街道幸福路", "番禺区大石街道向阳村", "东涌镇大稳村红星岗", "南村镇黄土岭村", "东涌镇黑木桥", "zhongguancun", "彩虹花园", "天河区员村街道龙眼巷9号")) {
            assertThat(fixture.search().search(SearchRequest.of(text, 5)))
                    .as(text)
                    .allMatch(hit -> hit.confidence() < 0.5);
        }
    }

    @Test
    void anAnswerSaysByWhichNameItWasFound() {
        SearchHit former = first("红卫东路");
        assertThat(former.name()).isEqualTo("朝阳东路");
        assertThat(former.matchedName()).isEqualTo("红卫东路");
        assertThat(former.matchKind()).isEqualTo(MatchKind.FORMER);
        assertThat(first("坪上围").matchKind()).isEqualTo(MatchKind.ALIAS);
        assertThat(first("dawencun").matchKind()).isEqualTo(MatchKind.PINYIN);
        assertThat(first("dwc").matchKind()).isEqualTo(MatchKind.INITIALS);
        assertThat(first("440113").matchKind()).isEqualTo(MatchKind.CODE);
    }

    @Test
    void anAnswerCarriesAddressCodeAndPlace() {
        SearchHit plate = first("番禺区大石街道朝阳东路12号");
        assertThat(plate.kind()).isEqualTo(SearchKind.DOOR_PLATE);
        assertThat(plate.name()).isEqualTo("朝阳东路12号");
        assertThat(plate.address()).isEqualTo("广东省广州市番禺区大石街道");
        assertThat(plate.divisionCode()).contains("440113012000");
        assertThat(plate.lon()).isEqualTo(113.3131);
        assertThat(plate.confidence()).isGreaterThan(0.9);
        assertThat(first("朝阳西路").box()).isPresent();
        assertThat(first("番禺区").code()).contains("440113000000");
    }

    @Test
    void whatWasTypedIsMarkedInTheName() {
        assertThat(first("朝阳东").highlights()).containsExactly(new SearchHit.Range(0, 3));
        assertThat(first("dawen").highlights()).containsExactly(new SearchHit.Range(0, 2));
    }

    @Test
    void theNearerOfTwoComesFirst() {
        SearchRequest request = SearchRequest.of("朝阳东路", 5);
        assertThat(fixture.keys(fixture.search().search(request.near(new LonLat(113.372, 23.112)))))
                .startsWith("s2");
        List<SearchHit> hits = fixture.search().search(request.near(new LonLat(113.313, 23.013)));
        assertThat(fixture.keys(hits)).startsWith("s1");
        assertThat(hits.getFirst().distanceMetres().orElseThrow()).isLessThan(200);
    }

    @Test
    void filtersExclude() {
        SearchRequest request = SearchRequest.of("朝阳东路", 10);
        assertThat(fixture.keys(fixture.search().search(request.inDivision("440106"))))
                .contains("s2")
                .doesNotContain("s1");
        assertThat(fixture.keys(fixture.search().search(request.within(new Bbox(113.36, 23.1, 113.38, 23.12)))))
                .contains("s2")
                .doesNotContain("s1");
        assertThat(fixture.search().search(SearchRequest.of("番禺", 10).only(Set.of(SearchKind.STREET))))
                .isNotEmpty()
                .allMatch(hit -> hit.kind() == SearchKind.STREET);
        assertThat(fixture.keys(fixture.search()
                        .search(SearchRequest.of("大石朝阳东路12号", 10).only(Set.of(SearchKind.DOOR_PLATE)))))
                .startsWith("d1");
    }

    @Test
    void explanationsComeOnlyWhenAskedFor() {
        assertThat(first("番禺区").explanation()).isEmpty();
        assertThat(fixture.search()
                        .search(SearchRequest.of("番禺区大石街道朝阳东路12号", 1).explained())
                        .getFirst()
                        .explanation()
                        .orElseThrow())
                .contains("番禺区、大石街道", "朝阳东路", "12号");
    }

    private SearchHit first(String text) {
        return fixture.search().search(SearchRequest.of(text, 5)).getFirst();
    }

    private static String show(SearchHit hit) {
        return hit.sourceKey().orElse("") + " " + hit.confidence() + " "
                + hit.explanation().orElse("");
    }
}
