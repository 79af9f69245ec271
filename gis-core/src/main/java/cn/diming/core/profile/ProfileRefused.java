package cn.diming.core.profile;

/** A profile cannot be used; the message is Chinese and names file, section, row and field. */
public final class ProfileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProfileRefused(String message) {
        super(message);
    }

    public ProfileRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
