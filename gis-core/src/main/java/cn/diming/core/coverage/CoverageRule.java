package cn.diming.core.coverage;

import cn.diming.core.finding.Severity;

/** What can be wrong with a coverage. */
public enum CoverageRule {
    OVERLAP("重叠", Severity.ERROR),
    GAP("缝隙", Severity.ERROR),
    SLIVER_OVERLAP("狭长重叠", Severity.WARN),
    SLIVER_GAP("狭长缝隙", Severity.WARN),
    DUPLICATE("重复图形", Severity.ERROR),
    DUPLICATE_CODE("代码重复", Severity.ERROR),
    SHIFTED("整体偏移", Severity.ERROR),
    WRONG_PARENT("上级不符", Severity.ERROR),
    OUTSIDE_PARENT("超出上级", Severity.ERROR),
    PARENT_EDGE("与上级边界普遍不一致", Severity.WARN),
    MISSING_UNIT("缺少单元", Severity.ERROR),
    MISSING_OUTLINE("没有图形", Severity.WARN),
    SELF_INTERSECTION("图形不合法", Severity.ERROR);

    private final String title;
    private final Severity severity;

    CoverageRule(String title, Severity severity) {
        this.title = title;
        this.severity = severity;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }
}
