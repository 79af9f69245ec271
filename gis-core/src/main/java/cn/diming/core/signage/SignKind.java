package cn.diming.core.signage;

/** Kinds of name sign (GB 17733-2008). */
public enum SignKind {
    STREET("街牌"),
    LANE("巷牌"),
    SETTLEMENT("村牌"),
    ESTATE("小区牌"),
    BUILDING("楼牌");

    private final String title;

    SignKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
