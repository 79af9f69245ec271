package cn.diming.core.inspection;

/** How far a round has come. */
public enum RoundState {
    PLANNED("已计划"),
    FIELD("外业中"),
    /** All has been looked at; both sides may read the report and sign. */
    COMPILED("待双方签字"),
    SIGNED_ONE("一方已签字"),
    SIGNED_BOTH("双方已签字"),
    /** Sent jointly to the approving body (Art. 12); nothing changes any more. */
    FILED("已归档"),
    CANCELLED("已取消");

    private final String title;

    RoundState(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public boolean isOpen() {
        return this != FILED && this != CANCELLED;
    }

    /** Whether the content is complete and waits for signatures, or has them. */
    public boolean isCompiled() {
        return this == COMPILED || this == SIGNED_ONE || this == SIGNED_BOTH;
    }
}
