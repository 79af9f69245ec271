package cn.diming.core.search;

/** How a name fits what was typed. */
public enum NameRelation {
    SAME("相同"),
    TERM_LEFT_OUT("通名省略"),
    OTHER_TERM("通名不同"),
    BEGINS("以此开头"),
    SIMILAR("相近"),
    DIFFERENT("不同");

    private final String title;

    NameRelation(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
