package cn.diming.core.media;

/** The sizes a photo is kept in. */
public enum MediaSize {
    /** Longest edge at most 320 pixels. */
    SMALL(".small"),
    /** Longest edge at most 1024 pixels. */
    MEDIUM(".medium"),
    FULL("");

    private final String suffix;

    MediaSize(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
