package cn.diming.api;

import cn.diming.core.Core;
import cn.diming.core.db.DbConfig;
import cn.diming.dataimport.DemoCounty;
import cn.diming.tiles.SheetGround;
import cn.diming.tiles.sheet.Imprint;
import cn.diming.tiles.sheet.Inserts;
import cn.diming.tiles.sheet.PlacementDump;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.SheetCheck;
import cn.diming.tiles.sheet.SheetProfile;
import cn.diming.tiles.sheet.SheetRenderer;
import cn.diming.tiles.sheet.SheetSpec;
import cn.diming.tiles.sheet.SheetSubject;
import cn.diming.tiles.sheet.frame.SheetTemplate;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Draws all towns and villages of the demo county on two threads: {@code FOLDER [a3|a3l|…] [towns|villages|all]}. */
public final class SheetBench {

    private final SheetRenderer renderer;
    private final SheetTemplate template;
    private final Path target;
    private final Map<String, Object> placements = new ConcurrentSkipListMap<>();
    private final Map<String, Map<SheetCheck.State, Integer>> gates = new TreeMap<>();
    private final AtomicLong cpu = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private long largest;

    private SheetBench(GroundSnapshot snapshot, String template, Path target) {
        this.renderer = new SheetRenderer(snapshot, StyleBook.bundled());
        this.template = SheetTemplates.bundled().find(template).orElseThrow();
        this.target = target;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String paper = arguments.length > 1 ? arguments[1] : "a3";
        String which = arguments.length > 2 ? arguments[2] : "all";
        long begun = System.nanoTime();
        GroundSnapshot snapshot;
        try (Core core = Core.open(DbConfig.embedded(folder.resolve("data")), Clock.systemDefaultZone())) {
            if (core.demoNotice().isEmpty()) {
                DemoCounty.load(core, (title, count) -> {});
                begun = System.nanoTime();
            }
            snapshot = SheetGround.read(core.store(), LocalDate.of(2026, 6, 1));
        }
        System.out.printf(
                "snapshot of %,d features in %.1f s%n", snapshot.features().size(), (System.nanoTime() - begun) / 1e9);
        for (int level = 4; level <= 5; level++) {
            String name = level == 4 ? "towns" : "villages";
            if (which.equals("all") || which.equals(name)) {
                Path target = Files.createDirectories(folder.resolve(name));
                new SheetBench(snapshot, paper, target).run(name, level);
            }
        }
    }

    private void run(String name, int level) throws Exception {
        List<Territory> all = renderer.snapshot().territories().stream()
                .filter(one -> one.level() == level)
                .sorted(Comparator.comparing(Territory::code))
                .toList();
        long begun = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                int number = i + 1;
                Callable<Void> job = () -> {
                    draw(all.get(number - 1), number, all.size());
                    return null;
                };
                jobs.add(workers.submit(job));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        }
        double wall = (System.nanoTime() - begun) / 1e9;
        Files.write(target.resolve("labels.json"), JsonMapper.shared().writeValueAsBytes(placements));
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "%s: %d sheets %s, %.1f s on two threads, %.2f CPU-s and %d KiB a sheet (largest %d KiB), heap %d MiB of %d%n",
                name,
                all.size(),
                template.name(),
                wall,
                cpu.get() / 1e9 / all.size(),
                bytes.get() / 1024 / all.size(),
                largest / 1024,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                memory.maxMemory() >> 20);
        gates.forEach((id, states) -> System.out.println("  " + id + " " + states));
    }

    private void draw(Territory own, int number, int count) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Imprint imprint = new Imprint(
                Optional.ofNullable(own.properties().get("review_no")).map(Object::toString),
                number,
                count,
                "云溪县民政局（演示）",
                Optional.of(URI.create("https://diming.example.gov.cn/p/" + own.code())));
        SheetSpec spec = new SheetSpec(
                new SheetSubject.Division(own.code()),
                template,
                SheetProfile.PUBLIC,
                imprint,
                Optional.empty(),
                List.of());
        Sheet sheet = renderer.render(spec, Inserts.NONE);
        byte[] pdf = sheet.pdf();
        cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        bytes.addAndGet(pdf.length);
        Files.write(target.resolve("%02d_%s.pdf".formatted(number, own.name())), pdf);
        record(sheet, own, pdf.length);
    }

    private synchronized void record(Sheet sheet, Territory own, long size) {
        largest = Math.max(largest, size);
        placements.put(own.name(), PlacementDump.of(sheet));
        for (SheetCheck check : sheet.checks()) {
            gates.computeIfAbsent(check.id(), id -> new TreeMap<>()).merge(check.state(), 1, Integer::sum);
            if (check.state() != SheetCheck.State.PASSED && !check.id().equals("D2")) {
                System.out.printf(
                        "%s %s %s %s %s%n", own.name(), check.state(), check.id(), check.title(), check.detail());
            }
        }
    }
}
