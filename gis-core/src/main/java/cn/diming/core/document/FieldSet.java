package cn.diming.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a template may say of a thing: each field by its Chinese name. The names are checked when a template is read, so a
 * slip of the pen is found before a paper is wanted.
 *
 * @param <T> the record that the fields are taken from
 */
public final class FieldSet<T> {

    private final Map<String, Function<T, Optional<String>>> texts = new LinkedHashMap<>();
    private final Map<String, Function<T, Optional<Image>>> figures = new LinkedHashMap<>();
    private final Map<String, ItemList<T, ?>> lists = new LinkedHashMap<>();

    private record ItemList<T, U>(Function<T, List<U>> items, FieldSet<U> fields) {
        List<Values> read(T thing) {
            List<Values> all = new ArrayList<>();
            for (U item : items.apply(thing)) {
                all.add(fields.read(item));
            }
            return all;
        }
    }

    /**
     * The values of one thing.
     *
     * @param texts those that are not blank
     */
    record Values(Map<String, String> texts, Map<String, Image> figures, Map<String, List<Values>> lists) {
        boolean has(String name) {
            return texts.containsKey(name)
                    || figures.containsKey(name)
                    || !lists.getOrDefault(name, List.of()).isEmpty();
        }

        /** An item of a list sees what stands around it as well. */
        Values within(Values outer) {
            return new Values(over(outer.texts, texts), over(outer.figures, figures), over(outer.lists, lists));
        }

        private static <V> Map<String, V> over(Map<String, V> outer, Map<String, V> inner) {
            Map<String, V> all = new LinkedHashMap<>(outer);
            all.putAll(inner);
            return all;
        }
    }

    public FieldSet<T> text(String name, Function<T, Optional<String>> value) {
        texts.put(name, value);
        return this;
    }

    /** A text that is always there. */
    public FieldSet<T> plain(String name, Function<T, String> value) {
        return text(name, thing -> Optional.of(value.apply(thing)));
    }

    public FieldSet<T> figure(String name, Function<T, Optional<Image>> value) {
        figures.put(name, value);
        return this;
    }

    public <U> FieldSet<T> list(String name, Function<T, List<U>> items, FieldSet<U> fields) {
        lists.put(name, new ItemList<>(items, fields));
        return this;
    }

    public Set<String> textNames() {
        return texts.keySet();
    }

    Set<String> figureNames() {
        return figures.keySet();
    }

    Set<String> listNames() {
        return lists.keySet();
    }

    FieldSet<?> itemsOf(String list) {
        return Objects.requireNonNull(lists.get(list)).fields();
    }

    /** Both sets of names, for checking only. */
    static FieldSet<Object> namesOf(FieldSet<?> inner, FieldSet<?> outer) {
        FieldSet<Object> names = new FieldSet<>();
        for (FieldSet<?> part : List.of(outer, inner)) {
            part.texts.keySet().forEach(name -> names.text(name, thing -> Optional.empty()));
            part.figures.keySet().forEach(name -> names.figure(name, thing -> Optional.empty()));
            part.lists.forEach((name, list) -> names.list(name, thing -> List.of(), list.fields()));
        }
        return names;
    }

    Values read(T thing) {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((name, value) -> value.apply(thing)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> filled.put(name, text)));
        Map<String, Image> drawn = new LinkedHashMap<>();
        figures.forEach((name, value) -> value.apply(thing).ifPresent(image -> drawn.put(name, image)));
        Map<String, List<Values>> items = new LinkedHashMap<>();
        lists.forEach((name, list) -> items.put(name, list.read(thing)));
        return new Values(filled, drawn, items);
    }
}
