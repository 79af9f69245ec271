package cn.diming.core.plate;

import java.time.Instant;

/**
 * A numbering that was carried out, as one change.
 *
 * @param doors how many there were in the selection
 * @param changed how many got another address, or their first
 * @param sha256 of the old and new addresses, one line each in the order of plates
 */
public record Renumbering(
        long id,
        Instant at,
        String divisionCode,
        String title,
        String profile,
        String reason,
        int doors,
        int changed,
        int reserved,
        String sha256) {

    /** An address before and after; before is empty for a new door. */
    public record Line(long plateId, String oldAddress, String newAddress) {

        String written() {
            return plateId + "\t" + oldAddress + "\t" + newAddress + "\n";
        }
    }
}
