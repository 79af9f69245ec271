package cn.diming.core.paper;

import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.PaperKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The documents made from a case. */
public enum CaseDocument {
    APPLICATION("申请书", All.TYPES, "《地名管理条例》第十一条", "标准名称", "理由", "位置描述", "规模", "性质"),
    ASSESSMENT(PaperKind.ASSESSMENT),
    EXPERT(PaperKind.EXPERT),
    COMMENT_NOTICE("征求意见公告", All.TYPES, "《地名管理条例》第十一条", "标准名称", "征求意见截止日期"),
    CONSULTATION(PaperKind.CONSULTATION),
    APPROVAL("批复", All.TYPES, "《地名管理条例》第十二条", "标准名称", "批准机关", "批准时间"),
    FILING_FORM("地名备案登记表", All.TYPES, "《地名管理条例》第十三条", "标准名称", "罗马字母拼写", "所属政区", "位置描述", "批准机关", "批准时间"),
    FILING_REPORT("备案报告", All.TYPES, "《地名管理条例》第十三条", "标准名称", "批准机关", "批准时间"),
    ANNOUNCEMENT("公告", All.TYPES, "《地名管理条例》第十四条，民政部关于地名备案公告的规定", "标准名称", "罗马字母拼写", "所属政区", "位置描述", "批准机关", "批准时间"),
    NAME_CHANGES("新旧地名对照表", EnumSet.complementOf(EnumSet.of(CaseType.NAME)), "《地名管理条例》第十八条", "原名称", "受影响证件");

    private final String title;
    private final Set<CaseType> types;
    private final String basis;
    private final List<String> contents;

    CaseDocument(String title, Set<CaseType> types, String basis, String... contents) {
        this.title = title;
        this.types = types;
        this.basis = basis;
        this.contents = List.of(contents);
    }

    CaseDocument(PaperKind report) {
        this(
                report.title(),
                All.TYPES,
                "《地名管理条例实施办法》第五条",
                report.sections().stream().map(PaperKind.Section::title).toArray(String[]::new));
    }

    private static final class All {
        private static final Set<CaseType> TYPES = EnumSet.allOf(CaseType.class);
    }

    /** As it stands in an address: {@code filing-form}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseDocument> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** Law and article that ask for it. */
    public String basis() {
        return basis;
    }

    /** What it must say by law; a template without one of these is refused. */
    public List<String> contents() {
        return contents;
    }

    /** Whether a case of this type has such a document. */
    public boolean suits(CaseType type) {
        return types.contains(type);
    }

    /** Name of its template. */
    String template() {
        return key() + ".txt";
    }
}
