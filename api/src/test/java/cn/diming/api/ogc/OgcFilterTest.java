package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** OGC API Features Part 3 with CQL2: filters, queryables, sorting and choosing properties. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcFilterTest {

    private static final String ITEMS = "/ogc/collections/facilities/items?limit=100&filter=";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private final Client visitor;

    OgcFilterTest(Engines engine) {
        Service service = Service.on(engine);
        this.visitor = service.visitor();
        List<RecordDraft> drafts = new ArrayList<>();
        for (String name : List.of("滤甲院", "滤乙院", "滤丙院", "滤丁'院")) {
            double step = drafts.size() / 100.0;
            drafts.add(new RecordDraft(
                    name,
                    drafts.size() == 3
                            ? Map.of("name", name, "category", "FILTER")
                            : Map.of("name", name, "category", "FILTER", "phone", "02" + drafts.size()),
                    Optional.of(Drafts.point(113.5 + step, 22.7 + step)),
                    List.of(),
                    List.of()));
        }
        service.core.intake().take(Actor.OPERATOR, RecordKind.FACILITY, "ogc-filter", drafts);
    }

    @Test
    @DisplayName("/conf/filter/filter-param, /conf/features-filter/filter-response, /conf/cql2-text")
    void aFilterInTextSelects() {
        String mine = "category='FILTER' AND ";
        assertThat(names(mine + "name='滤甲院'")).containsExactly("滤甲院");
        assertThat(names(mine + "name LIKE '滤_院'")).containsExactly("滤甲院", "滤乙院", "滤丙院");
        assertThat(names(mine + "name = '滤丁''院'")).containsExactly("滤丁'院");
        assertThat(names(mine + "phone IS NULL")).containsExactly("滤丁'院");
        assertThat(names(mine + "NOT phone = '020'")).containsExactly("滤乙院", "滤丙院");
        assertThat(names(mine + "name IN ('滤乙院','滤丙院') AND NOT phone LIKE '%2'"))
                .containsExactly("滤乙院");
        assertThat(
                        names(
                                mine
                                        + "S_INTERSECTS(geometry, POLYGON((113.505 22.69, 113.529 22.69, 113.529 22.8, 113.505 22.69)))"))
                .isEqualTo(names(mine
                        + "S_WITHIN(geometry, POLYGON((113.505 22.69, 113.529 22.69, 113.529 22.8, 113.505 22.69)))"));
    }

    @Test
    @DisplayName("/conf/cql2-json, /conf/filter/filter-lang-param")
    void aFilterInJsonSelects() {
        String json = "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"category\"},\"FILTER\"]},"
                + "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[113.49,22.69],[113.515,22.69],[113.515,22.715],[113.49,22.715],[113.49,22.69]]]}]}]}";
        assertThat(namesOf(visitor.get(ITEMS + encoded(json) + "&filter-lang=cql2-json")))
                .containsExactly("滤甲院", "滤乙院");
        visitor.get(ITEMS + encoded(json)).isProblem(400);
        visitor.get(ITEMS + "name='x'&filter-lang=cql2-xml").isProblem(400);
    }

    @Test
    @DisplayName("/conf/filter/filter-crs-param")
    void coordinatesOfAFilterMayBeInAnotherSystem() {
        String filter = encoded("category='FILTER' AND S_INTERSECTS(geometry, BBOX(22.69,113.49,22.715,113.515))");
        assertThat(namesOf(visitor.get(ITEMS + filter + "&filter-crs=" + encoded(EPSG + "4490"))))
                .containsExactly("滤甲院", "滤乙院");
        visitor.get(ITEMS + filter).isProblem(400);
        visitor.get(ITEMS + filter + "&filter-crs=" + encoded(EPSG + "4214")).isProblem(400);
    }

    @Test
    @DisplayName("/conf/queryables/queryables-link, queryables-schema")
    void queryablesSayWhatCanBeAsked() {
        Answer answer = visitor.get("/ogc/collections/facilities/queryables").hasStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
        JsonNode properties = answer.json().path("properties");
        assertThat(properties.at("/name/type").asString()).isEqualTo("string");
        assertThat(properties.at("/id/type").asString()).isEqualTo("integer");
        assertThat(properties.at("/updated/format").asString()).isEqualTo("date-time");
        assertThat(properties.at("/geometry/format").asString()).isEqualTo("geometry-any");
        assertThat(properties.has("attributes")).isFalse();
        properties
                .propertyNames()
                .forEach(name -> visitor.get(ITEMS + name + "%20IS%20NULL").hasStatus(200));
    }

    @Test
    void featuresComeSortedWithTheChosenPropertiesAlone() {
        String mine = ITEMS + encoded("category='FILTER'");
        assertThat(namesOf(visitor.get(mine + "&sortby=-phone"))).containsExactly("滤丙院", "滤乙院", "滤甲院", "滤丁'院");
        assertThat(namesOf(visitor.get(mine + "&sortby=%2Bphone"))).containsExactly("滤甲院", "滤乙院", "滤丙院", "滤丁'院");
        JsonNode feature = visitor.get(mine + "&properties=name,phone&sortby=-id")
                .json()
                .path("features")
                .get(1);
        assertThat(feature.path("properties").propertyNames()).containsExactlyInAnyOrder("name", "phone");
        for (String wrong : List.of(
                "&sortby=nothing",
                "&sortby=geometry",
                "&sortby=",
                "&sortby=id,id,id,id,id",
                "&properties=nothing",
                "&after=x",
                "&after=W10")) {
            visitor.get(mine + wrong).isProblem(400);
        }
    }

    @Test
    void tablesAndFlatGeobufCarryTheSameFeatures() {
        String mine = ITEMS + encoded("category='FILTER'") + "&f=";
        Answer csv = visitor.get(mine + "csv").hasStatus(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(5);
        assertThat(csv.text())
                .startsWith("\uFEFFid,name,category")
                .contains("滤甲院")
                .contains("POINT (113.5 22.7)");
        assertThat(csv.header("OGC-NumberReturned")).isEqualTo("4");
        Answer file = visitor.get(mine + "fgb").hasStatus(200);
        assertThat(file.response().body()).startsWith('f', 'g', 'b', 3);
        assertThat(visitor.get(mine + "csv").header("Link")).isEmpty();
        assertThat(visitor.get("/ogc/collections/facilities/items?limit=1&f=csv")
                        .header("Link"))
                .contains("rel=\"next\"");
    }

    /** Each is answered with 400 before the database is asked; times are in the benchmark. */
    @Test
    void hostileFiltersAreRefused() {
        Stream<String> hostile = Stream.of(
                "(".repeat(500) + "name='x'" + ")".repeat(500),
                "NOT ".repeat(900) + "nothing",
                "sleep(10)",
                "pg_sleep(10) = 1",
                "name = 'x' OR 1=1",
                "name = 'x'; DROP TABLE place; --",
                "name = 'x' union select password_hash from account",
                "password_hash = 'x'",
                "name = (select 1)",
                "'".repeat(99),
                "\"".repeat(99),
                "name = '" + "\\'".repeat(300),
                "S_INTERSECTS(geometry, BUFFER(geometry, 9))",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
                "S_INTERSECTS(geometry, POINT(1e308 1e308))",
                "S_INTERSECTS(geometry, " + "GEOMETRYCOLLECTION(".repeat(100) + "POINT(0 0)" + ")".repeat(101),
                "id = 99999999999999999999999999999999e9999",
                "updated > TIMESTAMP('+999999999-01-01T00:00:00Z')",
                IntStream.range(0, 1_500).mapToObj(i -> "" + i).collect(Collectors.joining(",", "name IN (", ")")),
                "name = '\u0000'x",
                "a".repeat(5_000));
        hostile.forEach(filter -> visitor.get(ITEMS + encoded(filter)).isProblem(400));
        visitor.get(ITEMS + "a".repeat(10_000)).isProblem(400);
        visitor.get(ITEMS + encoded("{\"op\":\"not\",\"args\":[".repeat(200) + "true" + "]}".repeat(200))
                        + "&filter-lang=cql2-json")
                .isProblem(400);
    }

    /** Odd, but conditions all the same. */
    @Test
    void strangeValuesAreOnlyValues() {
        for (String filter : List.of(
                "name = '''; DROP TABLE place; --'",
                "name = '%'",
                "name LIKE '\\%'",
                "name LIKE '" + "%_".repeat(300) + "x'",
                "name = '\uD840\uDC00'",
                "name < '\uFFFF'",
                "id > -9000000000000000",
                "id = 1.5",
                IntStream.range(0, 900).mapToObj(i -> "" + i).collect(Collectors.joining(",", "id IN (", ")")),
                "TRUE",
                "FALSE")) {
            visitor.get(ITEMS + encoded(filter)).hasStatus(200);
        }
    }

    private List<String> names(String filter) {
        return namesOf(visitor.get(ITEMS + encoded(filter)));
    }

    private static List<String> namesOf(Answer answer) {
        return answer.hasStatus(200).json().path("features").values().stream()
                .map(feature -> feature.at("/properties/name").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
