package cn.diming.core.naming;

/** What a name in the index is to its place. */
public enum NameUse {
    STANDARD("现用名称"),
    PROPOSED("报批中的名称"),
    FORMER("曾用名"),
    ALIAS("别名"),
    SHORT("简称"),
    CANCELLED("已销名的名称"),
    RESERVED("已预留的名称");

    private final String title;

    NameUse(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
