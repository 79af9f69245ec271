package cn.diming.core.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An entry of the protection list (地名保护名录, 地名管理条例 Art. 25).
 *
 * @param placeId the place that bears the name; empty for a name without a record, such as one that is gone
 * @param divisionCode 12 digits
 * @param listedOn when it was put on the list
 */
public record ProtectedName(
        long id,
        int version,
        OptionalLong placeId,
        String name,
        Optional<String> romanised,
        String divisionCode,
        ProtectionClass protectionClass,
        int batch,
        Optional<LocalDate> listedOn,
        Map<ProtectionText, String> texts,
        Set<ProtectionMeasure> measures,
        Instant updatedAt) {

    public Optional<String> text(ProtectionText what) {
        return Optional.ofNullable(texts.get(what));
    }
}
