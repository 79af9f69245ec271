package cn.diming.core.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Drafts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

class CqlTest {

    private static final Queryables FIELDS = new Queryables(List.of(
            new Queryable("name", Queryable.Type.TEXT, "名称"),
            new Queryable("类别", Queryable.Type.TEXT, "类别"),
            new Queryable("note", Queryable.Type.TEXT, "备注"),
            new Queryable("rank", Queryable.Type.INTEGER, "等级"),
            new Queryable("length", Queryable.Type.NUMBER, "长度"),
            new Queryable("temporary", Queryable.Type.YES_NO, "临时"),
            new Queryable("since", Queryable.Type.DATE, "启用"),
            new Queryable("updated", Queryable.Type.INSTANT, "修改"),
            new Queryable("geometry", Queryable.Type.GEOMETRY, "几何")));

    private static final Map<String, Object> ROW = Map.of(
            "name",
            "大稳村O'Neil",
            "类别",
            "NATURAL_VILLAGE",
            "rank",
            4L,
            "length",
            12.5,
            "temporary",
            true,
            "since",
            LocalDate.of(2024, 1, 31),
            "updated",
            Instant.parse("2026-03-01T04:00:00.123Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "name = '大稳村O''Neil';true",
                "name = '大稳村O\\'Neil';true",
                "name <> 'x';true",
                "类别 = 'NATURAL_VILLAGE';true",
                "\"类别\" IN ('A','NATURAL_VILLAGE');true",
                "类别 NOT IN ('A','B');true",
                "name LIKE '大稳%';true",
                "name LIKE '大_村%';true",
                "name LIKE 'o%';false",
                "name LIKE '%o''neil';false",
                "NOT name LIKE '大%';false",
                "name like '%\\%%';false",
                "rank BETWEEN 3 AND 5;true",
                "rank NOT BETWEEN 3 AND 5;false",
                "rank >= 4 AND rank < 4.5;true",
                "4 <= rank;true",
                "3 > rank;false",
                "rank = -4;false",
                "length > 1e1;true",
                "rank < length;true",
                "temporary;true",
                "NOT temporary;false",
                "temporary = TRUE;true",
                "temporary = FALSE OR rank = 4;true",
                "note IS NULL;true",
                "note IS NOT NULL;false",
                "note = 'x';false",
                "note <> 'x';false",
                "NOT (note = 'x');false",
                "NOT (note = 'x' AND rank = 4);false",
                "NOT (note = 'x' AND rank = 5);true",
                "note NOT IN ('x');false",
                "note NOT LIKE 'x%';false",
                "since = DATE('2024-01-31');true",
                "since > DATE('2024-01-31');false",
                "since >= '2024-01-01';true",
                "updated >= TIMESTAMP('2026-03-01T04:00:00Z');true",
                "updated < TIMESTAMP('2026-03-01T04:00:00.124Z');true",
                "updated > DATE('2026-03-01');true",
                "TRUE;true",
                "NOT TRUE;false",
                "NOT NOT rank = 4;true",
                "(rank = 4);true",
                "S_INTERSECTS(geometry, POLYGON((113 22, 114 22, 114 23, 113 23, 113 22)));true",
                "s_within(geometry, BBOX(113, 22, 114, 23));true",
                "S_WITHIN(geometry, BBOX(113, 22, 0, 114, 23, 9));true",
                "S_CONTAINS(POLYGON((113 22, 114 22, 114 23, 113 23, 113 22)), geometry);true",
                "S_DISJOINT(geometry, POINT(0 0));true",
                "NOT S_INTERSECTS(geometry, POINT(0 0));true",
                "S_EQUALS(geometry, POINT(113.44 22.9));true",
                "S_TOUCHES(geometry, LINESTRING(113.44 22.9, 114 23));true",
                "geometry IS NULL;false"
            })
    void conditionsHoldAsInCql2(String text, boolean holds) {
        Condition condition = CqlText.parse(text, FIELDS);

        assertThat(new RowFilter(condition).test(ROW, Optional.of(Drafts.point(113.44, 22.9))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"},4]};true",
                "{\"op\":\"and\",\"args\":[{\"op\":\">\",\"args\":[{\"property\":\"rank\"},3]},{\"op\":\"like\",\"args\":[{\"property\":\"name\"},\"大%\"]}]};true",
                "{\"op\":\"or\",\"args\":[false,{\"property\":\"temporary\"}]};true",
                "{\"op\":\"not\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"note\"}]}]};false",
                "{\"op\":\"in\",\"args\":[{\"property\":\"rank\"},[1,4]]};true",
                "{\"op\":\"between\",\"args\":[{\"property\":\"length\"},12,13.5]};true",
                "{\"op\":\"=\",\"args\":[{\"property\":\"since\"},{\"date\":\"2024-01-31\"}]};true",
                "{\"op\":\"<\",\"args\":[{\"property\":\"updated\"},{\"timestamp\":\"2026-01-01T00:00:00Z\"}]};false",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[113,22,114,23]}]};true",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\"}]};true"
            })
    void theSameHoldsInJson(String text, boolean holds) {
        Condition condition = CqlJson.parse(text, FIELDS, CqlTest::point);

        assertThat(new RowFilter(condition).test(ROW, Optional.of(Drafts.point(113.44, 22.9))))
                .isEqualTo(holds);
    }

    private static Geometry point(JsonNode node) {
        return Drafts.point(113.44, 22.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "name",
                "name =",
                "= 'x'",
                "name = 'x",
                "name = \"x",
                "name = 'x' OR",
                "name = 'x' rank",
                "(name = 'x'",
                "name = 'x')",
                "nothing = 1",
                "name = 1",
                "rank = 'x'",
                "rank LIKE '4%'",
                "temporary > FALSE",
                "1 = 1",
                "'a' = 'a'",
                "rank = 1e999",
                "rank = 1.2.3",
                "rank = - 'x'",
                "rank + 1 = 2",
                "since = 'yesterday'",
                "since = DATE('2024-02-30')",
                "since = DATE('+99999-01-01')",
                "updated > TIMESTAMP('x')",
                "name IN ()",
                "name IN (1)",
                "rank BETWEEN 1",
                "name BETWEEN 1 AND 2",
                "name NOT 'x'",
                "CASEI(name) = 'x'",
                "Jenks(rank, 5) = 1",
                "sleep(5)",
                "geometry = 'x'",
                "name IS NOT",
                "S_INTERSECTS(name, POINT(0 0))",
                "S_INTERSECTS(geometry)",
                "S_INTERSECTS(geometry, 'x')",
                "S_INTERSECTS(geometry, POINT(0))",
                "S_INTERSECTS(geometry, POINT(0 0)",
                "S_INTERSECTS(geometry, POINT(999 0))",
                "S_INTERSECTS(geometry, POINT EMPTY)",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
                "S_INTERSECTS(geometry, BBOX(1,2,3))",
                "S_INTERSECTS(geometry, BBOX(a,b,c,d))",
                "S_INTERSECTS(geometry, buffer(geometry, 5))",
                "name = 'x'; DROP TABLE place",
                "name = 'x' -- ",
                "name = 'x' /* */",
                "name = $1",
                "name = ?",
                "name = 'x' UNION SELECT 1"
            })
    void whatIsNoConditionOnThesePropertiesIsRefusedInChinese(String text) {
        assertThatThrownBy(() -> CqlText.parse(text, FIELDS))
                .isInstanceOf(BadFilter.class)
                .hasMessageMatching("(?s).*\\p{IsHan}.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "1",
                "null",
                "{}",
                "{\"op\":\"=\"}",
                "{\"op\":\"=\",\"args\":[]}",
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"}]}",
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"},{}]}",
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"},null]}",
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"},[1]]}",
                "{\"op\":\"=\",\"args\":[{\"property\":[\"rank\"]},1]}",
                "{\"op\":\"nonsense\",\"args\":[1,2]}",
                "{\"op\":\"like\",\"args\":[{\"property\":\"name\"},1]}",
                "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},\"x\"]}",
                "{\"op\":\"not\",\"args\":[true,true]}",
                "{\"op\":\"=\",\"args\":[{\"op\":\"+\",\"args\":[1,2]},3]}",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2,3]}]}",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2,\"x\",4]}]}"
            })
    void whatIsNoConditionInJsonIsRefusedInChinese(String text) {
        assertThatThrownBy(() -> CqlJson.parse(text, FIELDS, CqlTest::point))
                .isInstanceOf(BadFilter.class)
                .hasMessageMatching("(?s).*\\p{IsHan}.*");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(3_000) + "rank = 4" + ")".repeat(3_000),
                "NOT ".repeat(1_900) + "nothing = 4",
                IntStream.range(0, 3_000).mapToObj(i -> "" + i).collect(Collectors.joining(",", "name IN (", ")")),
                "name = '" + "''".repeat(5_000) + "'",
                "rank = 4 AND ".repeat(900) + "rank = 4",
                "S_INTERSECTS(geometry, " + "GEOMETRYCOLLECTION(".repeat(300) + "POINT(0 0)" + ")".repeat(301),
                "'".repeat(7_999),
                "\"".repeat(7_999),
                "name LIKE '" + "%_".repeat(5_000) + "'",
                "9".repeat(7_900) + " = rank OR x",
                "\u0000rank = 4",
                "rank = 4".repeat(800));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextsAreRefusedBeforeTheyCostAnything(String text) {
        assertThatThrownBy(() -> CqlText.parse(text, FIELDS)).isInstanceOf(BadFilter.class);
    }

    @Test
    void deepJsonIsRefused() {
        String deep = "{\"op\":\"not\",\"args\":[".repeat(300) + "true" + "]}".repeat(300);
        assertThatThrownBy(() -> CqlJson.parse(deep, FIELDS, CqlTest::point)).isInstanceOf(BadFilter.class);
        assertThatThrownBy(() -> CqlJson.parse("[".repeat(7_900), FIELDS, CqlTest::point))
                .isInstanceOf(BadFilter.class);
    }

    @Test
    void aLongListThatFitsIsRead() {
        String list =
                IntStream.range(0, 1_500).mapToObj(i -> "" + i).collect(Collectors.joining(",", "rank IN (", ")"));
        assertThat(new RowFilter(CqlText.parse(list, FIELDS)).test(ROW, Optional.empty()))
                .isTrue();
    }
}
