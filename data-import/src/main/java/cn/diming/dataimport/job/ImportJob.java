package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.FeatureFilter;
import cn.diming.core.record.IntakeResult;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceField;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One layer and one plan that fits it. A check and a commit judge the rows in the same way; the commit also stores the
 * good ones, batch by batch. Run again after an interruption it completes what is missing, since known rows change
 * nothing.
 */
public final class ImportJob {

    private final FeatureSource source;
    private final ImportPlan plan;
    private final Optional<FeatureFilter> filter;
    private final Optional<Crs> crs;
    private final boolean crsIsStated;
    private final Optional<CrsTransform> transform;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param stated the reference system the person states; it goes before the plan's and the file's
     * @throws ImportRefused when the plan is for another file, or nobody says in which reference system the coordinates are
     */
    public ImportJob(FeatureSource source, ImportPlan plan, Optional<Crs> stated) {
        SourceLayer layer = source.layer();
        this.source = source;
        this.plan = plan;
        layer.problems().stream().map(SourceProblem::message).forEach(notes::add);
        requireFields(layer);
        this.filter = plan.filter().map(text -> filter(text, layer));
        this.crs = decideCrs(layer, stated);
        this.crsIsStated = stated.isPresent();
        this.transform = crs.map(ImportJob::transform);
        crs.flatMap(Crs::accuracyNote).ifPresent(notes::add);
    }

    /** Judges every row and writes nothing into the database. */
    public ImportReport check(Core core, Path rejects, ImportProgress progress) {
        try (RejectFile file = RejectFile.open(rejects, source.layer().fieldNames())) {
            List<String> all = new ArrayList<>(notes);
            objection(core).ifPresent(all::add);
            return new ImportRun(core, source, plan, judge(core), file, progress, all)
                    .run((batch, counts) -> IntakeResult.NONE);
        }
    }

    /**
     * Judges every row and stores the good ones, with a row in {@code import_job}. Where door plates, streets or outlines changed,
     * the plates of these towns are checked (DP-01 to DP-20); what is found is part of the report and stays with the row.
     *
     * @param file for the log: name and SHA-256
     * @throws ImportRefused when the coordinates seem to be in another system than the plan or the file says, and the person has
     *     stated none; see {@link CoordinateCheck}
     */
    public ImportReport commit(Core core, Actor actor, Path file, Path rejects, ImportProgress progress) {
        AccessPolicy.require(actor, Action.IMPORT);
        List<String> all = new ArrayList<>(notes);
        objection(core).ifPresent(words -> {
            if (!crsIsStated) {
                throw new ImportRefused(words + "。请用 --crs 指明坐标系，确认无误的也请用 --crs " + crs.orElseThrow() + " 指明");
            }
            all.add(words);
        });
        try (RejectFile refused = RejectFile.open(rejects, source.layer().fieldNames())) {
            ImportRun run = new ImportRun(core, source, plan, judge(core), refused, progress, all);
            ImportJobStore log = ImportJobStore.start(core, actor, plan.name(), file);
            try {
                long before = core.journal().latest();
                ImportReport report = run.run((batch, counts) ->
                        log.advance(counts, () -> core.intake().take(actor, plan.target(), plan.source(), batch)));
                log.finish(ImportJobStore.State.DONE, run.counts());
                PlateTally found = PlateTally.of(core.plateWatch().findingsSince(actor, before));
                log.note(found);
                return report.with(found).with(new CoverageNotes(core, plan.target()).of(report.stored()));
            } catch (RuntimeException | Error broken) {
                log.fail(run.counts(), broken);
                throw broken;
            }
        }
    }

    /** In which the coordinates are read; empty for a table without any. */
    public Optional<Crs> crs() {
        return crs;
    }

    private Optional<String> objection(Core core) {
        return crs.filter(any -> plan.keepsGeometry())
                .flatMap(read -> CoordinateCheck.objection(core, source, plan, read));
    }

    private RowJudge judge(Core core) {
        return new RowJudge(plan, filter, transform, core.db());
    }

    /** Text tables have a header; fields of JSON are only those seen while looking, and further down there may be more. */
    private void requireFields(SourceLayer layer) {
        if (layer.fields().isEmpty()) {
            throw new ImportRefused("图层 " + layer.name() + " 里什么也没有");
        }
        List<String> missing = plan.missingFields(layer.fieldNames());
        if (missing.isEmpty()) {
            return;
        }
        boolean partial = layer.featureCount().isEmpty()
                && layer.fields().stream().anyMatch(field -> field.type() != SourceField.Type.TEXT);
        String words = "导入方案 " + plan.name() + " 用到的字段 " + String.join("、", missing) + " 在图层 " + layer.name() + " 里";
        if (!partial) {
            throw new ImportRefused(words + "没有，这个文件的字段是：" + String.join("、", layer.fieldNames()));
        }
        notes.add(words + "没有看到");
    }

    private FeatureFilter filter(String text, SourceLayer layer) {
        try {
            return FeatureFilter.parse(text, Set.copyOf(layer.fieldNames()));
        } catch (IllegalArgumentException wrong) {
            throw new ImportRefused(
                    "导入方案 " + plan.name() + "：filter：" + wrong.getMessage() + "。这个文件的字段是："
                            + String.join("、", layer.fieldNames()),
                    wrong);
        }
    }

    private static CrsTransform transform(Crs crs) {
        try {
            return CrsTransform.from(crs);
        } catch (BadCoordinateException unknown) {
            throw new ImportRefused(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private Optional<Crs> decideCrs(SourceLayer layer, Optional<Crs> stated) {
        boolean needed = !layer.geometryTypes().isEmpty()
                && (plan.keepsGeometry()
                        || filter.filter(FeatureFilter::isSpatial).isPresent());
        Optional<Crs> declared = layer.crs().crs();
        Optional<Crs> chosen = stated.or(plan::crs);
        if (needed && chosen.isPresent() && declared.isPresent() && !declared.equals(chosen)) {
            notes.add("文件声明的坐标系是 " + layer.crs().words() + "，按" + (stated.isPresent() ? "命令行" : "导入方案") + "指定的 "
                    + chosen.get() + " 读取");
        }
        Optional<Crs> decided = chosen.or(() -> declared);
        if (needed && decided.isEmpty()) {
            throw new ImportRefused(
                    "不知道坐标系：文件" + layer.crs().words() + "，请用 --crs 指明，例如 --crs EPSG:4490 或 --crs GCJ-02");
        }
        return decided;
    }
}
