package cn.diming.api.ogc;

import cn.diming.core.feature.FeatureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The interface's own definition: {@code openapi/ogc.yaml} with this server's address and the reader's collections. */
@Component
final class ApiDocument {

    private static final String SOURCE = "openapi/ogc.yaml";

    private final Map<String, Object> source;

    ApiDocument() {
        try (InputStream yaml = new ClassPathResource(SOURCE).getInputStream()) {
            this.source = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + SOURCE, broken);
        }
    }

    Map<String, Object> document(String title, String root, List<FeatureType> types) {
        Map<String, Object> document = new LinkedHashMap<>(source);
        Map<String, Object> info = new LinkedHashMap<>(map(source, "info"));
        info.put("title", title + " · OGC API");
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", root)));
        Map<String, Object> components = new LinkedHashMap<>(map(source, "components"));
        Map<String, Object> parameters = new LinkedHashMap<>(map(components, "parameters"));
        Map<String, Object> collection = new LinkedHashMap<>(map(parameters, "collectionId"));
        collection.put(
                "schema",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        types.stream().map(FeatureType::id).toList()));
        parameters.put("collectionId", collection);
        components.put("parameters", parameters);
        document.put("components", components);
        return document;
    }

    Html page(Map<String, Object> document, OgcRequest request, Pages pages) {
        Html page = pages.page("接口文档", Trails.root(request))
                .paragraph(String.valueOf(map(document, "info").get("description")));
        page.beginTable(List.of("方法", "地址", "说明"));
        map(document, "paths")
                .forEach((path, item) -> operations(item)
                        .forEach((method, operation) ->
                                page.row("", List.of(method.toUpperCase(Locale.ROOT), path, summary(operation)))));
        return page.endTable().links(Answers.otherFormats(request));
    }

    private static String summary(Object operation) {
        return operation instanceof Map<?, ?> fields ? String.valueOf(fields.get("summary")) : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> operations(Object item) {
        return (Map<String, Object>) item;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }
}
