package cn.diming.core.history;

import cn.diming.core.geo.LonLat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place in the register.
 *
 * @param values by column, as they were then
 * @param version of the record now, which an edit is based on; 0 when it has been deleted since
 */
public record RegisterRow(
        long id,
        Map<String, Object> values,
        int version,
        Instant updatedAt,
        Optional<LonLat> position,
        List<String> formerNames,
        boolean protectedName) {

    public String name() {
        return text("name").orElseThrow();
    }

    public Optional<String> text(String column) {
        return Optional.ofNullable((String) values.get(column));
    }

    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable((LocalDate) values.get(column));
    }
}
