package cn.diming.api.answer;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a request gives, or leaves out. */
public final class Given {

    public static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Words without the space around them; blank ones are none. */
    public static Optional<String> text(@Nullable String words) {
        return Optional.ofNullable(words).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A whole division code, as menus give it, means all that lies below; none means everything. */
    public static String prefix(@Nullable String division) {
        return Objects.requireNonNullElse(division, "").replaceFirst("(000)+$|(00)+$", "");
    }

    private Given() {}
}
