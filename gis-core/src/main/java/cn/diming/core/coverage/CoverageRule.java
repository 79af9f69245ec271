package cn.diming.core.coverage;

/** What can be wrong with a coverage. */
public enum CoverageRule {
    OVERLAP("重叠", Weight.ERROR),
    GAP("缝隙", Weight.ERROR),
    SLIVER_OVERLAP("狭长重叠", Weight.WARN),
    SLIVER_GAP("狭长缝隙", Weight.WARN),
    DUPLICATE("重复图形", Weight.ERROR),
    DUPLICATE_CODE("代码重复", Weight.ERROR),
    SHIFTED("整体偏移", Weight.ERROR),
    WRONG_PARENT("上级不符", Weight.ERROR),
    OUTSIDE_PARENT("超出上级", Weight.ERROR),
    PARENT_EDGE("与上级边界普遍不一致", Weight.WARN),
    MISSING_UNIT("缺少单元", Weight.ERROR),
    MISSING_OUTLINE("没有图形", Weight.WARN),
    SELF_INTERSECTION("图形不合法", Weight.ERROR);

    /** How much a finding weighs. */
    public enum Weight {
        ERROR,
        WARN,
        INFO
    }

    private final String title;
    private final Weight weight;

    CoverageRule(String title, Weight weight) {
        this.title = title;
        this.weight = weight;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public Weight weight() {
        return weight;
    }
}
