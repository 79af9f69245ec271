package cn.diming.core.record;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import java.util.Set;

/**
 * Which records the public may see: not the precise places of boundary markers, which are controlled documents, and
 * nothing that is only proposed, planned or waiting for review.
 */
public final class Disclosure {

    private static final Set<String> UNDECIDED =
            Set.of("PROPOSED", "PLANNED", "RESERVED", "PENDING", "RETURNED", "REJECTED", "DRAFT");

    public static boolean isPublic(StoredRecord record) {
        return record.kind() != RecordKind.BOUNDARY_MARKER
                && record.text("status").filter(UNDECIDED::contains).isEmpty();
    }

    /** Staff also sees the rest, within its jurisdiction. */
    public static boolean maySee(Actor actor, StoredRecord record) {
        return isPublic(record)
                || (AccessPolicy.allows(actor.role(), Action.READ_STAFF)
                        && actor.covers(record.divisionCode().orElse("")));
    }

    private Disclosure() {}
}
