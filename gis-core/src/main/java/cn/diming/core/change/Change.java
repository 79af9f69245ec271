package cn.diming.core.change;

import cn.diming.core.geo.Bbox;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the journal.
 *
 * @param seq number of the transaction; a larger number was committed later
 * @param recordId empty for a batch: its rows are those of {@code kind} with {@code change_seq = seq}
 * @param box where the record was or is (old and new geometry together); empty without geometry
 */
public record Change(long seq, RecordKind kind, Op op, OptionalLong recordId, Optional<Bbox> box) {

    /** What happened to the record. */
    public enum Op {
        SAVED,
        DELETED,
        BATCH
    }
}
