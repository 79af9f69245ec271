package cn.diming.core.village;

import cn.diming.core.record.LocalCategory;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which entries of 地名+; all conditions together.
 *
 * @param division prefix of a division code; empty = everywhere
 * @param text part of the name or of the summary
 * @param beforeId only entries with smaller numbers: the next page
 */
public record LocalEntryFilter(
        String division,
        Optional<LocalCategory> category,
        OptionalLong placeId,
        Optional<String> text,
        OptionalLong beforeId) {

    /** Everything of a division. */
    public static LocalEntryFilter of(String division) {
        return new LocalEntryFilter(
                division, Optional.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
    }
}
