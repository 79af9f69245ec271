package cn.diming.core.casework;

/** What a case is about; what is done with one name is one of the first four. */
public enum CaseType {
    NAME("命名"),
    RENAME("更名"),
    CANCEL("销名"),
    /** 一地多名, 一名多写 */
    STANDARDISE("标准化处理"),
    /** Many names at once, each with an outcome of its own. */
    BATCH("批量处理");

    private final String title;

    CaseType(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
