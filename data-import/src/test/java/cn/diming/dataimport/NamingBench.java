package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.naming.EntityFacts;
import cn.diming.core.naming.NameQuestion;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import cn.diming.dataimport.job.ImportProgress;
import cn.diming.dataimport.job.Imports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How long a full check of a name takes: all rules, over the real named places, the divisions of Guangdong and real road names
 * spread over the villages of Guangzhou. {@code scripts/bench naming}
 */
public final class NamingBench {

    private static final int QUESTIONS = 4000;
    private static final int ROUNDS = 3;

    private final Random random = new Random(3);
    private final Core core;
    private final List<StoredRecord> villages = new ArrayList<>();
    private final List<String> roads;

    private NamingBench(Core core, Path data) throws IOException {
        this.core = core;
        load(data.resolve("admin/guangdong_divisions_2023.csv.gz"), "china-divisions");
        load(data.resolve("places/bench_named_places_wgs84.csv.gz"), "named-places");
        core.divisions().rebuild();
        this.roads = Files.readAllLines(data.resolve("places/cn_road_names_from_annotated_addresses.tsv")).stream()
                .filter(line -> line.startsWith("road\t"))
                .map(line -> line.split("\t", -1)[1])
                .filter(name -> name.matches("\\p{IsHan}{2,8}"))
                .toList();
        core.store().forEach(RecordKind.DIVISION, division -> {
            if (division.text("code").orElse("").matches("4401.*[1-9]..")
                    && division.position().isPresent()) {
                villages.add(division);
            }
        });
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "streets", streets());
    }

    /** The folder of the shared data. */
    public static void main(String[] arguments) throws IOException {
        try (Core core = Engines.valueOf(arguments.length > 1 ? arguments[1] : "GEOPACKAGE")
                .open()) {
            new NamingBench(core, Path.of(arguments[0])).run();
        }
    }

    private void load(Path file, String plan) {
        System.out.printf(
                "%s: %d rows%n",
                plan,
                Imports.commit(core, copy(file), Plans.find(plan), Optional.empty(), ImportProgress.SILENT)
                        .accepted());
    }

    /** The list of refused rows is written beside a file, and the shared folder cannot be written to. */
    private static Path copy(Path file) {
        try {
            return Files.copy(file, Files.createTempDirectory("naming-bench").resolve(file.getFileName()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<RecordDraft> streets() {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 2 * roads.size(); i++) {
            StoredRecord village = villages.get(random.nextInt(villages.size()));
            Map<String, Object> values = new HashMap<>();
            values.put("name", roads.get(i % roads.size()));
            values.put("category", PlaceCategory.STREET.name());
            values.put("division_code", village.text("code").orElseThrow());
            var at = village.position().orElseThrow();
            drafts.add(new RecordDraft(
                    "street/" + i, values, Optional.of(Drafts.point(at.lon(), at.lat())), List.of(), List.of()));
        }
        return drafts;
    }

    private void run() {
        long before = usedMegabytes();
        long start = System.nanoTime();
        core.nameChecks().index().rebuild();
        System.out.printf(
                "index: %d names, built in %d ms, about %d MB%n",
                core.nameChecks().index().size(), (System.nanoTime() - start) / 1_000_000, usedMegabytes() - before);
        List<NameQuestion> questions = questions();
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round, questions);
        }
    }

    private void measure(int round, List<NameQuestion> questions) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] wall = new double[questions.size()];
        double[] cpu = new double[questions.size()];
        long findings = 0;
        for (int i = 0; i < questions.size(); i++) {
            long wallStart = System.nanoTime();
            long cpuStart = threads.getCurrentThreadCpuTime();
            findings += core.nameChecks().check(questions.get(i)).findings().size();
            cpu[i] = (threads.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            wall[i] = (System.nanoTime() - wallStart) / 1e6;
        }
        System.out.printf(
                "round %d: %d checks, %d findings; wall ms %s; CPU ms %s%n",
                round, questions.size(), findings, percentiles(wall), percentiles(cpu));
    }

    /** Half streets of real names somewhere in Guangzhou, a quarter villages, a quarter estates; the place is drawn, not named. */
    private List<NameQuestion> questions() {
        List<NameQuestion> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            StoredRecord village = villages.get(random.nextInt(villages.size()));
            String road = roads.get(random.nextInt(roads.size()));
            var at = village.position().orElseThrow();
            questions.add(
                    switch (i % 4) {
                        case 0, 1 -> question(road, PlaceCategory.STREET, village, at.lon(), at.lat());
                        case 2 -> question(village.title(), PlaceCategory.VILLAGE_SEAT, village, at.lon(), at.lat());
                        default -> question(road + "花园", PlaceCategory.ESTATE, village, at.lon(), at.lat());
                    });
        }
        return questions;
    }

    private static NameQuestion question(
            String name, PlaceCategory category, StoredRecord village, double lon, double lat) {
        return new NameQuestion(
                name,
                category,
                Optional.empty(),
                Optional.of(Drafts.point(lon, lat)),
                Optional.of(village.text("code").orElseThrow().substring(0, 9)),
                Optional.empty(),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
    }

    private static String percentiles(double[] times) {
        Arrays.sort(times);
        return "p50 %.2f, p95 %.2f, p99 %.2f, most %.2f"
                .formatted(
                        times[times.length / 2],
                        times[times.length * 95 / 100],
                        times[times.length * 99 / 100],
                        times[times.length - 1]);
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
