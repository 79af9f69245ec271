package cn.diming.core.board;

import java.time.LocalDate;

/**
 * A published map of a town or village.
 *
 * @param divisionCode 12 digits
 * @param sha256 of the file that was published
 */
public record MapEdition(Kind kind, String divisionCode, LocalDate on, String sha256) {

    /** Whose map it is. */
    public enum Kind {
        TOWN,
        VILLAGE
    }
}
