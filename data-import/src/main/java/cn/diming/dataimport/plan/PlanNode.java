package cn.diming.dataimport.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the plan's YAML; everything unexpected is told by its key.
 *
 * @param where its own key in the plan; empty for the plan as a whole
 */
record PlanNode(String where, Map<?, ?> content) {

    static PlanNode root(Object content) {
        if (content instanceof Map<?, ?> map) {
            return new PlanNode("", map);
        }
        throw new PlanRefused("应由“键: 值”组成");
    }

    void allow(String... keys) {
        List<String> known = List.of(keys);
        keys().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new PlanRefused("不认识的键 " + name(key) + "，可用 " + String.join("、", known));
        });
    }

    List<String> keys() {
        return content.keySet().stream().map(String::valueOf).toList();
    }

    /** A key as a person finds it in the plan: {@code fields.level}. */
    String name(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    /** What is needed and not there. */
    PlanRefused missing(String key) {
        return new PlanRefused("缺少 " + name(key));
    }

    <T> T get(String key, Function<String, T> parse) {
        return find(key, parse).orElseThrow(() -> missing(key));
    }

    /** @throws PlanRefused that names the key when {@code parse} refuses the text */
    <T> Optional<T> find(String key, Function<String, T> parse) {
        try {
            return findText(key).map(parse);
        } catch (PlanRefused | IllegalArgumentException wrong) {
            throw new PlanRefused(name(key) + "：" + wrong.getMessage(), wrong);
        }
    }

    Optional<String> findText(String key) {
        return text(name(key), content.get(key));
    }

    Optional<PlanNode> findNode(String key) {
        Object value = content.get(key);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(node(name(key), value));
    }

    boolean hasNode(String key) {
        return content.get(key) instanceof Map;
    }

    List<PlanNode> nodes(String key) {
        List<PlanNode> nodes = new ArrayList<>();
        for (Object item : list(key)) {
            nodes.add(node(name(key) + "[" + nodes.size() + "]", item));
        }
        return nodes;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            String place = name(key) + "[" + texts.size() + "]";
            texts.add(text(place, item).orElseThrow(() -> new PlanRefused(place + " 是空的")));
        }
        if (Set.copyOf(texts).size() < texts.size()) {
            throw new PlanRefused(name(key) + " 有重复的项");
        }
        return texts;
    }

    Map<String, String> textMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        content.forEach((key, value) -> texts.put(
                String.valueOf(key), text(name(String.valueOf(key)), value).orElse("")));
        return texts;
    }

    private static PlanNode node(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new PlanNode(where, map);
        }
        throw new PlanRefused(where + " 应由“键: 值”组成");
    }

    private static Optional<String> text(String where, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.strip()).filter(t -> !t.isEmpty());
        }
        throw new PlanRefused(where + " 应是一个值");
    }

    private List<?> list(String key) {
        Object value = content.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new PlanRefused(name(key) + " 应是一个列表");
    }
}
