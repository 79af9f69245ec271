package cn.diming.core.paper;

import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.PaperKind;
import cn.diming.core.document.FieldSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case, as papers speak of it.
 *
 * @param number of the case
 * @param divisionName whole name of the division it lies in
 * @param bureau the civil-affairs office that handles it
 * @param reports their sections by key
 * @param affected kinds of papers that hold an old name (地名管理条例 Art. 18)
 */
public record CaseSheet(
        long number,
        CaseType type,
        String title,
        String divisionName,
        String bureau,
        Request request,
        Dates dates,
        Decided decided,
        Consultation consultation,
        Map<String, String> reports,
        List<NameSheet> names,
        List<AffectedPaper> affected) {

    public CaseSheet {
        reports = Map.copyOf(reports);
        names = List.copyOf(names);
        affected = List.copyOf(affected);
    }

    /** Who asks, and why. */
    public record Request(Optional<String> applicant, Optional<String> contact, Optional<String> reason) {}

    /**
     * The days on which things were done.
     *
     * @param expert of the expert opinion
     */
    public record Dates(
            Optional<LocalDate> applied,
            Optional<LocalDate> accepted,
            Optional<LocalDate> expert,
            Optional<LocalDate> filed,
            Optional<LocalDate> announced) {}

    /**
     * What was decided.
     *
     * @param authority 批准机关
     * @param filedWith the body that the filing went to (备案机关)
     * @param filingNumber what it gave the filing
     */
    public record Decided(
            Optional<String> authority,
            Optional<LocalDate> on,
            Optional<String> documentNumber,
            Optional<LocalDate> effectiveOn,
            Optional<String> filedWith,
            Optional<String> filingNumber) {}

    /**
     * Public comment.
     *
     * @param opinions those received, by kind
     */
    public record Consultation(
            Optional<LocalDate> from, Optional<LocalDate> until, Optional<String> office, List<Opinion> opinions) {
        public Consultation {
            opinions = List.copyOf(opinions);
        }

        long count(String kind) {
            return opinions.stream()
                    .filter(opinion -> opinion.kind.equals(kind))
                    .count();
        }
    }

    /** @param kind 赞成, 不赞成 or 建议 */
    public record Opinion(LocalDate on, String kind, String text, Optional<String> reply) {
        static final FieldSet<Opinion> FIELDS = new FieldSet<Opinion>()
                .plain("意见日期", opinion -> ChineseDate.of(opinion.on))
                .plain("意见种类", Opinion::kind)
                .plain("意见内容", Opinion::text)
                .text("答复", Opinion::reply);
    }

    /** A kind of paper in which the old name stands, who issues it, and what becomes of it. */
    public record AffectedPaper(String paper, String authority, String handling, String basis) {
        static final FieldSet<AffectedPaper> FIELDS = new FieldSet<AffectedPaper>()
                .plain("证件名称", AffectedPaper::paper)
                .plain("主管部门", AffectedPaper::authority)
                .plain("处理办法", AffectedPaper::handling)
                .plain("依据", AffectedPaper::basis);
    }

    static final FieldSet<CaseSheet> FIELDS = fields();

    private static FieldSet<CaseSheet> fields() {
        FieldSet<CaseSheet> fields = new FieldSet<CaseSheet>()
                .plain("案件编号", sheet -> Long.toString(sheet.number))
                .plain("案件类型", sheet -> sheet.type.title())
                .plain("案件标题", CaseSheet::title)
                .plain("办理机关", CaseSheet::bureau)
                .plain("案件政区", CaseSheet::divisionName)
                .text("申请单位", sheet -> sheet.request.applicant)
                .text("联系人及电话", sheet -> sheet.request.contact)
                .text("理由", sheet -> sheet.request.reason)
                .text("申请日期", date(sheet -> sheet.dates.applied))
                .text("受理日期", date(sheet -> sheet.dates.accepted))
                .text("论证日期", date(sheet -> sheet.dates.expert))
                .text("备案日期", date(sheet -> sheet.dates.filed))
                .text("公告日期", date(sheet -> sheet.dates.announced))
                .text("批准机关", sheet -> sheet.decided.authority)
                .text("批准时间", date(sheet -> sheet.decided.on))
                .text("批准文号", sheet -> sheet.decided.documentNumber)
                .text("启用日期", date(sheet -> sheet.decided.effectiveOn))
                .text("备案机关", sheet -> sheet.decided.filedWith)
                .text("备案编号", sheet -> sheet.decided.filingNumber)
                .text("征求意见开始日期", date(sheet -> sheet.consultation.from))
                .text("征求意见截止日期", date(sheet -> sheet.consultation.until))
                .text("意见受理单位", sheet -> sheet.consultation.office)
                .plain("意见总数", sheet -> Integer.toString(sheet.consultation.opinions.size()))
                .plain("赞成数", sheet -> Long.toString(sheet.consultation.count("赞成")))
                .plain("不赞成数", sheet -> Long.toString(sheet.consultation.count("不赞成")))
                .plain("建议数", sheet -> Long.toString(sheet.consultation.count("建议")))
                .plain("名称数", sheet -> Integer.toString(sheet.names.size()))
                .text("多条", sheet -> sheet.names.size() > 1 ? Optional.of("是") : Optional.empty())
                .text("名称一览", CaseSheet::nameList)
                .list("各名称", CaseSheet::names, NameSheet.FIELDS)
                .list("各意见", sheet -> sheet.consultation.opinions, Opinion.FIELDS)
                .list("受影响证件", CaseSheet::affected, AffectedPaper.FIELDS);
        for (PaperKind report : PaperKind.values()) {
            report.sections()
                    .forEach(section -> fields.text(
                            section.title(), sheet -> Optional.ofNullable(sheet.reports.get(section.key()))));
        }
        return fields;
    }

    /** “和顺路”; of many the first and how many. */
    private Optional<String> nameList() {
        Optional<String> first =
                names.stream().findFirst().flatMap(NameSheet::name).map(name -> "“" + name + "”");
        return names.size() < 2 ? first : first.map(name -> name + "等" + names.size() + "个地名");
    }

    private static Function<CaseSheet, Optional<String>> date(Function<CaseSheet, Optional<LocalDate>> date) {
        return sheet -> date.apply(sheet).map(ChineseDate::of);
    }
}
