package cn.diming.core.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A name to be put on the protection list. With a place, name, spelling and division are the place's; without, name and
 * division must be given.
 */
public record ProtectionDraft(
        OptionalLong placeId,
        Optional<String> name,
        Optional<String> romanised,
        Optional<String> divisionCode,
        ProtectionClass protectionClass,
        int batch,
        Optional<LocalDate> listedOn,
        Map<ProtectionText, String> texts,
        Set<ProtectionMeasure> measures) {}
