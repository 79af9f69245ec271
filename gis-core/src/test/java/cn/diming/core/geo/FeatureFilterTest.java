package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class FeatureFilterTest {

    private static final Set<String> FIELDS = Set.of("cls", "名称", "rank", "shop", "since");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cls = 'hamlet';true",
                "cls <> 'hamlet';false",
                "cls IN ('shop', 'hamlet');true",
                "rank BETWEEN 3 AND 5;true",
                "\"名称\" LIKE '大%';true",
                "shop IS NULL;true",
                "shop IS NOT NULL AND cls = 'hamlet';false",
                "NOT (rank > 4) OR cls = 'x';true",
                "BBOX(geom, 113, 22, 114, 23);true",
                "INTERSECTS(geom, POINT(0 0));false",
                "WITHIN(geom, POLYGON((113 22, 114 22, 114 23, 113 23, 113 22)));true",
                "CONTAINS(geom, POINT(113.44 22.9));true",
                "DISJOINT(geom, POINT(0 0));true",
                "geom IS NULL;false",
                "rank = '4';true",
                "rank > 'abc';false",
                "rank BETWEEN 'a' AND 3;false",
                "cls = 4;false",
                "cls ILIKE 'HAM%';true",
                "cls LIKE 'h_mlet';true",
                "cls LIKE '.*';false",
                "since = '2024-01-31';true",
                "since >= '2024-01-01' AND since < '2024-02-01';true",
                "since > 2024-01-30;true",
                "since > 2024-02-01;false",
                "since = 2024-01-31;true",
                "INCLUDE;true"
            })
    void conditionsHoldAsInCql(String text, boolean holds) {
        FeatureFilter filter = FeatureFilter.parse(text, FIELDS);

        assertThat(filter.test(
                        Map.of("cls", "hamlet", "名称", "大稳村", "rank", 4L, "since", LocalDate.of(2024, 1, 31)),
                        Optional.of(Geometries.FACTORY.createPoint(new Coordinate(113.44, 22.9)))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cls = ",
                "Jenks(rank, 5) = 1",
                "strLength(cls) > 2",
                "nothing = 1",
                "rank + 1 = 2",
                "cls = 'a' OR",
                "IN ('a')",
                "DWITHIN(geom, buffer(geom, 5), 1, meters)",
                "DWITHIN(geom, POINT(113 22), 1, kilometers)",
                "BEYOND(geom, POINT(113 22), 1, kilometers)",
                "TOUCHES(geom, POINT(113 22))",
                "RELATE(geom, POINT(113 22), 'T********')",
                "BBOX(geom, 113, 22, 114, 23, 'EPSG:3857')",
                "BBOX(geom, 113, 22, 114, 23, 'http://localhost:1/')",
                "BBOX(cls, 113, 22, 114, 23)",
                "INTERSECTS(geom, SRID=3857;POINT(113 22))",
                "INTERSECTS(geom, POLYGON((0 0, 1 1)))",
                "INTERSECTS(geom, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))",
                "INTERSECTS(geom, POINT(1e308 0))",
                "INTERSECTS(cls, POINT(0 0))",
                "INTERSECTS(geom, geom2)",
                "geom = 'x'",
                "cls = geom",
                "\"a/b\" = 1",
                "since AFTER 2024-01-01T00:00:00Z",
                "env('x') = 1",
                "rank = 1; rank = 2",
                "rank EXISTS",
                " ",
                ""
            })
    void everythingThatIsNotOnTheListIsRefused(String text) {
        assertThatThrownBy(() -> FeatureFilter.parse(text, FIELDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)(筛选条件|没有可筛选的字段|空间条件).*");
    }

    @Test
    void aRowWithoutValuesFulfilsNothingButIsNull() {
        assertThat(FeatureFilter.parse("rank = 4 OR cls LIKE '%' OR BBOX(geom, 0, 0, 1, 1)", FIELDS)
                        .test(Map.of(), Optional.empty()))
                .isFalse();
        assertThat(FeatureFilter.parse("rank IS NULL AND geom IS NULL", FIELDS).test(Map.of(), Optional.empty()))
                .isTrue();
    }

    @Test
    void manyWildcardsOnALongTextEnd() {
        FeatureFilter filter = FeatureFilter.parse("cls LIKE '" + "%a_".repeat(200) + "%b'", FIELDS);

        assertThat(filter.test(Map.of("cls", "a".repeat(2000)), Optional.empty()))
                .isFalse();
    }

    @Test
    void oneFilterServesManyThreads() {
        FeatureFilter filter =
                FeatureFilter.parse("cls LIKE 'a%7' AND rank > 3 AND BBOX(geom, 113, 22, 114, 23)", FIELDS);

        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .filter(i -> filter.test(
                                Map.of("cls", "a" + i, "rank", i),
                                Optional.of(Geometries.FACTORY.createPoint(new Coordinate(113.5, 22.5))))))
                .hasSize(2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 5000})
    void deepOrLongTextsAreRefused(int depth) {
        String text = "(".repeat(depth) + "rank = 1" + ")".repeat(depth);
        assertThatThrownBy(() -> FeatureFilter.parse(text, FIELDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("筛选条件");
    }
}
