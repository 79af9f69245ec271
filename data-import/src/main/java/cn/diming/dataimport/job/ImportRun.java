package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.IntakeResult;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFeature;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way through the rows of a layer: judges, counts, and hands the good ones on in batches. */
final class ImportRun {

    private static final int BATCH_ROWS = 5_000;
    /** A batch of large polygons is small, so that it fits into memory. */
    private static final int BATCH_VERTICES = 500_000;

    private static final int SAMPLES = 20;

    private final FeatureSource source;
    private final ImportPlan plan;
    private final RowJudge judge;
    private final RejectFile rejects;
    private final ImportProgress progress;
    private final List<String> notes;
    private final List<String> samples = new ArrayList<>();
    private final MissingParents parents;
    private final RowNotes rowNotes = new RowNotes();
    private final List<Verdict.Accepted> waiting = new ArrayList<>();
    private int waitingVertices;
    private long read;
    private long leftOut;
    private long accepted;
    private long rejected;
    private IntakeResult stored = IntakeResult.NONE;

    ImportRun(
            Core core,
            FeatureSource source,
            ImportPlan plan,
            RowJudge judge,
            RejectFile rejects,
            ImportProgress progress,
            List<String> notes) {
        this.source = source;
        this.plan = plan;
        this.judge = judge;
        this.rejects = rejects;
        this.progress = progress;
        this.notes = new ArrayList<>(notes);
        this.parents = new MissingParents(core.divisions());
    }

    ImportReport run(BatchStore store) {
        MergedRows merged = new MergedRows();
        try (Stream<SourceFeature> rows = source.features(0)) {
            for (Iterator<SourceFeature> each = rows.iterator(); each.hasNext(); ) {
                SourceFeature row = each.next();
                rowNotes.add(row);
                read++;
                Verdict verdict = judge.judge(row);
                if (plan.isMerging() && verdict instanceof Verdict.Accepted piece) {
                    merged.add(piece);
                } else {
                    take(verdict, store);
                }
                progress.reached(read);
            }
        }
        merged.forEach((row, draft) -> take(judge.judgeMerged(row, draft), store));
        flush(store);
        addNotes();
        return new ImportReport(
                read, leftOut, accepted, rejected, stored, samples, notes, PlateTally.NONE, rejects.finish());
    }

    ImportCounts counts() {
        return new ImportCounts(read, rejected, stored);
    }

    private void take(Verdict verdict, BatchStore store) {
        switch (verdict) {
            case Verdict.Accepted good -> accept(good, store);
            case Verdict.LeftOut unwanted -> leftOut++;
            case Verdict.Rejected refused -> reject(refused);
        }
    }

    private void accept(Verdict.Accepted good, BatchStore store) {
        waiting.add(good);
        waitingVertices += good.draft().geometry().map(g -> g.getNumPoints()).orElse(0);
        if (waiting.size() >= BATCH_ROWS || waitingVertices >= BATCH_VERTICES) {
            flush(store);
        }
    }

    private void flush(BatchStore store) {
        if (!waiting.isEmpty()) {
            store(List.copyOf(waiting), store);
            waiting.clear();
            waitingVertices = 0;
        }
    }

    /** What contradicts the database is found by halves and rejected; the rest goes in. */
    private void store(List<Verdict.Accepted> batch, BatchStore store) {
        try {
            stored = stored.plus(
                    store.take(batch.stream().map(Verdict.Accepted::draft).toList(), counts()));
            accepted += batch.size();
            batch.forEach(good -> remember(good.draft()));
        } catch (RuntimeException failed) {
            if (!Db.isConflict(failed) && !(failed instanceof Refused)) {
                throw failed;
            }
            if (batch.size() == 1) {
                reject(new Verdict.Rejected(
                        batch.getFirst().row(),
                        failed instanceof Refused refused
                                ? refused.faults()
                                : List.of("与库中已有的记录冲突："
                                        + judge.words(batch.getFirst().draft()))));
            } else {
                int half = batch.size() / 2;
                store(batch.subList(0, half), store);
                store(batch.subList(half, batch.size()), store);
            }
        }
    }

    private void remember(RecordDraft draft) {
        if (plan.target() == RecordKind.DIVISION) {
            parents.add(draft);
        }
    }

    private void reject(Verdict.Rejected refused) {
        rejected++;
        rejects.add(refused);
        if (samples.size() < SAMPLES) {
            samples.add("第 " + refused.row().row() + " 行：" + String.join("；", refused.reasons()));
        }
    }

    private void addNotes() {
        if (judge.mended() > 0) {
            notes.add("有 " + judge.mended() + " 个面的边界自相交或有毛刺，已自动修复（面积变化不到万分之一）");
        }
        Stream.of(rowNotes.words(), parents.words()).flatMap(Optional::stream).forEach(notes::add);
    }
}
