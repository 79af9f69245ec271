package cn.diming.api.tianditu;

import org.jspecify.annotations.Nullable;

/** A query that cannot be understood. */
final class TiandituRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    TiandituRefused(String message, @Nullable Exception cause) {
        super(message, cause);
    }
}
