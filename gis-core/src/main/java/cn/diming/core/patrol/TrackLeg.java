package cn.diming.core.patrol;

import org.locationtech.jts.geom.LineSegment;

/**
 * From one fix to the next.
 *
 * @param metres geodesic
 */
record TrackLeg(Fix from, Fix to, double metres, Kind kind) {

    /** What a leg tells. */
    enum Kind {
        WALKED,
        /** Too fast to have been walked. */
        FAST,
        /** Too long to tell where somebody went in between. */
        BREAK,
        /** Faster than anything moves: one of the two fixes is wrong. */
        JUMP
    }

    boolean isWalked() {
        return kind == Kind.WALKED;
    }

    LineSegment segment() {
        return new LineSegment(from.coordinate(), to.coordinate());
    }
}
