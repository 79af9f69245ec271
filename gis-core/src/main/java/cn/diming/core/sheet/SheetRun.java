package cn.diming.core.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A batch of sheets.
 *
 * @param scope the digits that all its divisions' codes begin with
 * @param message why it stopped, in Chinese
 * @param publishedOn the day its sheets were published as maps of the year
 */
public record SheetRun(
        long id,
        State state,
        String scope,
        SheetWish wish,
        Counts counts,
        Optional<String> message,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<LocalDate> publishedOn) {

    /** How far a run is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        /** Stopped by what no sheet is to blame for, such as a full disk; can be continued. */
        FAILED
    }

    /**
     * Of its sheets.
     *
     * @param failed that are not there
     * @param red that are there and must not be printed
     * @param amber that somebody should look at
     */
    public record Counts(int total, int done, int unchanged, int failed, int red, int amber) {}

    public boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }
}
