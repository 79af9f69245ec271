package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Times what the evaluation does not: the build of the index, its bytes a document, every keystroke of every query, reverse,
 * the worst of hostile texts and renamed divisions. Arguments: the folder of the shared data, {@code geocoding}, {@code names} or
 * {@code million}, a work folder.
 */
final class SearchBench {

    private static final int MILLION = 1_000_000;
    private static final int RENAMES = 100;
    private static final int ROUNDS = 3;

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[0]);
        Path work = Path.of(arguments[2]);
        boolean fresh = !Files.exists(work.resolve("diming.gpkg"));
        try (Core core = Core.open(DbConfig.embedded(work), Clock.systemUTC())) {
            if (fresh) {
                fill(core, shared, arguments[1]);
            }
            try (SearchIndex index = SearchIndex.open(work.resolve("search"));
                    SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
                long start = System.nanoTime();
                follower.rebuild();
                report("index: %,d documents in %.1f s", index.size(), (System.nanoTime() - start) / 1e9);
                report("index: %.0f bytes a document", (double) size(work.resolve("search")) / index.size());
                PlaceSearch search = new PlaceSearch(index, core.store(), core.divisions());
                time(search, EvaluationQuery.read(shared.resolve("geocoding/queries_dev.jsonl")));
                rename(core, follower, search);
            }
        }
    }

    private static void fill(Core core, Path shared, String set) throws IOException {
        if (!set.equals("names")) {
            GeocodingSet.takeGeocoding(core, shared.resolve("geocoding/places.jsonl.gz"));
        }
        if (!set.equals("geocoding")) {
            GeocodingSet.takeNames(core, shared.resolve("places/bench_named_places_wgs84.csv.gz"));
        }
        if (set.equals("million")) {
            try (SearchIndex index = SearchIndex.open(Files.createTempDirectory("count"));
                    SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
                follower.rebuild();
                MadeUpPlaces.take(core, MILLION - index.size());
            }
        }
    }

    /**
     * Renames the largest prefectures one after the other, each with thousands of divisions and records below it, and looks for
     * something in it by its new name: times from the commit until it is found.
     */
    private static void rename(Core core, SearchFollower follower, PlaceSearch search) {
        List<Division> cities = core.divisions().below("").stream()
                .filter(division -> division.level() == DivisionLevel.PREFECTURE)
                .filter(division -> townOf(core, division).isPresent())
                .sorted(Comparator.comparingInt((Division division) -> -core.divisions()
                                .below(division.code().prefix())
                                .size())
                        .thenComparing(division -> division.code().digits()))
                .limit(20)
                .toList();
        if (cities.isEmpty()) {
            return; // real named places come without the divisions above them
        }
        ChangePump tree = new ChangePump(core.journal(), core.divisions());
        ChangePump index = new ChangePump(core.journal(), follower);
        tree.catchUp();
        index.catchUp();
        CpuTimes times = new CpuTimes();
        for (int i = 0; i < RENAMES; i++) {
            Division city = cities.get(i % cities.size());
            String name = "新改" + "甲乙丙丁戊己庚辛壬癸".charAt(i / cities.size()) + city.name();
            Division town = townOf(core, city).orElseThrow();
            rename(core, city, name);
            times.run(() -> {
                tree.catchUp();
                index.catchUp();
                SearchHit hit =
                        search.search(SearchRequest.of(name + town.name(), 1)).getFirst();
                if (hit.id() != town.id() || !hit.address().contains(name)) {
                    throw new IllegalStateException(name + town.name() + " gives " + hit.address());
                }
            });
        }
        report(
                "rename   of a division with %,d to %,d below it, until found: %s",
                core.divisions().below(cities.getLast().code().prefix()).size(),
                core.divisions().below(cities.getFirst().code().prefix()).size(),
                times);
    }

    private static Optional<Division> townOf(Core core, Division city) {
        return core.divisions().below(city.code().prefix()).stream()
                .filter(division -> division.level() == DivisionLevel.TOWN)
                .filter(town -> core.divisions().chain(town.code().digits()).stream()
                        .anyMatch(above -> above.code().equals(city.code())))
                .findFirst();
    }

    private static void rename(Core core, Division division, String name) {
        StoredRecord stored =
                core.store().find(RecordKind.DIVISION, division.id()).orElseThrow();
        Map<String, Object> values =
                new HashMap<>(Map.of("code", division.code().digits(), "name", name, "level", (long)
                        division.level().number()));
        division.parentCode().ifPresent(parent -> values.put("parent_code", parent.digits()));
        for (String seat : List.of("seat_lon", "seat_lat")) {
            values.put(seat, stored.values().get(seat));
        }
        RecordStore.SourceKey source = Objects.requireNonNull(
                        core.store().sourcesOf(List.of(division.id())).get(division.id()))
                .getFirst();
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        source.source(),
                        List.of(new RecordDraft(source.key(), values, Optional.empty(), List.of(), List.of())));
    }

    private static void time(PlaceSearch search, List<EvaluationQuery> queries) {
        for (int round = 0; round < ROUNDS; round++) {
            CpuTimes searches = new CpuTimes();
            CpuTimes keys = new CpuTimes();
            CpuTimes reverse = new CpuTimes();
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
            if (round == ROUNDS - 1) {
                report("search   %s", searches);
                report("suggest  %s", keys);
                report("reverse  %s", reverse);
            }
        }
        CpuTimes hostile = new CpuTimes();
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

    private SearchBench() {}
}
