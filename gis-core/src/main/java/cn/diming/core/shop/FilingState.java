package cn.diming.core.shop;

/** How it stands with what a merchant filed. */
public enum FilingState {
    DRAFT("未提交"),
    SUBMITTED("待审核"),
    ASKED("待补充"),
    ACCEPTED("已通过"),
    REJECTED("未通过");

    private final String title;

    FilingState(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
