package cn.diming.core.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is to be different in an entry of the protection list; empty = as before.
 *
 * @param texts an empty text clears
 */
public record ProtectionChange(
        Optional<ProtectionClass> protectionClass,
        OptionalInt batch,
        Optional<LocalDate> listedOn,
        Map<ProtectionText, String> texts,
        Optional<Set<ProtectionMeasure>> measures) {}
