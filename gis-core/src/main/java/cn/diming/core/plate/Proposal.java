package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.PlateFinding;
import cn.diming.core.numbering.Side;
import cn.diming.core.numbering.StreetPlan.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers as they would be; nothing is stored yet.
 *
 * @param doors by street and along it
 * @param reserved numbers kept free
 * @param undecided doors for a person, and locked numbers that do not fit
 * @param corners doors on a corner, with the streets they might belong to
 * @param findings of the checks, over the numbers as they would be
 * @param sha256 names this very proposal: carrying it out needs it
 */
public record Proposal(
        List<Proposed> doors,
        List<Reserved> reserved,
        List<Open> undecided,
        Map<Long, List<Long>> corners,
        List<PlateFinding> findings,
        String sha256) {

    public Proposal {
        doors = List.copyOf(doors);
        reserved = List.copyOf(reserved);
        undecided = List.copyOf(undecided);
        findings = List.copyOf(findings);
    }

    /**
     * A door and its number.
     *
     * @param oldAddress empty for a door without number
     * @param chainage metres from the street's beginning
     */
    public record Proposed(
            long plateId,
            Optional<Long> streetId,
            String streetName,
            String number,
            String oldAddress,
            Optional<Side> side,
            double chainage,
            LonLat position,
            boolean locked,
            boolean changed) {}

    /** A number kept free. */
    public record Reserved(long streetId, String streetName, int number, LonLat position, Reason reason) {}

    /** A door that a person has to decide. */
    public record Open(long plateId, String address, Optional<LonLat> position, Reason reason, boolean conflict) {}

    public long changed() {
        return doors.stream().filter(Proposed::changed).count();
    }
}
