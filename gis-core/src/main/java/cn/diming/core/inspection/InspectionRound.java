package cn.diming.core.inspection;

import cn.diming.core.region.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A joint inspection of a line.
 *
 * @param version for the optimistic lock; counts up with plan and state
 * @param lineNumber the agreement version that is inspected
 * @param lineSha256 its digest
 * @param number counts the rounds of a line
 * @param reason of a special inspection
 * @param receiver who took the report in (Art. 12: the body that approved the line)
 */
public record InspectionRound(
        long id,
        int version,
        long lineId,
        int lineNumber,
        String lineSha256,
        DivisionCode left,
        DivisionCode right,
        int number,
        RoundKind kind,
        Optional<String> reason,
        RoundPlan plan,
        RoundState state,
        Optional<LocalDate> filedOn,
        Optional<String> receiver,
        Instant createdAt,
        OptionalLong createdBy) {

    public DivisionCode division(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /** Whether somebody of this jurisdiction works for the side; whoever is above both sides is of neither. */
    public boolean isOf(Side side, String jurisdiction) {
        return jurisdiction.startsWith(division(side).prefix());
    }

    /** The side of somebody; empty for those above both, and for strangers. */
    public Optional<Side> sideOf(String jurisdiction) {
        return Arrays.stream(Side.values())
                .filter(side -> isOf(side, jurisdiction))
                .findFirst();
    }
}
