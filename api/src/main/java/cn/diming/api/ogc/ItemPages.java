package cn.diming.api.ogc;

import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeaturePage;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Features for people: a map and a table. */
final class ItemPages {

    /** Columns of a list; a single feature shows all. */
    private static final int COLUMNS = 8;

    private static final int LONGEST_CELL = 80;

    /** What people call a feature by; these columns come first. */
    private static final List<String> CALLED = List.of("name", "streetName", "numberText", "officialNumber");

    static byte[] items(Pages pages, OgcRequest request, FeatureType type, FeaturePage page, Optional<Link> next) {
        Html html = pages.page(type.title() + " · 要素", Trails.collection(request, type))
                .paragraph(
                        page.matched().isPresent()
                                ? "共 " + page.matched().getAsLong() + " 条，本页 "
                                        + page.features().size() + " 条"
                                : "本页 " + page.features().size() + " 条")
                .map(request.withParameter(OgcRequest.FORMAT, Optional.of("json")));
        List<String> names = filledNames(type, page);
        Map<String, String> titles = FeatureProperties.titles(type);
        List<String> head = new ArrayList<>(List.of("编号"));
        names.forEach(name -> head.add(titles.getOrDefault(name, name)));
        html.beginTable(head);
        page.features()
                .forEach(feature -> html.row(
                        request.url("/collections/" + type.id() + "/items/" + feature.id()) + "?f=html",
                        cells(type, feature, names)));
        html.endTable();
        List<Link> links = new ArrayList<>();
        next.ifPresent(links::add);
        links.addAll(Answers.otherFormats(request));
        return html.links(links).end();
    }

    /** The first columns that are not empty on this page. */
    private static List<String> filledNames(FeatureType type, FeaturePage page) {
        return type.schema().fields().stream()
                .filter(field -> field.type() != Field.Type.JSON)
                .map(FeatureType::propertyName)
                .filter(name -> page.features().stream()
                        .anyMatch(feature -> feature.values().containsKey(name)))
                .sorted(Comparator.comparing(name -> !CALLED.contains(name)))
                .limit(COLUMNS)
                .toList();
    }

    private static List<String> cells(FeatureType type, Feature feature, List<String> names) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(feature.id())));
        names.forEach(name -> cells.add(cut(text(type, feature, name))));
        return cells;
    }

    static byte[] item(Pages pages, OgcRequest request, FeatureType type, Feature feature) {
        Html html = pages.page(type.title() + " · " + called(feature), Trails.items(request, type))
                .map(request.withParameter(OgcRequest.FORMAT, Optional.of("json")))
                .beginTable(List.of("属性", "值"));
        FeatureProperties.titles(type).forEach((name, title) -> {
            String text = text(type, feature, name);
            if (!text.isEmpty()) {
                html.row("", List.of(title, text));
            }
        });
        return html.endTable().links(Answers.otherFormats(request)).end();
    }

    private static String called(Feature feature) {
        String words = CALLED.stream()
                .map(name -> feature.values().getOrDefault(name, "").toString())
                .collect(Collectors.joining());
        return words.isEmpty() ? Long.toString(feature.id()) : words;
    }

    private static String text(FeatureType type, Feature feature, String name) {
        Optional<Field.Type> fieldType =
                Optional.ofNullable(FeatureProperties.fields(type).get(name)).map(Field::type);
        return FeatureProperties.value(feature, name, fieldType)
                .map(value -> value instanceof Boolean flag ? (flag ? "是" : "否") : value.toString())
                .orElse("");
    }

    private static String cut(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }

    private ItemPages() {}
}
