package cn.diming.dataimport.job;

import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.source.SourceFeature;
import java.util.List;

/** What is to become of a row. */
sealed interface Verdict {

    /** It can be stored. */
    record Accepted(SourceFeature row, RecordDraft draft) implements Verdict {}

    /** It cannot; one Chinese sentence for each reason. */
    record Rejected(SourceFeature row, List<String> reasons) implements Verdict {}

    /** The plan's filter leaves it out. */
    record LeftOut() implements Verdict {}
}
