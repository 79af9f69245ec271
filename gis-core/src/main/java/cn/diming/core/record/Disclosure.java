package cn.diming.core.record;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which records the public may see: not the precise places of boundary markers, which are controlled documents, and
 * nothing that is only proposed, planned or waiting for review.
 */
public final class Disclosure {

    private static final Set<String> UNDECIDED =
            Set.of("PROPOSED", "PLANNED", "RESERVED", "PENDING", "RETURNED", "REJECTED", "DRAFT");

    /** States of what is not decided yet. */
    public static Set<String> undecided() {
        return UNDECIDED;
    }

    public static boolean isPublic(StoredRecord record) {
        return isPublic(record.kind(), record.text("status"));
    }

    private static boolean isPublic(RecordKind kind, Optional<String> status) {
        return kind != RecordKind.BOUNDARY_MARKER
                && status.filter(UNDECIDED::contains).isEmpty();
    }

    /** Staff also sees the rest, within its jurisdiction. */
    public static boolean maySee(Actor actor, StoredRecord record) {
        return maySee(actor, record.kind(), record.text("status"), record.divisionCode());
    }

    /** The same for a record of which no more than this is known, such as a former state. */
    public static boolean maySee(Actor actor, RecordKind kind, Optional<String> status, Optional<String> divisionCode) {
        return isPublic(kind, status) || isStaffFor(actor, divisionCode);
    }

    /** Whether the actor belongs to the staff in whose jurisdiction a record lies. */
    public static boolean isStaffFor(Actor actor, Optional<String> divisionCode) {
        return AccessPolicy.allows(actor.role(), Action.READ_STAFF) && actor.covers(divisionCode.orElse(""));
    }

    private Disclosure() {}
}
