package cn.diming.core.paper;

/** What the three reports must speak of (地名管理条例实施办法 Art. 5). */
enum ReportSection {
    LAWFULNESS("lawfulness", "合法性"),
    FEASIBILITY("feasibility", "可行性"),
    CONTROLLABILITY("controllability", "可控性"),
    IMPACT("impact", "社会影响和风险"),
    RESPONSE("response", "应对措施"),
    NECESSITY("necessity", "必要性"),
    SCIENCE("science", "科学性"),
    REASONABLENESS("reasonableness", "合理性"),
    RISK("risk", "可能存在的风险"),
    ADVICE("advice", "意见建议"),
    SCOPE("scope", "过程和范围"),
    OPINIONS("opinions", "主要意见建议"),
    HANDLING("handling", "处理情况");

    private final String key;
    private final String title;

    ReportSection(String key, String title) {
        this.key = key;
        this.title = title;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }
}
