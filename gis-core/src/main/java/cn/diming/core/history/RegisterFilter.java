package cn.diming.core.history;

import cn.diming.core.record.AsOf;
import cn.diming.core.record.PlaceCategory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which places of the register; all conditions together.
 *
 * @param text part of a name, former name or alias, or toneless pinyin
 * @param division prefix of a division code
 * @param categories empty = all
 * @param classCode beginning of a class code
 * @param statuses empty = all
 * @param asOf empty = as they are now, those out of force among them; else those in force then
 */
public record RegisterFilter(
        Optional<String> text,
        Optional<String> division,
        Set<PlaceCategory> categories,
        Optional<String> classCode,
        Set<String> statuses,
        Optional<Boolean> protectedName,
        Optional<Boolean> formerNames,
        Optional<Instant> changedSince,
        Optional<AsOf> asOf) {

    public RegisterFilter {
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
    }

    /** Everything there is now. */
    public static RegisterFilter all() {
        return new RegisterFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same conditions at another time. */
    public RegisterFilter asOf(AsOf at) {
        return new RegisterFilter(
                text,
                division,
                categories,
                classCode,
                statuses,
                protectedName,
                formerNames,
                changedSince,
                Optional.of(at));
    }
}
