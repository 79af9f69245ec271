package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.StoredRecord;
import cn.diming.dataimport.Formats;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.plan.PlanReader;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Short ways to import a small file and to look at what became of it. */
public final class Imports {

    /** A plan for a table with the columns id, name, lon and lat. */
    static final String PLACES = """
            target: PLACE
            crs: EPSG:4490
            position: {lon: lon, lat: lat}
            key: ${id}
            fields: {name: "${name}", category: NATURAL_VILLAGE}
            """;

    /** A text in a file of its own. */
    public static Path file(Path folder, String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static ImportReport commit(Core core, Path file, String plan) {
        return commit(core, file, PlanReader.read("mine", plan), Optional.empty(), ImportProgress.SILENT);
    }

    /** With the refused rows in a file beside, ending in {@code .rejected.csv}. */
    public static ImportReport commit(
            Core core, Path file, ImportPlan plan, Optional<Crs> crs, ImportProgress progress) {
        try (SourceLayers layers = Formats.sourceFiles().open(file, options(plan))) {
            return new ImportJob(layers.layers().getFirst(), plan, crs)
                    .commit(core, Actor.OPERATOR, file, rejects(file), progress);
        }
    }

    /** As {@link #commit(Core, Path, ImportPlan, Optional, ImportProgress)}, without writing. */
    public static ImportReport check(Core core, Path file, ImportPlan plan) {
        try (SourceLayers layers = Formats.sourceFiles().open(file, options(plan))) {
            Path rejects = Files.createTempDirectory("diming-check").resolve("rejected.csv");
            return new ImportJob(layers.layers().getFirst(), plan, Optional.empty())
                    .check(core, rejects, ImportProgress.SILENT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Path rejects(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejected.csv");
    }

    private static SourceOptions options(ImportPlan plan) {
        SourceOptions options = SourceOptions.STANDARD.withColumns(plan.columns());
        return plan.position().map(options::withGeometry).orElse(options);
    }

    /** All records of a kind, in the order of their ids. */
    public static List<StoredRecord> all(Core core, RecordKind kind) {
        List<StoredRecord> all = new ArrayList<>();
        core.store().forEach(kind, all::add);
        return all;
    }

    /** Everything about the records of a kind but ids and times, in one order. */
    static List<String> content(Core core, RecordKind kind) {
        return all(core, kind).stream()
                .map(record -> new TreeMap<>(record.values()) + " " + record.geometry() + " "
                        + core.store().sourcesOf(record.id()) + " "
                        + core.store().namesOf(List.of(record.id())).values())
                .sorted()
                .toList();
    }

    private Imports() {}
}
