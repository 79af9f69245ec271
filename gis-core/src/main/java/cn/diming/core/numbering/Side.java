package cn.diming.core.numbering;

/** Of a street, as one walks towards growing numbers. */
public enum Side {
    LEFT("左侧"),
    RIGHT("右侧");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
