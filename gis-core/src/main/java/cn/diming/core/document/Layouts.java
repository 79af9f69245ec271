package cn.diming.core.document;

import cn.diming.core.document.Layout.Folio;
import cn.diming.core.document.Layout.Page;
import cn.diming.core.document.Style.Align;
import cn.diming.core.document.Style.Glue;
import cn.diming.core.font.Typeface;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of page layouts and styles (版式). */
final class Layouts {

    private static final Map<String, Double> SIZES = sizes();
    private static final double LINES_PER_SIZE = 1.5;

    private final Map<String, Map<String, Object>> faces;
    private final Map<String, Map<String, Object>> sheets;

    private Layouts(Map<String, Object> root) {
        this.faces = children(root, "字体");
        this.sheets = children(root, "版式");
    }

    /** @throws TemplateFault when the file is not as it should be */
    static Map<String, Layout> read(String file, String yaml) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Layouts layouts = new Layouts(map(root, "文件"));
            Map<String, Layout> read = new LinkedHashMap<>();
            layouts.sheets.keySet().forEach(name -> read.put(name, layouts.layout(name)));
            return read;
        } catch (YAMLException | IllegalArgumentException | ClassCastException broken) {
            throw new TemplateFault(file, 0, String.valueOf(broken.getMessage()));
        }
    }

    private Layout layout(String name) {
        Map<String, Object> sheet = sheet(name, 0);
        List<Double> paper = numbers(sheet, "纸张", 2);
        List<Double> margins = numbers(sheet, "页边", 4);
        Page page =
                new Page(paper.get(0), paper.get(1), margins.get(0), margins.get(1), margins.get(2), margins.get(3));
        double pitch = number(sheet, "行距", 29);
        Map<String, Style> styles = new HashMap<>();
        children(sheet, "样式").forEach((title, values) -> styles.put(title, style(title, values, pitch)));
        for (String needed : List.of(Layout.BODY, Layout.CELL, Layout.CELL_HEAD, Layout.NOTE)) {
            require(styles.containsKey(needed), "版式“" + name + "”缺少样式“" + needed + "”");
        }
        return new Layout(name, page, folio(map(sheet.get("页码"), "页码"), pitch), styles);
    }

    /** A layout that rests on another (依) has all of it that it does not say anew. */
    private Map<String, Object> sheet(String name, int depth) {
        require(depth < 5, "版式“" + name + "”绕着圈子相依");
        Map<String, Object> own = found(sheets, name, "没有版式“" + name + "”");
        if (!(own.get("依") instanceof String parent)) {
            return own;
        }
        Map<String, Object> all = new LinkedHashMap<>(sheet(parent, depth + 1));
        own.forEach((key, value) ->
                all.merge(key, value, (old, now) -> key.equals("样式") ? joined(map(old, key), map(now, key)) : now));
        return all;
    }

    private static Map<String, Object> joined(Map<String, Object> old, Map<String, Object> now) {
        Map<String, Object> all = new LinkedHashMap<>(old);
        all.putAll(now);
        return all;
    }

    private Folio folio(Map<String, Object> values, double pitch) {
        return new Folio(
                style("页码", values, pitch),
                text(values, "式样", "{页}"),
                text(values, "位置", "居中").equals("外侧"),
                !text(values, "首页", "有").equals("无"),
                number(values, "距离", 7));
    }

    private Style style(String name, Map<String, Object> values, double sheetPitch) {
        String wanted = text(values, "字体", "宋体");
        Map<String, Object> face = found(faces, wanted, "样式“" + name + "”的字体“" + wanted + "”没有定义");
        double size = size(name, values.getOrDefault("字号", "三号"));
        double pitch = values.get("行距") instanceof String
                ? Math.round(size * LINES_PER_SIZE * 2) / 2.0
                : number(values, "行距", sheetPitch);
        return new Style(
                name,
                typeface(text(face, "印刷", "宋")),
                text(face, "文字处理", "宋体"),
                Boolean.TRUE.equals(face.get("加粗")),
                size,
                pitch,
                choice(Align.values(), Align::title, text(values, "对齐", "两端"), name),
                number(values, "首行缩进", 0),
                number(values, "左缩进", 0),
                number(values, "右缩进", 0),
                number(values, "段前", 0),
                number(values, "段后", 0),
                number(values, "字距", 0),
                Integer.parseInt(text(values, "颜色", "000000"), 16),
                choice(Glue.values(), Glue::title, text(values, "不分离", ""), name),
                (int) number(values, "大纲", 0));
    }

    private static Typeface typeface(String title) {
        return switch (title) {
            case "宋" -> Typeface.SONG;
            case "黑" -> Typeface.HEI;
            default -> throw new IllegalArgumentException("印刷字体只有“宋”和“黑”，没有“" + title + "”");
        };
    }

    private static double size(String name, Object value) {
        if (value instanceof Number points) {
            return points.doubleValue();
        }
        return Optional.ofNullable(SIZES.get(value.toString()))
                .orElseThrow(() -> new IllegalArgumentException("样式“" + name + "”的字号“" + value + "”无效"));
    }

    /** The sizes of Chinese type in points. */
    private static Map<String, Double> sizes() {
        Map<String, Double> sizes = new HashMap<>();
        String[] names = {"初号", "小初", "一号", "小一", "二号", "小二", "三号", "小三", "四号", "小四", "五号", "小五", "六号"};
        double[] points = {42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9, 7.5};
        for (int i = 0; i < names.length; i++) {
            sizes.put(names[i], points[i]);
        }
        return sizes;
    }

    private static <E> E choice(E[] all, Function<E, String> title, String wanted, String style) {
        for (E one : all) {
            if (title.apply(one).equals(wanted)) {
                return one;
            }
        }
        throw new IllegalArgumentException("样式“" + style + "”中没有“" + wanted + "”这种写法");
    }

    private static Map<String, Map<String, Object>> children(Map<String, Object> parent, String key) {
        Map<String, Map<String, Object>> children = new LinkedHashMap<>();
        map(parent.get(key), key).forEach((name, value) -> children.put(name, map(value, name)));
        return children;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value, String what) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException("“" + what + "”应为若干“名称: 值”");
    }

    private static Map<String, Object> found(Map<String, Map<String, Object>> all, String name, String fault) {
        return Optional.ofNullable(all.get(name)).orElseThrow(() -> new IllegalArgumentException(fault));
    }

    private static List<Double> numbers(Map<String, Object> values, String key, int count) {
        if (values.get(key) instanceof List<?> list && list.size() == count) {
            return list.stream().map(number -> ((Number) number).doubleValue()).toList();
        }
        throw new IllegalArgumentException("“" + key + "”应为 " + count + " 个数");
    }

    private static double number(Map<String, Object> values, String key, double otherwise) {
        return values.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static String text(Map<String, Object> values, String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }
}
