package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.db.DbConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times what the evaluation does not: the build of the index, its bytes a document, every keystroke of every query, reverse,
 * and the worst of hostile texts. Arguments: the folder of the shared data, {@code geocoding} or {@code names}, a work folder.
 */
final class SearchBench {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[0]);
        boolean geocoding = arguments[1].equals("geocoding");
        Path work = Path.of(arguments[2]).resolve(arguments[1]);
        boolean fresh = !Files.exists(work.resolve("diming.gpkg"));
        try (Core core = Core.open(DbConfig.embedded(work), Clock.systemUTC())) {
            if (fresh && geocoding) {
                GeocodingSet.takeGeocoding(core, shared.resolve("geocoding/places.jsonl.gz"));
            } else if (fresh) {
                GeocodingSet.takeNames(core, shared.resolve("places/bench_named_places_wgs84.csv.gz"));
            }
            try (SearchIndex index = SearchIndex.open(work.resolve("search"));
                    SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
                long start = System.nanoTime();
                follower.rebuild();
                report("index: %,d documents in %.1f s", index.size(), (System.nanoTime() - start) / 1e9);
                report("index: %.0f bytes a document", (double) size(work.resolve("search")) / index.size());
                PlaceSearch search = new PlaceSearch(index, core.store(), core.divisions());
                List<EvaluationQuery> queries = EvaluationQuery.read(shared.resolve("geocoding/queries_dev.jsonl"));
                time(search, queries);
            }
        }
    }

    private static void time(PlaceSearch search, List<EvaluationQuery> queries) {
        for (int round = 0; round < 3; round++) {
            Times searches = new Times();
            Times keys = new Times();
            Times reverse = new Times();
            for (EvaluationQuery query : queries) {
                SearchRequest request = SearchEvaluation.request(query);
                searches.run(() -> search.search(request));
                for (int end = 1; end <= query.text().length(); end++) {
                    SearchRequest typed = request.about(query.text().substring(0, end));
                    keys.run(() -> search.suggest(typed));
                }
                query.position()
                        .ifPresent(point -> reverse.run(() -> search.reverse(point, 500, SearchFilter.NONE, 5)));
            }
            if (round == 2) {
                report("search   %s", searches);
                report("suggest  %s", keys);
                report("reverse  %s", reverse);
            }
        }
        Times hostile = new Times();
        for (String text : List.of(
                "石".repeat(10_000),
                "路和".repeat(60),
                "z".repeat(10_000),
                "a ".repeat(5000),
                "市".repeat(120),
                "1号".repeat(100),
                "xian".repeat(50))) {
            hostile.run(() -> search.search(SearchRequest.of(text, 10)));
        }
        report("hostile  %s", hostile);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void report(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** CPU times. */
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();

        void run(Runnable work) {
            long start = CPU.getCurrentThreadCpuTime();
            work.run();
            nanos.add(CPU.getCurrentThreadCpuTime() - start);
        }

        private double millis(double share) {
            Collections.sort(nanos);
            return nanos.get((int) Math.min(nanos.size() - 1, share * nanos.size())) / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "CPU ms p50 %.2f p95 %.2f p99 %.2f max %.2f (%,d)",
                    millis(.5),
                    millis(.95),
                    millis(.99),
                    millis(1),
                    nanos.size());
        }
    }

    private SearchBench() {}
}
