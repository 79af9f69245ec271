package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.IntakeResult;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.DivisionLocator;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.DeclaredCrs;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceLayer;
import cn.diming.dataimport.source.SourceProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One layer, one plan, one database. A check and a commit judge the rows in the same way; the commit also stores the good
 * ones, batch by batch. Run again after an interruption it completes what is missing, since known rows change nothing.
 */
public final class ImportJob {

    private static final int BATCH = 2000;
    private static final int SAMPLES = 20;

    private final Core core;
    private final FeatureSource source;
    private final ImportPlan plan;
    private final Crs crs;
    private final List<String> notes = new ArrayList<>();
    private final List<String> samples = new ArrayList<>();
    private final List<RecordDraft> waiting = new ArrayList<>(BATCH);
    private long read;
    private long leftOut;
    private long accepted;
    private long rejected;
    private IntakeResult stored = IntakeResult.NONE;

    /**
     * @param stated the reference system the person states; it goes before the plan's and the file's
     * @throws ImportRefused when nobody says in which reference system the coordinates are
     */
    public ImportJob(Core core, FeatureSource source, ImportPlan plan, Optional<Crs> stated) {
        this.core = core;
        this.source = source;
        this.plan = plan;
        this.crs = decideCrs(source.layer(), plan, stated);
        source.layer().problems().stream().map(SourceProblem::message).forEach(notes::add);
    }

    /** Judges every row and writes nothing into the database. */
    public ImportReport check(Path rejects, ImportProgress progress) {
        return run(rejects, progress, draft -> accepted++, () -> {});
    }

    /** Judges every row and stores the good ones. */
    public ImportReport commit(Actor actor, Path rejects, ImportProgress progress) {
        return run(
                rejects,
                progress,
                draft -> {
                    accepted++;
                    waiting.add(draft);
                    if (waiting.size() == BATCH) {
                        flush(actor);
                    }
                },
                () -> flush(actor));
    }

    public Crs crs() {
        return crs;
    }

    private void flush(Actor actor) {
        if (!waiting.isEmpty()) {
            stored = stored.plus(core.intake().take(actor, plan.target(), plan.source(), waiting));
            waiting.clear();
        }
    }

    private ImportReport run(Path rejects, ImportProgress progress, Consumer<RecordDraft> take, Runnable end) {
        RowJudge judge = new RowJudge(plan, crs, source.layer().fieldNames(), new DivisionLocator(core.db()));
        MergedDrafts merged = new MergedDrafts();
        Consumer<RecordDraft> sink = plan.isMerging() ? merged::add : take;
        try (RejectFile file = new RejectFile(rejects, source.layer().fieldNames());
                Stream<SourceFeature> rows = source.features(0)) {
            for (Iterator<SourceFeature> each = rows.iterator(); each.hasNext(); ) {
                SourceFeature row = each.next();
                switch (judge.judge(row)) {
                    case Verdict.Accepted good -> sink.accept(good.draft());
                    case Verdict.LeftOut leftOutRow -> leftOut++;
                    case Verdict.Rejected refused -> reject(file, refused);
                }
                progress.reached(++read);
            }
            if (judge.mended() > 0) {
                notes.add("有 " + judge.mended() + " 个面的边界自相交或有毛刺，已自动修复（面积变化不到万分之一）");
            }
            merged.drafts().forEach(take);
            end.run();
            return new ImportReport(read, leftOut, accepted, rejected, stored, samples, notes, file.finish());
        }
    }

    private void reject(RejectFile file, Verdict.Rejected refused) {
        rejected++;
        file.add(refused);
        if (samples.size() < SAMPLES) {
            samples.add("第 " + refused.row().row() + " 行：" + String.join("；", refused.reasons()));
        }
    }

    private Crs decideCrs(SourceLayer layer, ImportPlan plan, Optional<Crs> stated) {
        if (layer.geometryTypes().isEmpty()) {
            return Crs.CGCS2000; // a table without positions: there is nothing to transform
        }
        DeclaredCrs declared = layer.crs();
        Optional<Crs> chosen = stated.or(plan::crs);
        if (chosen.isPresent() && declared.crs().isPresent() && !declared.crs().equals(chosen)) {
            notes.add("文件声明的坐标系是 " + declared.words() + "，按" + (stated.isPresent() ? "命令行" : "导入方案") + "指定的 "
                    + chosen.get() + " 读取");
        }
        return chosen.or(declared::crs)
                .orElseThrow(() -> new ImportRefused(
                        "不知道坐标系：文件" + declared.words() + "，请用 --crs 指明，例如 --crs EPSG:4490 或 --crs GCJ-02"));
    }
}
