package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A joint inspection of a boundary line for its report (联合检查报告) and the tables annexed to it (民政部令第28号; 《行政区域界线管理条例》
 * Art. 12).
 *
 * @param round line, sides, agreement
 * @param digest SHA-256 of the content that both sides sign
 */
public record InspectionSheet(
        Round round,
        List<Person> people,
        List<Share> shares,
        List<ItemLine> desk,
        List<ItemLine> peace,
        List<MarkerLine> markers,
        List<StretchLine> stretches,
        List<Opinion> opinions,
        List<Signed> signed,
        List<ProtectionBook.BookPicture> photos,
        Optional<Image> map,
        String digest,
        LocalDate day) {

    public InspectionSheet {
        people = List.copyOf(people);
        shares = List.copyOf(shares);
        desk = List.copyOf(desk);
        peace = List.copyOf(peace);
        markers = List.copyOf(markers);
        stretches = List.copyOf(stretches);
        opinions = List.copyOf(opinions);
        signed = List.copyOf(signed);
        photos = List.copyOf(photos);
    }

    /**
     * What is inspected.
     *
     * @param version of the agreement
     * @param markersSummary how the markers were found, in a sentence
     * @param stretchesSummary how the line was walked, in a sentence
     */
    public record Round(
            String line,
            String left,
            String right,
            int number,
            String kind,
            Optional<String> reason,
            String agreement,
            int version,
            String length,
            LocalDate from,
            LocalDate to,
            String leading,
            Optional<LocalDate> last,
            String markersSummary,
            String stretchesSummary,
            Optional<LocalDate> filedOn,
            Optional<String> receiver) {}

    public record Person(String side, String name, String duty, String office) {
        static final FieldSet<Person> FIELDS = new FieldSet<Person>()
                .plain("方", Person::side)
                .plain("姓名", Person::name)
                .plain("职责", Person::duty)
                .plain("单位", Person::office);
    }

    /** A stretch and the side that leads there. */
    public record Share(String stretch, String side) {
        static final FieldSet<Share> FIELDS =
                new FieldSet<Share>().plain("分工段", Share::stretch).plain("负责方", Share::side);
    }

    /** An item of a checklist with what both sides say. */
    public record ItemLine(String title, String left, String right, String source) {
        static final FieldSet<ItemLine> FIELDS = new FieldSet<ItemLine>()
                .plain("内容", ItemLine::title)
                .plain("左方结论", ItemLine::left)
                .plain("右方结论", ItemLine::right)
                .plain("依据", ItemLine::source);
    }

    /** What a side found at a marker. */
    public record MarkerLine(
            String number,
            String side,
            String status,
            String fix,
            String offset,
            String cause,
            String action,
            String otherSide,
            String checked) {
        static final FieldSet<MarkerLine> FIELDS = new FieldSet<MarkerLine>()
                .plain("界桩号", MarkerLine::number)
                .plain("检查方", MarkerLine::side)
                .plain("状况", MarkerLine::status)
                .plain("实测", MarkerLine::fix)
                .plain("位移", MarkerLine::offset)
                .plain("原因", MarkerLine::cause)
                .plain("处理", MarkerLine::action)
                .plain("对方在场", MarkerLine::otherSide)
                .plain("检查", MarkerLine::checked);
    }

    /** What a side found along a stretch. */
    public record StretchLine(
            String stretch,
            String side,
            String identifiable,
            String changes,
            String oneSided,
            String projects,
            String interviews,
            String disputes) {
        static final FieldSet<StretchLine> FIELDS = new FieldSet<StretchLine>()
                .plain("界线段", StretchLine::stretch)
                .plain("检查方", StretchLine::side)
                .plain("可辨认", StretchLine::identifiable)
                .plain("变化", StretchLine::changes)
                .plain("单方标志", StretchLine::oneSided)
                .plain("跨界项目", StretchLine::projects)
                .plain("走访", StretchLine::interviews)
                .plain("争议", StretchLine::disputes);
    }

    /** A side's conclusion. */
    public record Opinion(String side, Optional<String> problems, Optional<String> opinion) {
        static final FieldSet<Opinion> FIELDS = new FieldSet<Opinion>()
                .plain("方", Opinion::side)
                .text("问题", Opinion::problems)
                .text("意见", Opinion::opinion);
    }

    /** A side's signature; empty where it has not signed. */
    public record Signed(String side, Optional<String> by, Optional<String> at) {
        static final FieldSet<Signed> FIELDS = new FieldSet<Signed>()
                .plain("方", Signed::side)
                .text("签字人", Signed::by)
                .text("签字时间", Signed::at);
    }

    static final FieldSet<InspectionSheet> FIELDS = new FieldSet<InspectionSheet>()
            .plain("界线", sheet -> sheet.round.line)
            .plain("左方", sheet -> sheet.round.left)
            .plain("右方", sheet -> sheet.round.right)
            .plain("次数", sheet -> Integer.toString(sheet.round.number))
            .plain("类型", sheet -> sheet.round.kind)
            .text("原因", sheet -> sheet.round.reason)
            .plain("协议", sheet -> sheet.round.agreement)
            .plain("协议版本", sheet -> Integer.toString(sheet.round.version))
            .plain("长度", sheet -> sheet.round.length)
            .plain("开始日期", sheet -> ChineseDate.of(sheet.round.from))
            .plain("结束日期", sheet -> ChineseDate.of(sheet.round.to))
            .plain("牵头方", sheet -> sheet.round.leading)
            .text("上次联检", sheet -> sheet.round.last.map(ChineseDate::of))
            .plain("界桩概况", sheet -> sheet.round.markersSummary)
            .plain("界线概况", sheet -> sheet.round.stretchesSummary)
            .text("报送日期", sheet -> sheet.round.filedOn.map(ChineseDate::of))
            .text("接收单位", sheet -> sheet.round.receiver)
            .list("各参加人员", InspectionSheet::people, Person.FIELDS)
            .list("各分工", InspectionSheet::shares, Share.FIELDS)
            .list("内业核对", InspectionSheet::desk, ItemLine.FIELDS)
            .list("平安边界", InspectionSheet::peace, ItemLine.FIELDS)
            .list("各界桩", InspectionSheet::markers, MarkerLine.FIELDS)
            .list("各界线段", InspectionSheet::stretches, StretchLine.FIELDS)
            .list("各方意见", InspectionSheet::opinions, Opinion.FIELDS)
            .list("各签字", InspectionSheet::signed, Signed.FIELDS)
            .list("各照片", InspectionSheet::photos, ProtectionBook.BookPicture.FIELDS)
            .figure("位置图", InspectionSheet::map)
            .plain("摘要", InspectionSheet::digest)
            .plain("日期", sheet -> ChineseDate.of(sheet.day));

    /** A name for its files. */
    String title() {
        return round.line + "第" + round.number + "次联合检查";
    }
}
