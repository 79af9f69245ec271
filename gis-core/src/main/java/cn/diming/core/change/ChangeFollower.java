package cn.diming.core.change;

import java.util.List;

/**
 * Something derived from the tables. It keeps its own cursor, so after a crash it goes on where it was, whatever it had
 * been told or not.
 */
public interface ChangeFollower {

    /** For logs and metrics. */
    String name();

    /** The last journal number that is part of what this follower shows; 0 = nothing yet. */
    long cursor();

    /** Builds everything anew from the tables; afterwards {@link #cursor()} is at least the journal's number before. */
    void rebuild();

    /** Brings in the changes, in journal order; whole transactions only. */
    void apply(List<Change> changes);
}
