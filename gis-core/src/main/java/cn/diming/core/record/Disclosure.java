package cn.diming.core.record;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.profile.RuleProfiles;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Which records the public may see: not the precise places of boundary markers, which are controlled documents, and
 * nothing that is only proposed, planned or waiting for review.
 */
public final class Disclosure {

    private static final double PUBLIC_BEND_METRES = national("public-line-bend-metres");
    private static final double PUBLIC_SCALE = Math.pow(10, national("public-line-decimals"));
    private static final double METRES_A_DEGREE = 111_320;

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

    /** The record as this actor may see it: boundary lines stand on public maps, but not with the precision of the agreement. */
    static StoredRecord shown(Actor actor, StoredRecord record) {
        return record.kind() == RecordKind.BOUNDARY_LINE && !AccessPolicy.allows(actor.role(), Action.READ_STAFF)
                ? record.with(record.geometry().map(Disclosure::generalised))
                : record;
    }

    /**
     * What everybody may see of a legal line (《公开地图内容表示规范》): small bends gone, coordinates with few decimals:
     * rows {@code public-line-*} of the national profile.
     *
     * @param geometry EPSG:4490
     */
    public static Geometry generalised(Geometry geometry) {
        Geometry simple = DouglasPeuckerSimplifier.simplify(geometry, PUBLIC_BEND_METRES / METRES_A_DEGREE);
        return new GeometryPrecisionReducer(new PrecisionModel(PUBLIC_SCALE)).reduce(simple);
    }

    private static double national(String key) {
        return RuleProfiles.nationalNumber("tolerances", key);
    }

    private Disclosure() {}
}
