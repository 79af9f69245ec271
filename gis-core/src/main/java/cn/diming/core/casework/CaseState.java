package cn.diming.core.casework;

import java.util.Set;

/**
 * How far a case is: the stage that was completed last, or how it left the path. The order of the stages is the order of
 * these constants; which of them a case must pass says its rule profile.
 */
public enum CaseState {
    DRAFT("草稿", ""),
    PRECHECK("已提交", "提交预检"),
    VILLAGE_CONSENT("村民已同意", "村民意见"),
    TOWN_REVIEW("乡镇已审核", "乡镇审核"),
    DISTRICT_ACCEPT("区（县）已受理", "区（县）受理"),
    EXPERT_OPINION("已论证", "专家论证"),
    PUBLIC_COMMENT("征求意见中", "征求意见"),
    GOV_APPROVED("已批准", "政府批准"),
    FILED("已备案", "备案"),
    ANNOUNCED("已公告", "公告"),
    UPLOADED("已入库", "载入国家地名信息库"),
    SIGNS_SET("已设标", "设置标志"),
    CLOSED("已办结", "办结归档"),
    RETURNED("退回补正", ""),
    REJECTED("不予批准", ""),
    WITHDRAWN("已撤回", "");

    private static final Set<CaseState> OVER = Set.of(CLOSED, REJECTED, WITHDRAWN);

    private final String title;
    private final String stage;

    CaseState(String title, String stage) {
        this.title = title;
        this.stage = stage;
    }

    /** In Chinese, for people: how the case stands. */
    public String title() {
        return title;
    }

    /** In Chinese: what has to be done to get here; empty for what is no stage. */
    public String stageTitle() {
        return stage;
    }

    /** Whether the content may still be changed. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether nothing more happens. */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /** Whether the case waits for somebody's decision: submitted, not approved, not given up. */
    public boolean isUndecided() {
        return this != DRAFT && compareTo(GOV_APPROVED) < 0;
    }

    /** Whether the names have become standard names. */
    public boolean isApproved() {
        return compareTo(GOV_APPROVED) >= 0 && compareTo(CLOSED) <= 0;
    }
}
