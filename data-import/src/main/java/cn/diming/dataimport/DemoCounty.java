package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.job.ImportJob;
import cn.diming.dataimport.job.ImportProgress;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The fictional county of the demo: 24 towns, 590 villages, their names, roads, houses and plates. Every name and shape is
 * invented; the division codes begin with 3499, which no real division has.
 */
public final class DemoCounty {

    private static final String COUNTY = "349901000000";

    /** File and plan, in the order of loading: divisions first, so that everything else finds its village. */
    private static final List<Step> STEPS = List.of(
            new Step("towns", "county-towns"),
            new Step("villages", "county-villages"),
            new Step("areas", "county-areas"),
            new Step("lines", "county-streets"),
            new Step("village-streets", "county-village-streets"),
            new Step("lines", "county-waters"),
            new Step("points", "county-places"),
            new Step("points", "county-facilities"),
            new Step("points", "county-shops"),
            new Step("buildings", "county-buildings"),
            new Step("buildings", "county-plates"),
            new Step("buildings", "county-building-shops"));

    /**
     * Loads what is not there yet; a second call changes nothing.
     *
     * @param progress is told the title of each step and how many records it brought
     */
    public static void load(Core core, BiConsumer<String, Long> progress) {
        Path folder = temporaryFolder();
        try {
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.DIVISION,
                            "demo-county",
                            List.of(
                                    division("340000000000", "演示省", 1, "", Optional.empty()),
                                    division("349900000000", "演示市", 2, "340000000000", Optional.empty()),
                                    division(COUNTY, "云溪县", 3, "349900000000", Optional.of(outline(folder)))));
            for (Step step : STEPS) {
                ImportPlan plan = Plans.bundled(step.plan);
                progress.accept(plan.title(), load(core, folder, step.file + ".geojson.gz", plan));
            }
            core.divisions().rebuild();
            progress.accept("演示县：界线与界桩", DemoBoundaries.load(core));
            DemoInspection.load(core);
            progress.accept("演示县：民政设施与地名+", DemoVillages.load(core));
        } finally {
            delete(folder);
        }
        core.keep(Core.DEMO_NOTICE, "演示数据，纯属虚构");
    }

    private static long load(Core core, Path folder, String name, ImportPlan plan) {
        Path file = copyOut(folder, name);
        try (SourceLayers layers = Formats.sourceFiles().open(file, SourceOptions.STANDARD)) {
            ImportReport report = new ImportJob(layers.layers().getFirst(), plan, Optional.empty())
                    .commit(core, Actor.OPERATOR, file, folder.resolve("rejected.csv"), ImportProgress.SILENT);
            if (report.rejected() > 0) {
                throw new IllegalStateException("the demo county is broken: " + report.samples());
            }
            return report.accepted();
        }
    }

    /** The county is where its towns are; slivers between them are no holes in it. */
    private static Geometry outline(Path folder) {
        Path file = copyOut(folder, "towns.geojson.gz");
        try (SourceLayers layers = Formats.sourceFiles().open(file, SourceOptions.STANDARD);
                Stream<SourceFeature> towns = layers.layers().getFirst().features(0)) {
            Geometry whole = OverlayNGRobust.union(
                    towns.flatMap(town -> town.geometry().stream()).toList());
            Polygon largest = (Polygon) IntStream.range(0, whole.getNumGeometries())
                    .mapToObj(whole::getGeometryN)
                    .max(Comparator.comparingDouble(Geometry::getArea))
                    .orElseThrow();
            return whole.getFactory().createPolygon(largest.getExteriorRing());
        }
    }

    private static RecordDraft division(
            String code, String name, long level, String parent, Optional<Geometry> outline) {
        Map<String, Object> values = parent.isEmpty()
                ? Map.of("code", code, "name", name, "level", level)
                : Map.of("code", code, "name", name, "level", level, "parent_code", parent);
        return new RecordDraft("division/" + code, values, outline, List.of(), List.of());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("diming-demo-");
        } catch (IOException full) {
            throw noSpace(full);
        }
    }

    private static Path copyOut(Path folder, String name) {
        try (InputStream in = DemoCounty.class.getResourceAsStream("demo/" + name)) {
            Path file = folder.resolve(name);
            Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException full) {
            throw noSpace(full);
        }
    }

    private static UncheckedIOException noSpace(IOException cause) {
        return new UncheckedIOException("无法解出演示数据，请检查临时目录的空间", cause);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException("无法删除临时目录 " + folder, leftBehind);
        }
    }

    private record Step(String file, String plan) {}

    private DemoCounty() {}
}
