package cn.diming.core.geocode;

import java.time.Instant;
import java.util.Optional;

/**
 * A table of addresses that is looked up row by row.
 *
 * @param total rows in the table
 * @param done rows that have been looked up
 * @param matched rows of these with an answer that is rather right than wrong
 */
public record GeocodeJob(
        long id,
        long accountId,
        State state,
        String fileName,
        GeocodeOptions options,
        long total,
        long done,
        long matched,
        Optional<String> message,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** How far a job is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }
}
