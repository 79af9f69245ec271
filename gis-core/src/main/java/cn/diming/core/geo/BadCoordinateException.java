package cn.diming.core.geo;

import org.jspecify.annotations.Nullable;

/** Coordinates that cannot be where they claim to be; the message is Chinese and for the person. */
public final class BadCoordinateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadCoordinateException(String message) {
        super(message);
    }

    BadCoordinateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
