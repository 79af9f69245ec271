package cn.diming.core.naming;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** The law says 不得, 不应, 禁止. */
    ERROR("不得"),
    /** The law says 一般不, 避免, or the scope is disputed. */
    WARN("一般不得"),
    /** Good to know. */
    INFO("提示");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** The lighter of the two. */
    Severity atMost(Severity limit) {
        return compareTo(limit) < 0 ? limit : this;
    }
}
