package cn.diming.tiles.sheet.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The templates that come with the program and those of the bureau, which are added or take a name over. */
public final class SheetTemplates {

    private final Map<String, SheetTemplate> templates = new LinkedHashMap<>();

    private SheetTemplates() {}

    public static SheetTemplates bundled() {
        SheetTemplates all = new SheetTemplates();
        try (InputStream in = Objects.requireNonNull(SheetTemplates.class.getResourceAsStream("sheet-templates.yml"))) {
            all.add(in, "sheet-templates.yml");
        } catch (IOException broken) {
            throw new UncheckedIOException("sheet-templates.yml", broken);
        }
        return all;
    }

    /**
     * The bundled templates and those of a folder.
     *
     * @param folder its files *.yml are written like the bundled one; it need not exist
     * @throws IllegalArgumentException in Chinese, naming the file, when a template makes no sense
     */
    public static SheetTemplates withFolder(Path folder) {
        SheetTemplates all = bundled();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yml"))
                        .sorted()
                        .toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        all.add(in, file.getFileName().toString());
                    }
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("模板文件夹无法读取：" + folder, broken);
            }
        }
        return all;
    }

    public Collection<SheetTemplate> all() {
        return List.copyOf(templates.values());
    }

    public Optional<SheetTemplate> find(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    private void add(InputStream yaml, String file) {
        try {
            Map<String, Map<String, Object>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            root.forEach(this::add);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | YAMLException broken) {
            throw new IllegalArgumentException("模板文件 " + file + " 有误：" + broken.getMessage(), broken);
        }
    }

    /** Under its own name it chooses the orientation; with l or p behind the name it is landscape or portrait. */
    private void add(String name, Map<String, Object> fields) {
        String title = String.valueOf(fields.get("title"));
        List<Layout> both = new ArrayList<>();
        layout(fields.get("landscape")).ifPresent(layout -> {
            both.add(layout);
            templates.put(name + "l", new SheetTemplate(name + "l", title + "（横）", List.of(layout)));
        });
        layout(fields.get("portrait")).ifPresent(layout -> {
            both.add(layout);
            templates.put(name + "p", new SheetTemplate(name + "p", title + "（竖）", List.of(layout)));
        });
        templates.put(name, new SheetTemplate(name, title, both));
    }

    private static Optional<Layout> layout(@Nullable Object fields) {
        if (!(fields instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        double enlargement =
                map.containsKey("enlargement") ? numbers(map, "enlargement", 1).getFirst() : 1;
        List<Double> paper = numbers(map, "paper", 2);
        return Optional.of(new Layout(
                paper.get(0) / enlargement,
                paper.get(1) / enlargement,
                box(map, "border", enlargement),
                box(map, "map", enlargement),
                box(map, "panel", enlargement),
                box(map, "foot", enlargement),
                numbers(map, "cell", 1).getFirst() / enlargement,
                numbers(map, "title", 1).getFirst() / enlargement,
                enlargement));
    }

    private static Box box(Map<?, ?> fields, String name, double enlargement) {
        List<Double> n = numbers(fields, name, 4);
        return new Box(n.get(0) / enlargement, n.get(1) / enlargement, n.get(2) / enlargement, n.get(3) / enlargement);
    }

    private static List<Double> numbers(Map<?, ?> fields, String name, int count) {
        List<?> values = fields.get(name) instanceof List<?> list
                ? list
                : List.of(Objects.requireNonNull(fields.get(name), name));
        if (values.size() != count) {
            throw new IllegalArgumentException(name + " 应有 " + count + " 个数");
        }
        return values.stream().map(value -> ((Number) value).doubleValue()).toList();
    }
}
