package cn.diming.core.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the rows of each section hold. A room that wants rows of its own in the profiles adds its section here; what is not
 * written here is refused when a profile is read.
 */
enum ProfileShape {
    SETTINGS("settings", "总则", text("value", "值").must(), text("note", "说明")),
    RULES(
            "rules",
            "规则",
            text("key", "编号").oneOf(Words.RULES),
            text("title", "名称").must(),
            severity("severity", "严重程度").must(),
            severity("old", "对老地名"),
            texts("categories", "适用类别").oneOf(Words.CATEGORIES),
            yesNo("justify", "须写明理由")),
    WORDS(
            "words",
            "词表",
            text("rule", "规则").must().oneOf(Words.RULES),
            text("title", "名称").must(),
            text("match", "比对方式").must().oneOf(List.of("WHOLE", "START", "PART", "SOUND", "LIST")),
            texts("words", "词"),
            text("file", "词表文件"),
            texts("except", "例外"),
            severity("severity", "严重程度")),
    GENERICS(
            "generics",
            "各类通名",
            text("key", "类别").oneOf(Words.CATEGORIES),
            texts("families", "通名族").must().oneOf(Words.FAMILIES),
            texts("also", "另可用"),
            texts("not", "不可用")),
    SCOPES(
            "scopes",
            "重名范围",
            texts("categories", "类别").oneOf(Words.CATEGORIES),
            texts("classes", "类别代码"),
            text("scope", "范围").must().oneOf(Words.SCOPES),
            text("where", "新名称位于").oneOf(List.of("URBAN", "RURAL")),
            severity("severity", "严重程度").must()),
    SOUNDS(
            "sounds",
            "音形相近的级别",
            text("key", "级别")
                    .oneOf(List.of("SAME_SOUND", "NEAR_SOUND", "SAME_SPECIFIC", "SAME_CANTONESE", "LOOK_ALIKE")),
            text("title", "名称").must(),
            text("rule", "规则").must().oneOf(Words.RULES),
            severity("severity", "严重程度").must(),
            yesNo("tones", "声调须相同"),
            yesNo("merged", "不分 n/l 与 ng/零声母")),
    USES(
            "uses",
            "非现用名称",
            text("key", "用途").oneOf(List.of("PROPOSED", "FORMER", "CANCELLED", "ALIAS", "SHORT")),
            text("title", "名称").must(),
            severity("severity", "严重程度").must()),
    CHARACTERS("characters", "准用字", text("characters", "字"), text("file", "字表文件"), severity("severity", "严重程度")),
    POLYPHONES("polyphones", "须确认读音的字", text("readings", "读音").must(), texts("words", "读音已定的词")),
    THRESHOLDS(
            "thresholds",
            "通名的规模要求",
            texts("generics", "通名").must(),
            texts("categories", "类别").must().oneOf(Words.CATEGORIES),
            texts("any", "至少满足一项").comparing(),
            texts("all", "须全部满足").comparing(),
            text("note", "说明")),
    PROTECTION("protection", "保护名录类别", text("title", "名称").must()),
    STEPS(
            "steps",
            "办理环节",
            text("stage", "环节").must(),
            text("role", "办理角色").must(),
            text("level", "办理层级").must().oneOf(List.of("VILLAGE", "TOWN", "COUNTY", "PREFECTURE", "PROVINCE")),
            texts("types", "事项类型"),
            texts("categories", "类别").oneOf(Words.CATEGORIES),
            text("where", "位于").oneOf(List.of("URBAN", "RURAL")),
            texts("papers", "文书"),
            number("minimumDays", "至少几日")),
    TIMERS(
            "timers",
            "期限",
            text("title", "名称").must(),
            text("start", "起算").must(),
            text("stop", "止算").must(),
            number("length", "长度").must(),
            text("unit", "单位").must().oneOf(List.of("CALENDAR_DAY", "WORKING_DAY", "MONTH", "YEAR")),
            number("remindDays", "提前几日提醒"),
            texts("types", "事项类型"),
            texts("organisations", "批准机关"),
            texts("pauses", "停算的状态")),
    TOLERANCES(
            "tolerances",
            "容差与限值",
            text("title", "名称").must(),
            decimal("number", "数值").must(),
            text("note", "说明")),
    INSPECTION(
            "inspection",
            "联检核对项",
            text("part", "清单").must().oneOf(List.of("DESK", "PEACE")),
            text("title", "内容").must(),
            text("note", "说明"),
            yesNo("must", "必填")),
    VALUES("values", "其他取值", text("title", "名称"), number("number", "数值"), text("value", "值"), text("note", "说明"));

    private final String section;
    private final String title;
    private final List<FieldShape> fields;

    ProfileShape(String section, String title, FieldShape... fields) {
        this.section = section;
        this.title = title;
        this.fields = List.of(fields);
    }

    static Optional<ProfileShape> find(String section) {
        return Arrays.stream(values())
                .filter(shape -> shape.section.equals(section))
                .findFirst();
    }

    String section() {
        return section;
    }

    /** In Chinese, for people. */
    String title() {
        return title;
    }

    List<FieldShape> fields() {
        return fields;
    }

    private static FieldShape text(String name, String title) {
        return new FieldShape(name, title, FieldShape.Type.TEXT);
    }

    private static FieldShape texts(String name, String title) {
        return new FieldShape(name, title, FieldShape.Type.TEXTS);
    }

    private static FieldShape number(String name, String title) {
        return new FieldShape(name, title, FieldShape.Type.NUMBER);
    }

    private static FieldShape decimal(String name, String title) {
        return new FieldShape(name, title, FieldShape.Type.DECIMAL);
    }

    private static FieldShape yesNo(String name, String title) {
        return new FieldShape(name, title, FieldShape.Type.YES_NO);
    }

    private static FieldShape severity(String name, String title) {
        return text(name, title).oneOf(List.of("ERROR", "WARN", "INFO", "OFF"));
    }

    /** The words that several shapes allow; a class of its own because an enum's constants cannot see its fields yet. */
    private static final class Words {
        static final List<String> CATEGORIES = List.of(
                "NATURAL",
                "DIVISION",
                "VILLAGE_SEAT",
                "PARK",
                "STREET",
                "NATURAL_VILLAGE",
                "ESTATE",
                "FACILITY",
                "OTHER");
        static final List<String> SCOPES =
                List.of("VILLAGE", "TOWN", "BUILT_UP_AREA", "DISTRICT", "CITY", "PROVINCE", "COUNTRY");
        static final List<String> FAMILIES =
                List.of("DIVISION", "COMMUNITY", "SETTLEMENT", "STREET", "WATER", "LAND", "ESTATE", "FACILITY");
        static final List<String> RULES = IntStream.rangeClosed(1, 23)
                .mapToObj(number -> String.format(Locale.ROOT, "NAM-%02d", number))
                .toList();
    }
}
