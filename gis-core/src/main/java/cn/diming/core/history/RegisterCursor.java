package cn.diming.core.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of the register ended: the key of its order and the number of the last place. */
public record RegisterCursor(String key, long id) {

    private static final char BETWEEN = '|';

    /** Letters, digits, minus and underscore. */
    public String toText() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what {@link #toText} has not written for that order. */
    public static Optional<RegisterCursor> parse(String text, RegisterOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.lastIndexOf(BETWEEN);
            RegisterCursor cursor =
                    new RegisterCursor(plain.substring(0, end), Long.parseLong(plain.substring(end + 1)));
            order.by().parse(cursor.key);
            return cursor.key.matches("[a-z0-9]*") ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return Optional.empty();
        }
    }
}
