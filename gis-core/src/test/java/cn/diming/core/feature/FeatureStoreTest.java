package cn.diming.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.cql.Condition;
import cn.diming.core.cql.CqlText;
import cn.diming.core.cql.RowFilter;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

@ParameterizedClass
@EnumSource(Engines.class)
class FeatureStoreTest {

    private static final Actor STAFF = new Actor(OptionalLong.of(1), "a", Role.NAMING_OFFICER, "440115");
    private static final Actor ELSEWHERE = new Actor(OptionalLong.of(2), "b", Role.NAMING_OFFICER, "440113");
    private static final String[] NAMES = {"大稳围", "东涌", "Ab", "aB", "石排", "鱼窝头", "大%", "_x", "𬒈石"};

    private final Core core;
    private final FeatureStore features;

    FeatureStoreTest(Engines engine) {
        this.core = engine.open();
        this.features = core.features();
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** Whatever the database is asked to decide, GeoTools would have decided alike. */
    @Test
    void theDatabaseAndGeoToolsAgreeOnRandomConditions() {
        Random random = new Random(7);
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "random", places(random, 400));
        List<Feature> all = walk(FeatureQuery.all(FeatureType.PLACES, 150));
        assertThat(all).hasSize(400);
        for (int i = 0; i < 300; i++) {
            String text = condition(random, 3);
            Condition condition = CqlText.parse(text, FeatureType.PLACES.queryables());
            RowFilter filter = new RowFilter(condition);
            List<Long> expected = all.stream()
                    .filter(feature -> filter.test(withId(feature), feature.geometry()))
                    .map(Feature::id)
                    .toList();
            FeaturePage page = features.page(Actor.OPERATOR, query(condition, 37));

            assertThat(ids(walk(query(condition, 37)))).as(text).isEqualTo(expected);
            assertThat(page.matched()).as(text).hasValue(expected.size());
        }
    }

    private static Map<String, Object> withId(Feature feature) {
        Map<String, Object> values = new HashMap<>(feature.values());
        values.put(FeatureType.ID, feature.id());
        return values;
    }

