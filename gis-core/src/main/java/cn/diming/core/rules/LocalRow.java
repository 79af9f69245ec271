package cn.diming.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A row of local rules, or a part of one, as its YAML file has it. What is missing or of another kind is named in Chinese. */
public final class LocalRow {

    private final Map<String, Object> values;

    private LocalRow(Map<String, Object> values) {
        this.values = values;
    }

    /** The rows of a file that comes with the program, made into rules, by name in the order of the file. */
    public static <P> Map<String, P> bundled(Class<?> owner, String file, String title, Function<LocalRow, P> make) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file))) {
            return read(in, title, make);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The rows of a file, made into rules, by name in the order of the file.
     *
     * @param title what such a row is called, for messages
     * @throws IllegalArgumentException when a row makes no sense; the message names it, in Chinese
     */
    public static <P> Map<String, P> read(InputStream yaml, String title, Function<LocalRow, P> make) {
        List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<String, P> byName = new LinkedHashMap<>();
        for (Map<String, Object> values : rows) {
            LocalRow row = new LocalRow(values);
            String name = row.text("name");
            if (byName.put(name, row.made(title + "“" + name + "”", make)) != null) {
                throw new IllegalArgumentException(title + "“" + name + "”写了两次");
            }
        }
        return byName;
    }

    private <P> P made(String title, Function<LocalRow, P> make) {
        try {
            return make.apply(this);
        } catch (IllegalArgumentException | ClassCastException bad) {
            throw new IllegalArgumentException(title + "有误：" + bad.getMessage(), bad);
        }
    }

    public String text(String key) {
        return value(key).toString();
    }

    public Optional<String> findText(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    public double number(String key) {
        return ((Number) value(key)).doubleValue();
    }

    public double number(String key, double otherwise) {
        return values.containsKey(key) ? number(key) : otherwise;
    }

    public int integer(String key) {
        return (Integer) value(key);
    }

    /** False where nothing is said. */
    public boolean isTrue(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    @SuppressWarnings("unchecked")
    public LocalRow part(String key) {
        return new LocalRow((Map<String, Object>) value(key));
    }

    /** Parts under names of their own. */
    public Map<String, LocalRow> parts(String key) {
        LocalRow whole = part(key);
        return whole.values.keySet().stream()
                .collect(Collectors.toMap(name -> name, whole::part, (one, other) -> one, LinkedHashMap::new));
    }

    /** Parts one after the other. */
    @SuppressWarnings("unchecked")
    public List<LocalRow> list(String key) {
        List<LocalRow> parts = new ArrayList<>();
        ((List<Map<String, Object>>) value(key)).forEach(each -> parts.add(new LocalRow(each)));
        return parts;
    }

    /** Words or numbers one after the other; none where nothing is said. */
    public List<?> values(String key) {
        return (List<?>) values.getOrDefault(key, List.of());
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("缺少 " + key);
        }
        return value;
    }
}
