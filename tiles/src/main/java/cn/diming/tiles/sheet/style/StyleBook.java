package cn.diming.tiles.sheet.style;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Pen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules of printed sheets, bottom to top, read from {@code sheet-style.yml}, which explains its fields. */
public final class StyleBook {

    /** Border of the territory, as named in the book. */
    public static final String OWN_BORDER = "own-border";

    private static final StyleBook BUNDLED = readBundled();

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byLayer;
    private final Map<String, Ink> palette;

    private StyleBook(List<Rule> rules, Map<String, Ink> palette) {
        this.rules = List.copyOf(rules);
        this.byLayer = rules.stream().collect(Collectors.groupingBy(Rule::layer));
        this.palette = Map.copyOf(palette);
    }

    /** The book that comes with the program. */
    public static StyleBook bundled() {
        return BUNDLED;
    }

    private static StyleBook readBundled() {
        try (InputStream in = Objects.requireNonNull(StyleBook.class.getResourceAsStream("sheet-style.yml"))) {
            return read(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("sheet-style.yml", broken);
        }
    }

    /**
     * Reads a book in YAML.
     *
     * @throws IllegalArgumentException if a rule makes no sense; the message is Chinese and names it
     */
    @SuppressWarnings("unchecked")
    public static StyleBook read(InputStream yaml) {
        try {
            Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Map<String, Ink> palette = ((Map<String, String>) required(root, "palette"))
                    .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Ink.of(e.getValue())));
            List<Rule> rules = ((List<Map<String, Object>>) required(root, "rules"))
                    .stream().map(row -> new RuleReader(row, palette).rule()).toList();
            return new StyleBook(rules, palette);
        } catch (ClassCastException | NullPointerException | YAMLException broken) {
            throw new IllegalArgumentException("样式文件的结构不对：" + broken.getMessage(), broken);
        }
    }

    private static Object required(Map<String, Object> root, String field) {
        return Objects.requireNonNull(root.get(field), field);
    }

    /** All rules, bottom to top. */
    public List<Rule> rules() {
        return rules;
    }

    /** The first rule of a layer that fits a feature at a scale. */
    public Optional<Rule> ruleOf(String layer, Map<String, Object> properties, double denominator, String profile) {
        for (Rule rule : byLayer.getOrDefault(layer, List.of())) {
            if (rule.filter().holds(properties)) {
                return rule.showsAt(denominator, profile) ? Optional.of(rule) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when the book has no such rule */
    public Rule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("样式中没有规则 " + id));
    }

    public Ink ink(String name) {
        return Objects.requireNonNull(palette.get(name), name);
    }

    /** A pen of a colour of the palette. */
    public Pen pen(double width, String name) {
        return Pen.of(width, ink(name));
    }
}
