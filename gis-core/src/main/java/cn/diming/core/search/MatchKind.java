package cn.diming.core.search;

/** By which of its names, or how written, an answer was found. */
public enum MatchKind {
    NAME("标准名称"),
    ALIAS("别名"),
    FORMER("曾用名"),
    SHORT("简称"),
    PINYIN("拼音"),
    INITIALS("拼音首字母"),
    CODE("代码");

    private final String title;

    MatchKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
