package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;
import cn.diming.core.signage.Blade;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sign of the register.
 *
 * @param name the names on it
 * @param profile the sign profile it was planned by; empty for signs that were only recorded
 * @param outdated blades whose street is called otherwise by now
 */
public record SignRow(
        long id,
        int version,
        String name,
        String divisionCode,
        SignStatus status,
        Optional<LonLat> position,
        List<Blade> blades,
        Optional<String> mounting,
        Optional<String> profile,
        Optional<LocalDate> installedOn,
        List<String> outdated) {

    public SignRow {
        blades = List.copyOf(blades);
        outdated = List.copyOf(outdated);
    }
}
