package cn.diming.core.inspection;

/** Why a line is inspected (《行政区域界线管理条例》 Art. 12). */
public enum RoundKind {
    /** Once in five years. */
    REGULAR("五年联检"),
    /** After a flood, or when a river or road that the line follows has changed. */
    SPECIAL("专项检查");

    private final String title;

    RoundKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
