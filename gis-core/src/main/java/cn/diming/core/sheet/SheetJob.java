package cn.diming.core.sheet;

import java.util.Optional;

/**
 * One sheet of a run.
 *
 * @param number from 1, also on the sheet
 * @param attempt how often it was begun
 * @param inputHash of all that the sheet is drawn from; empty until it is known
 * @param bytes of its files together
 * @param sha256 of its first file
 * @param error why there is no sheet, in Chinese
 */
public record SheetJob(
        long runId,
        int number,
        SheetTarget target,
        State state,
        int attempt,
        Optional<String> inputHash,
        long millis,
        long bytes,
        Optional<String> sha256,
        Optional<SheetReport> report,
        Optional<String> error) {

    /** How far a sheet is. */
    public enum State {
        WAITING,
        DONE,
        /** Taken over from an earlier run, since nothing that is on it has changed. */
        UNCHANGED,
        /** There is no sheet. */
        FAILED
    }

    public boolean isThere() {
        return state == State.DONE || state == State.UNCHANGED;
    }

    /** What was made. */
    public record Made(State state, String inputHash, long millis, long bytes, String sha256, SheetReport report) {}
}
