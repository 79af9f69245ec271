package cn.diming.core.inspection;

/** When a photo of a marker was taken. */
public enum PhotoPhase {
    BEFORE("处理前"),
    AFTER("处理后");

    private final String title;

    PhotoPhase(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
