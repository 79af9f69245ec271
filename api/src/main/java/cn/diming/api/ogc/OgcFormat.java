package cn.diming.api.ogc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;

/** The formats in which resources are given, by the value of the parameter {@code f}. */
enum OgcFormat {
    JSON("json", "application/json", "JSON"),
    GEOJSON("json", "application/geo+json", "GeoJSON"),
    SCHEMA("json", "application/schema+json", "JSON Schema"),
    OPENAPI("json", "application/vnd.oai.openapi+json;version=3.0", "OpenAPI 3.0"),
    CSV("csv", "text/csv;charset=UTF-8", "CSV"),
    FLATGEOBUF("fgb", "application/flatgeobuf", "FlatGeobuf"),
    HTML("html", "text/html;charset=UTF-8", "HTML");

    static final List<OgcFormat> DOCUMENTS = List.of(JSON, HTML);
    static final List<OgcFormat> FEATURES = List.of(GEOJSON, CSV, FLATGEOBUF, HTML);
    static final List<OgcFormat> FEATURE = List.of(GEOJSON, HTML);

    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/*");

    private final String key;
    private final MediaType mediaType;
    private final String title;

    OgcFormat(String key, String mediaType, String title) {
        this.key = key;
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.title = title;
    }

    String key() {
        return key;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** As links name it: without the charset. */
    String linkType() {
        return this == OPENAPI ? "application/vnd.oai.openapi+json;version=3.0" : bare();
    }

    private String bare() {
        return mediaType.getType() + "/" + mediaType.getSubtype();
    }

    String title() {
        return title;
    }

    static Optional<OgcFormat> byKey(String key, List<OgcFormat> offered) {
        return offered.stream().filter(format -> format.key.equals(key)).findFirst();
    }

    /** The first of the offered ones that a media range of an Accept header means. */
    static Optional<OgcFormat> byRange(MediaType range, List<OgcFormat> offered) {
        boolean anyJson = JSON_TYPES.contains(range.getType() + "/" + range.getSubtype());
        return offered.stream()
                .filter(format -> (anyJson && format.key.equals("json"))
                        || (range.getType().equals("*"))
                        || (range.getType().equals(format.mediaType.getType())
                                && (range.getSubtype().equals("*")
                                        || range.getSubtype().equals(format.mediaType.getSubtype()))))
                .findFirst();
    }

    static String keys(List<OgcFormat> offered) {
        return String.join("、", offered.stream().map(OgcFormat::key).distinct().toList());
    }
}
