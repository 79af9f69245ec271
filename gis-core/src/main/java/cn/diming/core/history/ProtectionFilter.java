package cn.diming.core.history;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which entries of the protection list; all conditions together.
 *
 * @param text part of the name, or toneless pinyin
 * @param division prefix of a division code
 */
public record ProtectionFilter(
        Optional<String> text,
        Optional<String> division,
        Optional<ProtectionClass> protectionClass,
        OptionalInt batch) {}
