package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.db.DbConfig;
import cn.diming.core.geo.LonLat;
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
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Measures recall by class and CPU time a query over the shared data. Arguments: the folder of the shared data, {@code
 * geocoding} or {@code names}, a folder to keep the database and the index in, and perhaps {@code misses}.
 */
final class SearchEvaluation {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[0]);
        boolean geocoding = arguments[1].equals("geocoding");
        Path work = Path.of(arguments[2]).resolve(arguments[1]);
        boolean fresh = !Files.exists(work.resolve("diming.gpkg"));
        try (Core core = Core.open(DbConfig.embedded(work), Clock.systemUTC())) {
            if (fresh) {
                load(core, shared, geocoding);
            }
            try (SearchIndex index = SearchIndex.open(work.resolve("search"));
                    SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
                long start = System.nanoTime();
                follower.rebuild();
                report("index: %d documents in %.1f s", index.size(), (System.nanoTime() - start) / 1e9);
                report("index: %.0f bytes a document", (double) size(work.resolve("search")) / index.size());
                PlaceSearch search = new PlaceSearch(index, core.store(), core.divisions());
                if (geocoding) {
                    recall(search, shared, arguments.length > 3);
                } else {
                    names(search, shared);
                }
            }
        }
    }

    private static void load(Core core, Path shared, boolean geocoding) throws IOException {
        long start = System.nanoTime();
        if (geocoding) {
            GeocodingSet.takeGeocoding(core, shared.resolve("geocoding/places.jsonl.gz"));
        } else {
            GeocodingSet.takeNames(core, shared.resolve("places/bench_named_places_wgs84.csv.gz"));
        }
        report("taken in: %.1f s", (System.nanoTime() - start) / 1e9);
    }

    private static void recall(PlaceSearch search, Path shared, boolean misses) throws IOException {
        List<JsonNode> queries = GeocodingSet.queries(shared.resolve("geocoding/queries_dev.jsonl"));
        for (int warm = 0; warm < 3; warm++) {
            queries.forEach(query -> search.search(request(query)));
        }
        Map<String, Tally> classes = new TreeMap<>();
        Tally all = new Tally();
        for (JsonNode query : queries) {
            long start = CPU.getCurrentThreadCpuTime();
            List<SearchHit> hits = search.search(request(query));
            long nanos = CPU.getCurrentThreadCpuTime() - start;
            int rank = rank(hits, query.get("exp").asString());
            classes.computeIfAbsent(query.get("cls").asString(), c -> new Tally())
                    .add(rank, nanos);
            all.add(rank, nanos);
            if (misses && rank != 0) {
                miss(query, rank, search.search(request(query).explained()));
            }
        }
        classes.forEach((name, tally) -> report("%-24s %s", name, tally));
        report("%-24s %s", "all", all);
        typeAhead(search, queries);
        unknown(search, queries);
    }

    /** As if the record asked for had been deleted: does anything else claim to be it? */
    private static void unknown(PlaceSearch search, List<JsonNode> queries) {
        int asked = 0;
        int modest = 0;
        for (JsonNode query : queries) {
            boolean whole = query.get("cls").asString().matches("c0[1235].*|c14.*");
            if (whole && !query.get("type").asString().equals("door")) {
                String expected = GeocodingSet.padded(query.get("exp").asString());
                asked++;
                modest += search.search(request(query)).stream()
                                .filter(hit -> !GeocodingSet.padded(
                                                hit.sourceKey().orElse(""))
                                        .equals(expected))
                                .allMatch(hit -> hit.score() < 0.5)
                        ? 1
                        : 0;
            }
        }
        report("unknown below 0.5: %d of %d", modest, asked);
    }

    /** Every beginning of every query, as a user types. */
    private static void typeAhead(PlaceSearch search, List<JsonNode> queries) {
        Tally keys = new Tally();
        for (JsonNode query : queries) {
            String text = query.get("q").asString();
            for (int end = 1; end <= text.length(); end++) {
                SearchRequest request = request(query);
                SearchRequest typed = new SearchRequest(
                        text.substring(0, end),
                        request.near(),
                        request.box(),
                        request.divisionPrefix(),
                        request.kinds(),
                        request.limit(),
                        false);
                long start = CPU.getCurrentThreadCpuTime();
                List<SearchHit> hits = search.suggest(typed);
                long nanos = CPU.getCurrentThreadCpuTime() - start;
                if (end == text.length()) {
                    keys.add(rank(hits, query.get("exp").asString()), nanos);
                } else {
                    keys.add(-2, nanos);
                }
            }
        }
        report("%-24s %s", "suggest, every key", keys);
    }

    private static void names(PlaceSearch search, Path shared) throws IOException {
        List<String> texts = new ArrayList<>(List.of(
                "番禺区", "fanyu", "panyu", "nscz", "ns", "南沙", "dawencun", "番禺dashi", "大石街道", "朝阳区", "和平村", "xian"));
        List<JsonNode> queries = GeocodingSet.queries(shared.resolve("geocoding/queries_dev.jsonl"));
        queries.forEach(query -> texts.add(query.get("q").asString()));
        for (String text : texts.subList(0, 12)) {
            report("%s → %s", text, show(search.search(SearchRequest.of(text, 5))));
            report("%s … %s", text, show(search.suggest(SearchRequest.of(text, 5))));
        }
        Tally searches = new Tally();
        Tally keys = new Tally();
        for (int round = 0; round < 2; round++) {
            for (String text : texts) {
                long start = CPU.getCurrentThreadCpuTime();
                search.search(SearchRequest.of(text, 10));
                searches.add(-2, CPU.getCurrentThreadCpuTime() - start);
                for (int end = 1; end <= text.length() && round == 1; end++) {
                    start = CPU.getCurrentThreadCpuTime();
                    search.suggest(SearchRequest.of(text.substring(0, end), 10));
                    keys.add(-2, CPU.getCurrentThreadCpuTime() - start);
                }
            }
            if (round == 0) {
                searches = new Tally();
            }
        }
        report("search  %s", searches);
        report("suggest %s", keys);
    }

    private static SearchRequest request(JsonNode query) {
        SearchRequest request = SearchRequest.of(query.get("q").asString(), 10);
        JsonNode bias = query.get("bias");
        return bias.isNull()
                ? request
                : request.near(new LonLat(bias.get(0).asDouble(), bias.get(1).asDouble()));
    }

    private static int rank(List<SearchHit> hits, String expected) {
        for (int i = 0; i < hits.size(); i++) {
            String key = hits.get(i).sourceKey().orElse("");
            if (GeocodingSet.padded(key).equals(GeocodingSet.padded(expected))) {
                return i;
            }
        }
        return -1;
    }

    private static void miss(JsonNode query, int rank, List<SearchHit> hits) {
        report(
                "MISS %s %s → %s (%s), rank %d",
                query.get("cls").asString(),
                query.get("q").asString(),
                query.get("full").asString(),
                query.get("exp").asString(),
                rank);
        hits.stream()
                .limit(Math.max(2, Math.min(3, rank + 1)))
                .forEach(hit -> report(
                        "     %.3f %s%s %s | %s",
                        hit.score(),
                        hit.address(),
                        hit.name(),
                        hit.kind(),
                        hit.explanation().orElse("")));
    }

    private static String show(List<SearchHit> hits) {
        return String.join(
                "；",
                hits.stream()
                        .map(hit -> String.format(
                                Locale.ROOT, "%s(%s %.2f %s)", hit.name(), hit.address(), hit.score(), hit.matchKind()))
                        .toList());
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void report(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Ranks and times of one class; rank -1 = not found, -2 = only the time counts. */
    private static final class Tally {
        private final List<Long> nanos = new ArrayList<>();
        private int asked;
        private int first;
        private int amongFive;

        void add(int rank, long time) {
            nanos.add(time);
            asked += rank > -2 ? 1 : 0;
            first += rank == 0 ? 1 : 0;
            amongFive += rank >= 0 && rank < 5 ? 1 : 0;
        }

        private double millis(double share) {
            Collections.sort(nanos);
            return nanos.get((int) Math.min(nanos.size() - 1, Math.floor(share * nanos.size()))) / 1e6;
        }

        @Override
        public String toString() {
            String recall = asked == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "R@1 %.3f R@5 %.3f n %d  ",
                            (double) first / asked,
                            (double) amongFive / asked,
                            asked);
            return recall
                    + String.format(
                            Locale.ROOT, "CPU ms p50 %.2f p95 %.2f p99 %.2f", millis(.5), millis(.95), millis(.99));
        }
    }

    private SearchEvaluation() {}
}
