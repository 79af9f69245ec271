package cn.diming.core.casework;

import java.util.List;

/** The papers of a case; three of them are reports whose sections the law names (地名管理条例实施办法 Art. 5). */
public enum PaperKind {
    APPLICATION("申请书"),
    ASSESSMENT(
            "综合评估报告",
            new Section("lawfulness", "合法性"),
            new Section("feasibility", "可行性"),
            new Section("controllability", "可控性"),
            new Section("impact", "可能的社会影响和风险"),
            new Section("response", "应对措施")),
    EXPERT(
            "专家论证报告",
            new Section("necessity", "必要性"),
            new Section("science", "科学性"),
            new Section("reasonableness", "合理性"),
            new Section("risk", "可能存在的风险"),
            new Section("advice", "对方案及组织实施的意见建议")),
    CONSULTATION(
            "征求意见报告",
            new Section("scope", "征求意见的过程和范围"),
            new Section("opinions", "主要意见建议"),
            new Section("handling", "意见建议的处理情况")),
    CONSENT("村民会议决议"),
    LOCATION_MAP("位置图"),
    PROTECTION_MEASURES("地名保护措施文件"),
    REVIEW_OPINION("审核意见"),
    APPROVAL("批复"),
    FILING_FORM("地名备案登记表"),
    FILING_REPORT("备案报告"),
    ANNOUNCEMENT("公告"),
    UPLOAD_RECEIPT("入库回执"),
    SIGN_PHOTO("设标照片"),
    OTHER("其他材料");

    private final String title;
    private final List<Section> sections;

    PaperKind(String title, Section... sections) {
        this.title = title;
        this.sections = List.of(sections);
    }

    /** A part that a report must have. */
    public record Section(String key, String title) {}

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** Empty for what is no report. */
    public List<Section> sections() {
        return sections;
    }
}
