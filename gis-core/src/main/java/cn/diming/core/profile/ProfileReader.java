package cn.diming.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one profile file:
 *
 * <pre>{@code
 * title: 广州市
 * parent: guangdong             # optional
 * divisions: ['4401']           # optional: taken for these divisions when nobody names a profile
 * sections:
 *   rules:
 *     - {key: NAM-14, title: 同音, severity: ERROR, source: 《广东省地名管理条例》第九条第（一）项}
 *     - {key: NAM-16, remove: true, source: 本市不适用}      # takes an inherited row away
 * }</pre>
 *
 * A word list that is too long for the file stands in a text file beside it, one word a line: {@code file: brands.txt}.
 */
final class ProfileReader {

    private static final int LONGEST = 500_000;
    private static final Set<String> KEYS = Set.of("title", "description", "parent", "divisions", "sections");
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final String name;
    private final Function<String, Optional<String>> files;
    private final List<String> faults = new ArrayList<>();

    /** @param files text of a file that stands beside the profile, by its name */
    ProfileReader(String name, Function<String, Optional<String>> files) {
        this.name = name;
        this.files = files;
    }

    /** @throws ProfileRefused with every fault that the file has */
    ProfileSource read(String yaml) {
        Map<?, ?> root = load(yaml);
        unknown(root, KEYS, "文件");
        String title = text(root, "title").orElseGet(() -> fault("缺少 title（名称）"));
        Optional<String> parent = text(root, "parent");
        parent.filter(above -> !above.matches(NAME)).ifPresent(above -> fault("parent 不是档案名：" + above));
        List<String> divisions = divisions(root.get("divisions"));
        Map<String, List<ProfileSource.Entry>> sections = sections(root.get("sections"));
        if (!faults.isEmpty()) {
            throw new ProfileRefused("规则档案 " + name + " 有误：" + String.join("；", faults));
        }
        return new ProfileSource(name, title, text(root, "description"), parent, divisions, sections);
    }

    private Map<?, ?> load(String yaml) {
        if (yaml.length() > LONGEST) {
            throw new ProfileRefused("规则档案 " + name + " 过大（超过 " + LONGEST + " 字）");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(10);
        try {
            Object content = new Yaml(new SafeConstructor(limits)).load(yaml);
            if (content instanceof Map<?, ?> root) {
                return root;
            }
            throw new ProfileRefused("规则档案 " + name + " 应由“键: 值”组成");
        } catch (MarkedYAMLException broken) {
            String place = broken.getProblemMark() == null
                    ? ""
                    : "第 " + (broken.getProblemMark().getLine() + 1) + " 行附近";
            throw new ProfileRefused("规则档案 " + name + " 不是合法的 YAML：" + place + "写法有误，请检查缩进、引号和重复的键", broken);
        } catch (YAMLException broken) {
            throw new ProfileRefused("规则档案 " + name + " 不是合法的 YAML", broken);
        }
    }

    private List<String> divisions(@Nullable Object node) {
        List<String> prefixes = new ArrayList<>();
        for (Object prefix : list(node, "divisions")) {
            if (prefix instanceof String code && code.matches("\\d{2,12}")) {
                prefixes.add(code);
            } else {
                fault("divisions 应为带引号的区划代码前缀，而不是 " + prefix);
            }
        }
        return prefixes;
    }

    private Map<String, List<ProfileSource.Entry>> sections(@Nullable Object node) {
        Map<String, List<ProfileSource.Entry>> sections = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> all) {
            all.forEach((section, rows) -> ProfileShape.find(String.valueOf(section))
                    .ifPresentOrElse(
                            shape -> sections.put(shape.section(), entries(shape, rows)),
                            () -> fault("没有名为 " + section + " 的部分")));
        } else if (node != null) {
            fault("sections 应由各部分组成");
        }
        return sections;
    }

    private List<ProfileSource.Entry> entries(ProfileShape shape, @Nullable Object node) {
        List<ProfileSource.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Object row : list(node, shape.section())) {
            if (!(row instanceof Map<?, ?> fields)) {
                fault(shape.section() + " 中有一条不是“键: 值”：" + row);
            } else {
                String key = String.valueOf(fields.get("key"));
                if (!keys.add(key)) {
                    fault(shape.section() + " 的条目 " + key + " 重复");
                }
                entries.add(entry(shape, key, fields));
            }
        }
        return entries;
    }

    private ProfileSource.Entry entry(ProfileShape shape, String key, Map<?, ?> fields) {
        String where = shape.section() + " 的条目 " + key;
        Optional<String> source = text(fields, "source");
        if (text(fields, "key").isEmpty()) {
            fault(shape.section() + " 中有一条缺少 key");
        }
        if (source.isEmpty()) {
            fault(where + " 缺少 source（依据）");
        }
        if (Boolean.TRUE.equals(fields.get("remove"))) {
            return new ProfileSource.Entry(key, Optional.empty());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldShape field : shape.fields()) {
            Object value = fields.get(field.name());
            if (value != null) {
                field.fault(value).ifPresent(why -> fault(where + "：" + why));
                values.put(field.name(), value instanceof List<?> list ? List.copyOf(list) : value);
            } else if (field.required()) {
                fault(where + " 缺少 " + field.name() + "（" + field.title() + "）");
            }
        }
        Set<String> known = new HashSet<>(Set.of("key", "source"));
        shape.fields().forEach(field -> known.add(field.name()));
        unknown(fields, known, where);
        values.remove("key");
        takeIn(values, where);
        return new ProfileSource.Entry(key, Optional.of(new ProfileRow(key, values, source.orElse(""), name)));
    }

    /** What stands in a file becomes part of the row, so that the stored version holds it all. */
    private void takeIn(Map<String, Object> values, String where) {
        if (values.get("file") instanceof String file) {
            Optional<String> content = file.matches("[\\w.-]+") ? files.apply(file) : Optional.empty();
            if (content.isEmpty()) {
                fault(where + "：找不到文件 " + file);
            }
            List<String> lines = content.orElse("")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (values.containsKey("characters") || where.startsWith("characters")) {
                values.put("characters", values.getOrDefault("characters", "") + String.join("", lines));
            } else {
                List<Object> words = new ArrayList<>(list(values.get("words"), where));
                words.addAll(lines);
                values.put("words", List.copyOf(words));
            }
        }
    }

    private void unknown(Map<?, ?> fields, Set<String> known, String where) {
        fields.keySet().stream()
                .filter(key -> !known.contains(String.valueOf(key)))
                .forEach(key -> fault(where + "没有 " + key + " 这一项"));
    }

    private List<?> list(@Nullable Object node, String where) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof List<?> list) {
            return list;
        }
        fault(where + " 应为列表");
        return List.of();
    }

    private static Optional<String> text(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private String fault(String words) {
        faults.add(words);
        return "";
    }
}
