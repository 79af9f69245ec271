package cn.diming.dataimport.job;

import cn.diming.core.record.IntakeResult;
import cn.diming.core.record.RecordDraft;
import java.util.List;

/** Where good drafts go. */
@FunctionalInterface
interface BatchStore {
    /**
     * All of the batch or nothing.
     *
     * @param before how far the import was before this batch
     */
    IntakeResult take(List<RecordDraft> batch, ImportCounts before);
}