    private static List<RecordDraft> places(Random random, int count) {
        List<RecordDraft> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> values =
                    new HashMap<>(Map.of("name", NAMES[random.nextInt(NAMES.length)], "category", "NATURAL_VILLAGE"));
            if (random.nextBoolean()) {
                values.put("meaning", NAMES[random.nextInt(NAMES.length)]);
            }
            if (random.nextBoolean()) {
                values.put("valid_from", LocalDate.of(2000 + random.nextInt(9), 1 + random.nextInt(12), 1));
            }
            values.put("rank", 1L + random.nextInt(6));
            places.add(new RecordDraft("r" + i, values, geometry(random), List.of(), List.of()));
        }
        return places;
    }

    private static Optional<Geometry> geometry(Random random) {
        double lon = 113 + random.nextInt(20) / 20.0;
        double lat = 22 + random.nextInt(20) / 20.0;
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Drafts.square(lon, lat, 0.07));
            case 2 ->
                Optional.of(Drafts.wkt(
                        "LINESTRING (%s %s, %s %s)".formatted(lon, lat, lon + 0.2, lat - random.nextDouble())));
            default -> Optional.of(Drafts.point(lon, lat));
        };
    }

    private static String condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String left = condition(random, depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> "(" + left + " AND " + condition(random, depth - 1) + ")";
                case 1 -> "(" + left + " OR " + condition(random, depth - 1) + ")";
                default -> "NOT (" + left + ")";
            };
        }
        String name = NAMES[random.nextInt(NAMES.length)].replace("%", "\\%");
        String comparator = new String[] {"=", "<>", "<", ">=", ">", "<="}[random.nextInt(6)];
        return switch (random.nextInt(12)) {
            case 0 -> "name " + comparator + " '" + name + "'";
            case 1 -> "meaning " + comparator + " '" + name + "'";
            case 2 -> "rank " + comparator + " " + (1 + random.nextInt(12) / 2.0);
            case 3 -> "meaning LIKE '" + name.charAt(0) + "%'";
            case 4 -> "name LIKE '_" + name.substring(1) + "'";
            case 5 -> "validFrom " + comparator + " DATE('2004-05-01')";
            case 6 -> "validFrom IS NULL";
            case 7 -> "rank IN (1, 3, 7)";
            case 8 -> "rank BETWEEN 2 AND 4";
            case 9 -> "geometry IS NULL";
            case 10 -> "S_INTERSECTS(geometry, POLYGON((113.2 22.1, 113.9 22.3, 113.4 22.8, 113.2 22.1)))";
            default ->
                (random.nextBoolean() ? "S_WITHIN" : "S_DISJOINT") + "(geometry, BBOX(113.1, 22.1, 113.6, 22.6))";
        };
    }

    @Test
    void sortedPagesNeitherMissNorRepeatAFeatureWhileEditsRun() {
        Random random = new Random(3);
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "sorted", places(random, 90));
        List<SortKey> order = List.of(key("meaning", true), key("rank", false), key("name", false));
        FeatureQuery query =
                new FeatureQuery(FeatureType.PLACES, Optional.empty(), Optional.empty(), order, Optional.empty(), 7);
        List<Long> before = ids(walk(query));
        assertThat(before).hasSize(90).doesNotHaveDuplicates();

        List<Long> seen = new ArrayList<>();
        Optional<FeatureCursor> after = Optional.empty();
        do {
            FeaturePage page = features.page(Actor.OPERATOR, at(query, after));
            seen.addAll(ids(page.features()));
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "more" + seen.size(), places(random, 1));
            after = page.next()
                    .map(next -> FeatureCursor.parse(next.toText(), order).orElseThrow());
        } while (after.isPresent());

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void aCursorThatIsNotOursIsNone() {
        for (String text : List.of("", "x", "AAAA", "W10", "WzEsbnVsbCwieCJd", "ey")) {
            assertThat(FeatureCursor.parse(text, List.of())).isEmpty();
        }
    }

    @Test
    void undecidedNamesAreSeenInTheirOwnJurisdictionAlone() {
        long proposed = place("拟定围", "PROPOSED", "440115103208");
        long standard = place("标准围", "STANDARD", "440115103208");
        FeatureQuery all = FeatureQuery.all(FeatureType.PLACES, 10);

        assertThat(ids(features.page(Actor.PUBLIC, all).features())).containsExactly(standard);
        assertThat(ids(features.page(ELSEWHERE, all).features())).containsExactly(standard);
        assertThat(ids(features.page(STAFF, all).features())).containsExactly(proposed, standard);
        assertThat(features.get(STAFF, FeatureType.PLACES, proposed).values()).containsEntry("name", "拟定围");
        assertThatThrownBy(() -> features.get(Actor.PUBLIC, FeatureType.PLACES, proposed))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> features.get(STAFF, FeatureType.STREETS, proposed))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> features.page(Actor.PUBLIC, FeatureQuery.all(FeatureType.BOUNDARY_MARKERS, 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPastTimeShowsTheStateAPlaceHadThen() {
        long id = core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        new RecordDraft(
                                "x",
                                Map.of("name", "旧名路", "category", "STREET", "valid_from", LocalDate.of(2000, 1, 1)),
                                Optional.of(Drafts.wkt("LINESTRING (113.44 22.9, 113.45 22.9)")),
                                List.of(),
                                List.of()))
                .id();
        core.journal()
                .write(
                        Actor.OPERATOR,
                        changes -> core.store()
                                .succeed(
                                        changes,
                                        core.store().find(id).orElseThrow(),
                                        Map.of("name", Optional.of("新名路")),
                                        Optional.empty(),
                                        LocalDate.of(2010, 6, 1)));

        assertThat(namesDuring("1999-01-01", "1999-12-31")).isEmpty();
        assertThat(namesDuring("2005-01-01", "2005-01-01")).containsExactly("旧名路");
        assertThat(namesDuring("2005-01-01", "2012-01-01")).containsExactly("新名路");
        assertThat(namesDuring("2010-06-01", "2010-06-01")).containsExactly("新名路");
        assertThat(namesDuring("0001-01-01", "9999-12-31")).containsExactly("新名路");
        assertThat(core.extents().of(Actor.PUBLIC, FeatureType.STREETS).from()).hasValue(LocalDate.of(2000, 1, 1));
        assertThat(core.extents()
                        .of(Actor.PUBLIC, FeatureType.STREETS)
                        .box()
                        .orElseThrow()
                        .minLon())
                .isBetween(113.43, 113.4401);
    }

    private List<Object> namesDuring(String from, String to) {
        FeatureQuery query = new FeatureQuery(
                FeatureType.STREETS,
                Optional.empty(),
                Optional.of(new TimeSpan(LocalDate.parse(from), LocalDate.parse(to))),
                List.of(),
                Optional.empty(),
                10);
        return features.page(Actor.PUBLIC, query).features().stream()
                .map(feature -> feature.values().get("name"))
                .toList();
    }

    private long place(String name, String status, String division) {
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        new RecordDraft(
                                "x",
                                Map.of(
                                        "name",
                                        name,
                                        "category",
                                        "NATURAL_VILLAGE",
                                        "status",
                                        status,
                                        "division_code",
                                        division),
                                Optional.of(Drafts.point(113.45, 22.91)),
                                List.of(),
                                List.of()))
                .id();
    }

    private static SortKey key(String property, boolean descending) {
        return new SortKey(FeatureType.PLACES.queryables().find(property).orElseThrow(), descending);
    }

    private static FeatureQuery query(Condition condition, int limit) {
        return new FeatureQuery(
                FeatureType.PLACES, Optional.of(condition), Optional.empty(), List.of(), Optional.empty(), limit);
    }

    private static FeatureQuery at(FeatureQuery query, Optional<FeatureCursor> after) {
        return new FeatureQuery(query.type(), query.condition(), query.time(), query.order(), after, query.limit());
    }

    private List<Feature> walk(FeatureQuery query) {
        List<Feature> all = new ArrayList<>();
        Optional<FeatureCursor> after = Optional.empty();
        do {
            FeaturePage page = features.page(Actor.OPERATOR, at(query, after));
            all.addAll(page.features());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private static List<Long> ids(List<Feature> features) {
        return features.stream().map(Feature::id).toList();
    }
}
