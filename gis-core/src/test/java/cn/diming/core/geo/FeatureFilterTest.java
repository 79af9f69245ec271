package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class FeatureFilterTest {

    private static final Set<String> FIELDS = Set.of("cls", "名称", "rank", "shop");

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
                "INTERSECTS(geom, POINT(0 0));false"
            })
    void conditionsHoldAsInCql(String text, boolean holds) {
        FeatureFilter filter = FeatureFilter.parse(text, FIELDS);

        assertThat(filter.test(
                        Map.of("cls", "hamlet", "名称", "大稳村", "rank", 4L),
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
                "DWITHIN(geom, buffer(geom, 5), 1, meters)"
            })
    void everythingThatIsNotOnTheListIsRefused(String text) {
        assertThatThrownBy(() -> FeatureFilter.parse(text, FIELDS)).isInstanceOf(IllegalArgumentException.class);
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
