package cn.diming.core.paper;

import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.PaperKind;
import cn.diming.core.paper.CaseSheet.AffectedPaper;
import cn.diming.core.paper.CaseSheet.Consultation;
import cn.diming.core.paper.CaseSheet.Dates;
import cn.diming.core.paper.CaseSheet.Decided;
import cn.diming.core.paper.CaseSheet.Opinion;
import cn.diming.core.paper.CaseSheet.Request;
import cn.diming.core.paper.NameSheet.Sides;
import cn.diming.core.paper.NameSheet.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Invented cases, complete and less so. */
final class Sheets {

    static final Map<String, String> REPORTS = reports();

    static NameSheet street() {
        return new NameSheet(
                "命名",
                Optional.of("和顺路"),
                Optional.empty(),
                Optional.of("Héshùn Lù"),
                Optional.of("广东省广州市南沙区东涌镇大稳村"),
                Optional.of("街路巷"),
                words("东起大稳村村民委员会，西至大稳市场，呈东西走向", "长约 612 米，宽 6 米", "村内主要道路"),
                Optional.empty(),
                Optional.empty(),
                new Sides(Optional.of("稳中路"), Optional.of("大稳涌"), Optional.of("市场街"), Optional.of("田园路")),
                Optional.of(SketchMapTest.sketch()));
    }

    static NameSheet renamed() {
        return new NameSheet(
                "更名",
                Optional.of("稳兴路"),
                Optional.of("前进路"),
                Optional.of("Wěnxīng Lù"),
                Optional.of("广东省广州市南沙区东涌镇大稳村"),
                Optional.of("街路巷"),
                words("南起大稳大道，北至滘塱桥，呈南北走向", "长约 480 米，宽 7 米", "村内次要道路"),
                Optional.empty(),
                Optional.empty(),
                Sides.UNKNOWN,
                Optional.of(SketchMapTest.sketch()));
    }

    static NameSheet cancelled() {
        return new NameSheet(
                "销名",
                Optional.of("旧涌尾巷"),
                Optional.of("旧涌尾巷"),
                Optional.of("Jiùchōngwěi Xiàng"),
                Optional.of("广东省广州市南沙区东涌镇大稳村"),
                Optional.of("街路巷"),
                words("原位于大稳涌南岸，东起旧码头，西至稳中路", "长约 90 米", "巷"),
                Optional.empty(),
                Optional.empty(),
                Sides.UNKNOWN,
                Optional.of(SketchMapTest.sketch()));
    }

    private static Words words(String location, String scale, String nature) {
        return new Words(
                Optional.of(location),
                Optional.of(scale),
                Optional.of(nature),
                Optional.of("取和睦顺遂之意，寄托村民邻里和睦、生活顺遂的愿望。"),
                Optional.of("该路 2019 年硬底化后尚无正式名称，村民俗称“村道一”。"),
                Optional.empty());
    }

    static CaseSheet complete(CaseType type, List<NameSheet> names) {
        LocalDate approved = LocalDate.of(2026, 3, 20);
        return new CaseSheet(
                5120,
                type,
                names.getFirst().name().orElseThrow() + type.title(),
                "广东省广州市南沙区东涌镇大稳村",
                "广州市南沙区民政局",
                new Request(
                        Optional.of("广州市南沙区东涌镇大稳村村民委员会"),
                        Optional.of("陈先生 020-00000000"),
                        Optional.of("该路为村内主要道路，沿线有住户 86 户、商铺 12 间，长期没有名称，群众寄递、就医、报警多有不便，经村民会议讨论，申请命名。")),
                new Dates(
                        Optional.of(LocalDate.of(2026, 1, 12)),
                        Optional.of(LocalDate.of(2026, 1, 26)),
                        Optional.of(LocalDate.of(2026, 2, 5)),
                        Optional.of(LocalDate.of(2026, 3, 25)),
                        Optional.of(LocalDate.of(2026, 3, 27))),
                new Decided(
                        Optional.of("广州市南沙区人民政府"),
                        Optional.of(approved),
                        Optional.of("穗南府批〔2026〕12号"),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        Optional.of("广州市民政局"),
                        Optional.empty()),
                new Consultation(
                        Optional.of(LocalDate.of(2026, 2, 9)),
                        Optional.of(LocalDate.of(2026, 2, 16)),
                        Optional.of("广州市南沙区民政局区划地名科"),
                        List.of(
                                new Opinion(LocalDate.of(2026, 2, 10), "赞成", "名字好记，同意。", Optional.empty()),
                                new Opinion(
                                        LocalDate.of(2026, 2, 12),
                                        "建议",
                                        "与邻镇何顺路读音相同，建议快递地址注明镇名〓",
                                        Optional.of("采纳。标准地址中写明东涌镇。")))),
                REPORTS,
                names,
                List.of(
                        new AffectedPaper("居民身份证、户口簿", "公安机关", "有效期内继续使用；换领、补领时变更", "《地名管理条例》第十八条"),
                        new AffectedPaper("不动产权证书", "自然资源部门", "办理其他登记时一并变更，或依申请变更", "《地名管理条例》第十八条")));
    }

