package cn.diming.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of the place-name registration form (地名登记表) of the second national survey (第二次全国地名普查), and where a
 * record has each of them. Forms, exports and papers read this list.
 */
public final class RegistrationForm {

    private static final List<String> NO_CHOICES = List.of();

    /** In the form's order, titles as printed there. */
    private static final List<Entry> FIELDS = List.of(
            new Entry("代码", Source.REGISTRATION, "placeCode", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("标准名称", Source.COLUMN, "name", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("别名", Source.NAMES, "ALIAS", Field.Type.TEXT, false, NO_CHOICES),
            new Entry("简称", Source.NAMES, "SHORT", Field.Type.TEXT, false, NO_CHOICES),
            attribute("图上名称", "mapName"),
            attribute("图号（年版）", "mapSheet"),
            attribute("比例尺", "mapScale"),
            new Entry("罗马字母拼写", Source.COLUMN, "romanised", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("地名读音", Source.MEDIA, "voice", Field.Type.TEXT, false, NO_CHOICES),
            attribute("通名罗马字母拼写", "genericRomanised"),
            attribute("民族文字", "minorityWriting"),
            attribute("语种", "language"),
            new Entry("使用时间", Source.COLUMN, "status", Field.Type.TEXT, true, List.of("现今", "历史")),
            attribute("命名时间", "namedOn"),
            attribute("密级", "secrecy", "公开", "内部", "秘密", "机密", "绝密"),
            attribute("设立年份", "establishedYear", Field.Type.INTEGER),
            attribute("废止年份", "abolishedYear", Field.Type.INTEGER),
            attribute("标牌个数", "signCount", Field.Type.INTEGER),
            attribute("高程", "elevationMetres", Field.Type.NUMBER),
            new Entry("东经", Source.GEOMETRY, "minLon", Field.Type.NUMBER, false, NO_CHOICES),
            new Entry("至东经", Source.GEOMETRY, "maxLon", Field.Type.NUMBER, false, NO_CHOICES),
            new Entry("北纬", Source.GEOMETRY, "minLat", Field.Type.NUMBER, false, NO_CHOICES),
            new Entry("至北纬", Source.GEOMETRY, "maxLat", Field.Type.NUMBER, false, NO_CHOICES),
            new Entry("坐标系", Source.FIXED, "2000", Field.Type.TEXT, false, List.of("2000")),
            attribute("测量方法", "surveyMethod", "实测", "图解"),
            new Entry("类别名称", Source.COLUMN, "class_code", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("含义", Source.COLUMN, "meaning", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("历史沿革", Source.COLUMN, "history", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("地理实体描述", Source.COLUMN, "description", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("多媒体信息", Source.MEDIA, "photo", Field.Type.TEXT, false, NO_CHOICES),
            attribute("其他信息", "otherInformation"),
            attribute("资料来源及出处", "source"),
            attribute("备注", "remark"),
            new Entry("登记时间", Source.AUDIT, "at", Field.Type.DATE, true, NO_CHOICES),
            new Entry("登记人", Source.AUDIT, "account", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("登记单位", Source.AUDIT, "office", Field.Type.TEXT, true, NO_CHOICES),
            new Entry("所在（跨）行政区", Source.COLUMN, "division_code", Field.Type.TEXT, true, NO_CHOICES));

    private static final List<String> BY_PROCEDURE = List.of("name", "status", "division_code");
    private static final int LAST_YEAR = 9999;
    private static final int MOST_SIGNS = 100_000;
    private static final double HIGHEST_METRES = 9000;

    /** Where the value of a field comes from. */
    public enum Source {
        /** A column of the place. */
        COLUMN,
        /** A key of the column {@code attributes}. */
        ATTRIBUTE,
        /** Further names of a kind. */
        NAMES,
        /** The entry in the national register. */
        REGISTRATION,
        /** The box of the geometry. */
        GEOMETRY,
        /** Photos and voice recordings. */
        MEDIA,
        /** The audit log: who registered it, when. */
        AUDIT,
        /** Always the same. */
        FIXED
    }

    /**
     * A field of the form.
     *
     * @param title as printed
     * @param key column, key of {@code attributes}, or what the source calls it
     * @param required marked so in the form
     * @param choices the values it may have; empty = any
     */
    public record Entry(
            String title, Source source, String key, Field.Type type, boolean required, List<String> choices) {

        /** Whether staff may set it without a case, as a column or an attribute. */
        public boolean isEditable() {
            return source == Source.ATTRIBUTE || (source == Source.COLUMN && !BY_PROCEDURE.contains(key));
        }
    }

    public static List<Entry> fields() {
        return FIELDS;
    }

    /**
     * What is wrong with attributes of the form that were set; one Chinese sentence each. Values that were there before are
     * left alone: a source may have brought them.
     *
     * @param before JSON of the column, empty when there was none
     */
    public static List<String> faults(Optional<String> before, Optional<String> after) {
        JsonNode old = parse(before);
        JsonNode now = parse(after);
        List<String> faults = new ArrayList<>();
        for (Entry field : FIELDS) {
            JsonNode value = now.path(field.key);
            if (field.source == Source.ATTRIBUTE && !value.isMissingNode() && !value.equals(old.path(field.key))) {
                fault(field, value).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<String> fault(Entry field, JsonNode value) {
        boolean fits = switch (field.type) {
            case INTEGER -> value.canConvertToInt() && value.isIntegralNumber() && inRange(field, value.asInt());
            case NUMBER -> value.isNumber() && Math.abs(value.asDouble()) <= HIGHEST_METRES;
            default -> value.isString() && (field.choices.isEmpty() || field.choices.contains(value.asString()));
        };
        if (fits) {
            return Optional.empty();
        }
        return Optional.of(
                field.choices.isEmpty()
                        ? field.title + "应为合理的" + field.type.title() + "（" + field.key + "）"
                        : field.title + "应为 " + String.join("、", field.choices) + " 之一（" + field.key + "）");
    }

    private static boolean inRange(Entry field, int number) {
        return field.key.equals("signCount")
                ? number >= 0 && number <= MOST_SIGNS
                : number != 0 && Math.abs(number) <= LAST_YEAR;
    }

    private static JsonNode parse(Optional<String> json) {
        try {
            return JsonMapper.shared().readTree(json.orElse("{}"));
        } catch (JacksonException noJson) {
            return Objects.requireNonNull(JsonMapper.shared().createObjectNode());
        }
    }

    private static Entry attribute(String title, String key, String... choices) {
        return new Entry(title, Source.ATTRIBUTE, key, Field.Type.TEXT, false, List.of(choices));
    }

    private static Entry attribute(String title, String key, Field.Type type) {
        return new Entry(title, Source.ATTRIBUTE, key, type, false, NO_CHOICES);
    }

    private RegistrationForm() {}
}
