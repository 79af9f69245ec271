package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line between two divisions, with the version that holds now.
 *
 * @param version for the optimistic lock; not the agreement's
 * @param code the internal code, {@code 440113-440115}; of old imports whatever they said
 * @param inspectedOn when the last joint inspection ended
 */
public record BoundaryLine(
        long id,
        int version,
        String code,
        String name,
        LineKind kind,
        String status,
        Optional<LocalDate> inspectedOn,
        LineVersion current) {

    public DivisionCode left() {
        return current.agreement().left();
    }

    public DivisionCode right() {
        return current.agreement().right();
    }

    public DivisionLevel level() {
        return left().level();
    }

    /** The short code of the papers; of an import with sides that cannot be neighbours, its own code. */
    public String shortCode() {
        return left().level() == right().level() && !left().equals(right())
                ? LineCode.between(left(), right()).shortCode()
                : code;
    }

    /** Whether the division is one of the two sides or lies in one. */
    public boolean concerns(String divisionCode) {
        return divisionCode.startsWith(left().prefix()) || divisionCode.startsWith(right().prefix());
    }
}
