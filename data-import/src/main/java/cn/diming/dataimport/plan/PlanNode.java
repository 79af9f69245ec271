package cn.diming.dataimport.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of the plan's YAML; everything unexpected is told by its key. */
record PlanNode(Map<?, ?> content) {

    static PlanNode root(Object content) {
        if (content instanceof Map<?, ?> map) {
            return new PlanNode(map);
        }
        throw new PlanRefused("应由“键: 值”组成");
    }

    void allow(String... keys) {
        Set<String> known = Set.of(keys);
        keys().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new PlanRefused("不认识的键 " + key);
        });
    }

    List<String> keys() {
        return content.keySet().stream().map(String::valueOf).toList();
    }

    String getText(String key) {
        return findText(key).orElseThrow(() -> new PlanRefused("缺少 " + key));
    }

    Optional<String> findText(String key) {
        Object value = content.get(key);
        if (value instanceof Map || value instanceof List) {
            throw new PlanRefused(key + " 应是一个值");
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    Optional<PlanNode> findNode(String key) {
        return content.get(key) instanceof Map<?, ?> map ? Optional.of(new PlanNode(map)) : Optional.empty();
    }

    List<PlanNode> nodes(String key) {
        return list(key).stream().map(PlanNode::root).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    Map<String, String> textMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        content.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    private List<Object> list(String key) {
        Object value = content.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        throw new PlanRefused(key + " 应是一个列表");
    }
}
