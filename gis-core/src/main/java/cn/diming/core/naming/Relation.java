package cn.diming.core.naming;

/** In what way another name is like, or has to do with, the one asked about. */
public enum Relation {
    /** Level L0: the same characters. */
    SAME_NAME("同名"),
    /** L1: the same sounds and tones, in any reading of polyphones. */
    SAME_SOUND("同音"),
    /** L2: the same sounds, other tones. */
    NEAR_SOUND("近音"),
    /** L3: the same specific term before another generic term. */
    SAME_SPECIFIC("专名相同"),
    /** L4: the same sounds in Cantonese. */
    SAME_CANTONESE("粤语同音"),
    /** L5: one character is easily taken for the other, or two are swapped. */
    LOOK_ALIKE("形近"),
    SERIES("同一序列"),
    SEAT("驻地"),
    HOST("所在地"),
    PROTECTED("受保护"),
    NAMESAKE("同名店铺或企业");

    private final String title;

    Relation(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
