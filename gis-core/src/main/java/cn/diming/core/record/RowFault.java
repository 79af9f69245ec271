package cn.diming.core.record;

/**
 * Why one record of a bulk edit could not be changed.
 *
 * @param message in Chinese
 */
public record RowFault(long id, Kind kind, String message) {

    /** What sort of fault. */
    public enum Kind {
        NOT_FOUND,
        DENIED,
        STALE,
        REFUSED
    }
}