    /** A case of which hardly anything is known yet. */
    static CaseSheet bare() {
        NameSheet name = new NameSheet(
                "命名",
                Optional.of("和顺路"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Words(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Sides.UNKNOWN,
                Optional.empty());
        return new CaseSheet(
                1,
                CaseType.NAME,
                "和顺路命名",
                "广东省广州市南沙区东涌镇大稳村",
                "广州市南沙区民政局",
                new Request(Optional.empty(), Optional.empty(), Optional.empty()),
                new Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Decided(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Consultation(Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                Map.of(),
                List.of(name),
                List.of());
    }

    static RegisterSheet register() {
        return new RegisterSheet(
                Map.ofEntries(
                        Map.entry("标准名称", "李家坪"),
                        Map.entry("代码", "34001100022200000017"),
                        Map.entry("罗马字母拼写", "Lǐjiāpíng"),
                        Map.entry("别名", "坪上"),
                        Map.entry("类别名称", "农村居民点"),
                        Map.entry("所在（跨）行政区", "安徽省安庆市云溪县白坝镇李家坪村"),
                        Map.entry("使用时间", "现今"),
                        Map.entry("东经", "117°43′32.5″"),
                        Map.entry("北纬", "30°36′59.8″"),
                        Map.entry("坐标系", "2000国家大地坐标系"),
                        Map.entry("含义", "李姓聚居的山间平地。"),
                        Map.entry("历史沿革", "1958年属白坝公社，1984年属白坝乡，1992年起属白坝镇。"),
                        Map.entry("地理实体描述", "位于白坝镇东北部，聚落沿溪呈带状分布，有农户四十余户，以茶叶、毛竹为主要经济来源。"),
                        Map.entry("资料来源及出处", "《云溪县地名志》"),
                        Map.entry("登记时间", "2026年1月15日"),
                        Map.entry("登记人", "王技术员"),
                        Map.entry("登记单位", "云溪县民政局")),
                Optional.of(SketchMapTest.sketch()));
    }

    static RegisterList registerList(int count) {
        return new RegisterList(
                "地名目录表",
                "安徽省安庆市云溪县白坝镇 农村居民点",
                LocalDate.of(2026, 1, 15),
                java.util.stream.IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new RegisterList.Line(
                                Optional.of("3400110002220000%04d".formatted(i)),
                                "李家坪",
                                Optional.of("Lǐjiāpíng"),
                                Optional.of("农村居民点"),
                                Optional.of("安徽省安庆市云溪县白坝镇李家坪村"),
                                Optional.of("标准地名")))
                        .toList());
    }

    static ProtectionBook book(List<ProtectionBook.BookPicture> pictures) {
        ProtectionBook.ProtectedEntry plain = entry(2, "塱尾村", "Lǎngwěi Cūn", List.of());
        ProtectionBook.ProtectedEntry pictured = entry(1, "恩宁路", "Ēnníng Lù", pictures);
        ProtectionBook.ProtectedEntry third = entry(3, "永庆坊", "Yǒngqìng Fāng", List.of());
        return new ProtectionBook(
                "广东省广州市",
                "广州市民政局",
                LocalDate.of(2026, 1, 31),
                List.of(
                        new ProtectionBook.Chapter("古村古庄", List.of(plain)),
                        new ProtectionBook.Chapter("老街老巷", List.of(pictured, third))),
                List.of(
                        new ProtectionBook.IndexLine(1, "恩宁路", "老街老巷", Optional.of("E")),
                        new ProtectionBook.IndexLine(2, "塱尾村", "古村古庄", Optional.of("L")),
                        new ProtectionBook.IndexLine(3, "永庆坊", "老街老巷", Optional.of("Y"))));
    }

    private static ProtectionBook.ProtectedEntry entry(
            long id, String name, String romanised, List<ProtectionBook.BookPicture> pictures) {
        return new ProtectionBook.ProtectedEntry(
                id,
                name,
                Optional.of(romanised),
                Optional.of("广东省广州市荔湾区"),
                new ProtectionBook.ProtectedEntry.Words(
                        Optional.of("取恩泽安宁之意。"),
                        Optional.of("因昔日恩洲、宁远两里而得名。"),
                        Optional.of("始建于 1931 年，为连接宝华路与大同路的骑楼街，全长约 737 米，2011 年起成片保护修缮。"),
                        Optional.of("八和会馆于 1889 年前后在此设立，粤剧艺人聚居。"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("设立标志；派生命名；活化使用"),
                        Optional.of("恩洲直街")),
                pictures);
    }

    private static Map<String, String> reports() {
        Map<String, String> reports = new HashMap<>();
        for (PaperKind.Section section : Stream.of(PaperKind.values())
                .flatMap(kind -> kind.sections().stream())
                .toList()) {
            reports.put(
                    section.key(),
                    section.title()
                            + "方面，经核查，拟用名称由专名和通名两部分组成，用字均在《通用规范汉字表》内，在同一建成区内不重名、不同音，符合《地名管理条例》第九条的规定。"
                            + "名称含义健康，与该路的位置、规模、性质相符，群众认可度高。\n经走访沿线住户和商铺，未发现可能引发争议的情形；地名标志设置和门牌编制所需经费已列入年度预算，组织实施有保障。");
        }
        return Map.copyOf(reports);
    }

    private Sheets() {}
}
