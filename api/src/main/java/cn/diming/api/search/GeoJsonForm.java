package cn.diming.api.search;

import cn.diming.api.generated.model.MatchLevel;
import cn.diming.api.generated.model.SearchHit;
import cn.diming.api.generated.model.SearchResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers as GeoJSON features (RFC 7946), or as GeocodeJSON 0.1.0, which puts the properties below {@code geocoding}. */
final class GeoJsonForm extends HitsForm {

    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VERSION = "0.1.0";

    GeoJsonForm() {
        super(FormatParameter.GEO_JSON, FormatParameter.GEOCODE_JSON);
    }

    @Override
    protected void writeInternal(Object answer, HttpOutputMessage output) throws IOException {
        boolean geocode = FormatParameter.GEOCODE_JSON.isCompatibleWith(
                Objects.requireNonNullElse(output.getHeaders().getContentType(), FormatParameter.GEO_JSON));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        if (geocode) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("version", VERSION);
            if (answer instanceof SearchResponse response) {
                about.put("query", response.getQuery());
            }
            collection.put("geocoding", about);
        }
        collection.put(
                "features",
                Hits.of(answer).stream()
                        .map(hit -> feature(hit, geocode ? Map.of("geocoding", geocoding(hit)) : properties(hit)))
                        .toList());
        output.getBody().write(JSON.writeValueAsBytes(collection));
    }

    private static Map<String, Object> feature(SearchHit hit, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", hit.getId());
        if (hit.getBbox() != null) {
            feature.put("bbox", hit.getBbox());
        }
        feature.put("geometry", Map.of("type", "Point", "coordinates", List.of(hit.getLon(), hit.getLat())));
        feature.put("properties", properties);
        return feature;
    }

    private static Map<String, Object> properties(SearchHit hit) {
        Map<String, Object> properties = JSON.convertValue(hit, PROPERTIES);
        List.of("lon", "lat", "bbox").forEach(properties::remove);
        properties.values().removeIf(Objects::isNull);
        return properties;
    }

    private static Map<String, Object> geocoding(SearchHit hit) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("place_id", hit.getId());
        properties.put("type", type(hit.getLevel()));
        properties.put("label", Objects.requireNonNullElse(hit.getAddress(), "") + hit.getName());
        properties.put("name", hit.getName());
        properties.put("confidence", hit.getConfidence());
        if (hit.getCode() != null) {
            properties.put("code", hit.getCode());
        }
        if (hit.getSourceKey() != null) {
            properties.put("source_key", hit.getSourceKey());
        }
        return properties;
    }

    /** The vocabulary of GeocodeJSON. */
    private static String type(@Nullable MatchLevel level) {
        return level == null
                ? "house"
                : switch (level) {
                    case PROVINCE -> "state";
                    case CITY, DISTRICT -> "county";
                    case TOWNSHIP -> "city";
                    case VILLAGE -> "locality";
                    case ROAD, CROSSING -> "street";
                    case DOOR, UNIT, POI -> "house";
                };
    }
}
