package cn.diming.core.record;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** What every record must satisfy whichever way it comes in: form only; the rules of naming are another room's. */
public final class RecordRules {

    private static final int MAX_NAME = 60;
    private static final int MAX_TEXT = 20_000;

    /** Chinese sentences, one for each fault; empty when the draft can be stored. */
    public static List<String> faults(RecordSchema schema, RecordDraft draft) {
        List<String> faults = new ArrayList<>();
        if (draft.sourceKey().isBlank() || draft.sourceKey().length() > 200) {
            faults.add("缺少来源标识，或标识超过 200 字");
        }
        for (Field field : schema.fields()) {
            Object value = draft.values().get(field.column());
            if (value == null) {
                if (field.required()) {
                    faults.add("缺少" + field.title() + "（" + field.column() + "）");
                }
            } else {
                checkValue(field, value, faults);
            }
        }
        draft.values().keySet().stream()
                .filter(column -> schema.findField(column).isEmpty())
                .forEach(column -> faults.add(schema.kind().title() + "没有字段 " + column));
        draft.geometry().ifPresent(geometry -> checkGeometry(schema, geometry, faults));
        checkCodes(schema, draft.values(), faults);
        draft.names().forEach(name -> checkName(name.text(), faults));
        draft.registrations().forEach(entry -> checkRegistration(entry, faults));
        if (schema.kind() != RecordKind.PLACE
                && !(draft.names().isEmpty() && draft.registrations().isEmpty())) {
            faults.add(schema.kind().title() + "没有别名和地名登记");
        }
        return faults;
    }

    /** What is wrong with the form of a name. */
    public static List<String> nameFaults(String name) {
        List<String> faults = new ArrayList<>();
        checkName(name, faults);
        return faults;
    }

    private static void checkRegistration(RecordDraft.Registration entry, List<String> faults) {
        if (!entry.classCode().matches("\\d{5}")) {
            faults.add("地名类别代码应为 5 位数字：" + shorten(entry.classCode()));
        }
        entry.placeCode()
                .filter(code -> !code.matches("\\d{20}"))
                .ifPresent(code -> faults.add("地名代码应为 20 位数字：" + shorten(code)));
    }

    private static void checkValue(Field field, Object value, List<String> faults) {
        boolean fits = switch (field.type()) {
            case TEXT, JSON -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case NUMBER -> value instanceof Double number && Double.isFinite(number);
            case YES_NO -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
        };
        if (!fits) {
            faults.add(field.title() + "不是" + field.type().title() + "：" + shorten(value.toString()));
        } else if (value instanceof String text) {
            checkText(field, text, faults);
        } else if (value instanceof Long number && number != number.intValue()) {
            faults.add(field.title() + "超出范围：" + number);
        }
    }

    private static void checkText(Field field, String text, List<String> faults) {
        if (field.column().equals("name")) {
            checkName(text, faults);
        } else if (text.length() > MAX_TEXT) {
            faults.add(field.title() + "过长（超过 " + MAX_TEXT + " 字）");
        } else if (text.indexOf('\0') >= 0 || (field.type() == Field.Type.JSON && text.contains("\\u0000"))) {
            faults.add(field.title() + "含有不可见的控制字符");
        }
    }

    private static void checkName(String name, List<String> faults) {
        if (name.isBlank()) {
            faults.add("名称是空的");
        } else if (name.codePointCount(0, name.length()) > MAX_NAME) {
            faults.add("名称过长（超过 " + MAX_NAME + " 字）：" + shorten(name));
        } else if (name.codePoints().anyMatch(RecordRules::isInvisible)) {
            faults.add("名称含有不可见的控制字符：" + shorten(visible(name)));
        } else if (name.indexOf('\uFFFD') >= 0) {
            faults.add("名称含有乱码（�），请检查文件编码：" + shorten(name));
        }
    }

    private static String visible(String name) {
        return name.codePoints()
                .mapToObj(c -> isInvisible(c) ? String.format("<U+%04X>", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Control characters, and those that turn the writing direction (they can make one name look like another). */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F;
    }

    private static void checkGeometry(RecordSchema schema, Geometry geometry, List<String> faults) {
        if (!schema.geometryTypes().contains(geometry.getGeometryType())) {
            faults.add(schema.kind().title() + "的几何类型不能是 " + geometry.getGeometryType());
            return;
        }
        GeometryChecks.check(geometry).stream().map(problem -> problem.words()).forEach(faults::add);
    }

    private static void checkCodes(RecordSchema schema, Map<String, Object> values, List<String> faults) {
        for (String column :
                List.of("code", "parent_code", "division_code", "left_code", "right_code", "managing_code")) {
            if (values.get(column) instanceof String code && !isDivisionCode(code)) {
                faults.add("区划代码应为 12 位数字：" + shorten(code));
            }
        }
        if (schema.kind() == RecordKind.DIVISION
                && values.get("level") instanceof Long level
                && (level < 1 || level > DivisionLevel.values().length)) {
            faults.add("行政区划级别应为 1 至 5：" + level);
        }
        if (values.get("left_code") instanceof String left
                && values.get("right_code") instanceof String right
                && isDivisionCode(left)
                && isDivisionCode(right)
                && (left.equals(right) || new DivisionCode(left).level() != new DivisionCode(right).level())) {
            faults.add("界线两侧应为同级的两个区划：" + left + "、" + right);
        }
        if (schema.kind() == RecordKind.PLACE
                && values.get("category") instanceof String category
                && PlaceCategory.find(category).isEmpty()) {
            faults.add("没有这种地名类别：" + shorten(category));
        }
        if (schema.kind() == RecordKind.LOCAL_ENTRY
                && values.get("category") instanceof String category
                && LocalCategory.find(category).isEmpty()) {
            faults.add("没有这种地名+类别：" + shorten(category));
        }
    }

    private static boolean isDivisionCode(String text) {
        try {
            return new DivisionCode(text).digits().length() == 12;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private RecordRules() {}
}
