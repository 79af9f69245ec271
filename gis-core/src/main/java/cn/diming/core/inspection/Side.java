package cn.diming.core.inspection;

/** One of the two neighbours of a line, as one walks it from its start. */
public enum Side {
    LEFT("左方"),
    RIGHT("右方");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
