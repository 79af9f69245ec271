package cn.diming.api.ogc;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.cql.BadFilter;
import cn.diming.core.cql.Condition;
import cn.diming.core.cql.CqlText;
import cn.diming.core.cql.RowFilter;
import cn.diming.core.db.DbConfig;
import cn.diming.core.feature.FeaturePage;
import cn.diming.core.feature.FeatureQuery;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Pages of features over 100,000 made-up places: {@code scripts/bench ogc [FOLDER|postgis]}. Times are CPU times of the asking
 * thread; what a PostgreSQL server spends is not among them.
 */
final class OgcBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PLACES = 100_000;
    private static final int BATCH = 2_000;
    private static final int PAGE = 1_000;
    private static final int ROUNDS = 10;

    public static void main(String[] arguments) {
        DbConfig database =
                arguments[0].equals("postgis") ? Engines.POSTGIS.fresh() : DbConfig.embedded(Path.of(arguments[0]));
        try (Core core = Core.open(database, Clock.systemUTC())) {
            fill(core);
            Map<String, Runnable> questions = questions(core);
            System.out.printf("%-64s %10s %10s%n", core.db().kind(), "CPU ms", "wall p50 ms");
            questions.forEach(OgcBench::measure);
        }
    }

    private static void fill(Core core) {
        Random random = new Random(1);
        for (int from = 0; from < PLACES; from += BATCH) {
            List<RecordDraft> batch = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                batch.add(new RecordDraft(
                        "b" + i,
                        Map.of("name", "第" + i + "围", "category", "NATURAL_VILLAGE", "rank", 1L + random.nextInt(6)),
                        Optional.of(Drafts.point(113 + random.nextDouble(), 22.5 + random.nextDouble())),
                        List.of(),
                        List.of()));
            }
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "bench", batch);
        }
    }

    private static Map<String, Runnable> questions(Core core) {
        Map<String, Runnable> questions = new LinkedHashMap<>();
        FeatureQuery all = FeatureQuery.all(FeatureType.PLACES, PAGE);
        FeaturePage page = core.features().page(Actor.PUBLIC, all);
        FeatureJson json =
                new FeatureJson(FeatureType.PLACES, OgcCrs.CRS84, 6, FeatureProperties.names(FeatureType.PLACES));
        for (String hostile :
                List.of("(".repeat(7_999), "NOT ".repeat(1_999) + "x", "name IN ('" + "a','".repeat(1_900))) {
            questions.put("refused: " + hostile.substring(0, 12) + "…", () -> refused(hostile));
        }
        questions.put("page of 1,000: read", () -> core.features().page(Actor.PUBLIC, all));
        questions.put("page of 1,000: write GeoJSON", () -> json.collection(page, List.of(), Instant.EPOCH));
        for (String text : List.of(
                "name = '第77777围'",
                "rank = 2 AND S_INTERSECTS(geometry, BBOX(113.2, 22.7, 113.21, 22.71))",
                "S_INTERSECTS(geometry, POLYGON((113.2 22.7, 113.3 22.7, 113.25 22.8, 113.2 22.7)))",
                "S_WITHIN(geometry, POLYGON((113.2 22.7, 113.3 22.7, 113.25 22.8, 113.2 22.7)))")) {
            Condition condition = CqlText.parse(text, FeatureType.PLACES.queryables());
            questions.put(
                    "decided by the database: " + text, () -> core.features().page(Actor.PUBLIC, query(condition)));
            questions.put("every row by GeoTools:   " + text, () -> everyRow(core, condition));
        }
        return questions;
    }

    private static void everyRow(Core core, Condition condition) {
        RowFilter filter = new RowFilter(condition);
        int[] found = {0};
        core.store().forEach(RecordKind.PLACE, record -> {
            if (filter.test(record.values(), record.geometry())) {
                found[0]++;
            }
        });
    }

    private static void refused(String text) {
        try {
            CqlText.parse(text, FeatureType.PLACES.queryables());
        } catch (BadFilter expected) {
            return;
        }
        throw new IllegalStateException("not refused");
    }

    private static FeatureQuery query(Condition condition) {
        return new FeatureQuery(
                FeatureType.PLACES, Optional.of(condition), Optional.empty(), List.of(), Optional.empty(), PAGE);
    }

    private static void measure(String name, Runnable question) {
        for (int i = 0; i < 5; i++) {
            question.run();
        }
        double[] wall = new double[ROUNDS];
        long began = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.run();
            wall[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - began) / 1e6 / ROUNDS;
        java.util.Arrays.sort(wall);
        System.out.printf(
                "%-64s %10.2f %10.2f%n",
                name.length() > 64 ? name.substring(0, 63) + "…" : name, cpu, wall[ROUNDS / 2]);
    }

    private OgcBench() {}
}
