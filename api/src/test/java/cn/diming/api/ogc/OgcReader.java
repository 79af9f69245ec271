package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.feature.FeatureType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A visitor who reads the documents of {@code /ogc} and follows their links. */
final class OgcReader {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private final Service service;
    private final Client visitor;

    OgcReader(Service service) {
        this.service = service;
        this.visitor = service.visitor();
    }

    static Stream<FeatureType> publicTypes() {
        return Stream.of(FeatureType.values())
                .filter(type -> type != FeatureType.BOUNDARY_LINES && type != FeatureType.BOUNDARY_MARKERS);
    }

    JsonNode json(String path) {
        return visitor.get(path).hasStatus(200).json();
    }

    List<Long> walk(JsonNode first) {
        List<Long> all = new ArrayList<>(ids(first));
        JsonNode page = first;
        while (links(page, "next").findAny().isPresent()) {
            page = json(link(page, "next")
                    .path("href")
                    .asString()
                    .replace(service.url(), "")
                    .replace("limit=2", "limit=500"));
            all.addAll(ids(page));
        }
        Set<Long> once = new HashSet<>(all);
        assertThat(all).hasSize(once.size());
        return all;
    }

    static List<Long> ids(JsonNode items) {
        return StreamSupport.stream(items.path("features").spliterator(), false)
                .map(feature -> feature.path("id").asLong())
                .toList();
    }

    /** Those with a geometry: the others are in every box. */
    static List<Long> located(JsonNode items) {
        return StreamSupport.stream(items.path("features").spliterator(), false)
                .filter(feature -> !feature.path("geometry").isNull())
                .map(feature -> feature.path("id").asLong())
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    static Stream<JsonNode> links(JsonNode document, String rel) {
        return document.path("links").values().stream()
                .filter(link -> link.path("rel").asString().equals(rel));
    }

    static JsonNode link(JsonNode document, String rel) {
        return links(document, rel).findFirst().orElseThrow(() -> new AssertionError("no link " + rel));
    }

    void hrefWorks(JsonNode link) {
        URI href = URI.create(link.path("href").asString());
        String path = href.getRawPath() + (href.getRawQuery() == null ? "" : "?" + href.getRawQuery());
        Answer answer =
                visitor.get(path, "Accept", link.path("type").asString()).hasStatus(200);
        assertThat(answer.header("Content-Type")).startsWith(link.path("type").asString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
