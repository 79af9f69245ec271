package cn.diming.core.casework;

import java.util.Arrays;
import java.util.Optional;

/** What is done with a case: complete the stage it waits for, or take it off its path. */
public enum CaseAction {
    SUBMIT("提交", CaseState.PRECHECK),
    CONSENT("记录村民意见", CaseState.VILLAGE_CONSENT),
    PASS("审核通过", CaseState.TOWN_REVIEW),
    ACCEPT("受理", CaseState.DISTRICT_ACCEPT),
    OPINION("记录论证意见", CaseState.EXPERT_OPINION),
    OPEN_COMMENT("开始征求意见", CaseState.PUBLIC_COMMENT),
    APPROVE("记录批准", CaseState.GOV_APPROVED),
    FILE("备案", CaseState.FILED),
    ANNOUNCE("公告", CaseState.ANNOUNCED),
    UPLOAD("载入国家地名信息库", CaseState.UPLOADED),
    SET_SIGNS("设置标志", CaseState.SIGNS_SET),
    CLOSE("办结", CaseState.CLOSED),
    RETURN("退回", CaseState.RETURNED),
    REJECT("不予批准", CaseState.REJECTED),
    WITHDRAW("撤回", CaseState.WITHDRAWN);

    private final String title;
    private final CaseState leadsTo;

    CaseAction(String title, CaseState leadsTo) {
        this.title = title;
        this.leadsTo = leadsTo;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public CaseState leadsTo() {
        return leadsTo;
    }

    /** Whether it takes the case off its path; then it needs a reason. */
    public boolean needsReason() {
        return compareTo(CLOSE) > 0;
    }

    /** The action that completes a stage; empty for states that are no stage. */
    public static Optional<CaseAction> completing(CaseState stage) {
        return Arrays.stream(values()).filter(action -> action.leadsTo == stage).findFirst();
    }
}
