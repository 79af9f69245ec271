package cn.diming.core.finding;

/** How much a finding of any check weighs, the heaviest first. */
public enum Severity {
    /** Against the rule: the law says 不得, 不应, 禁止, or the data contradict each other. */
    ERROR("不得"),
    /** To be looked at: the law says 一般不, 避免, or a tolerance is exceeded. */
    WARN("一般不得"),
    /** Good to know. */
    INFO("提示");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /** In Chinese, as the rules of naming say it. */
    public String title() {
        return title;
    }

    /** The lighter of the two. */
    public Severity atMost(Severity limit) {
        return compareTo(limit) < 0 ? limit : this;
    }
}
