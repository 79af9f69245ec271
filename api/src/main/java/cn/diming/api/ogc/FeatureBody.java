package cn.diming.api.ogc;

import cn.diming.api.answer.Attributes;
import cn.diming.api.answer.GeoJson;
import cn.diming.core.feature.FeatureEdits;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import cn.diming.core.record.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A feature, or what is to be different in one, as a client sends it. */
final class FeatureBody {

    /** Shown, and passed over when they come back. */
    private static final Set<String> SHOWN_ONLY =
            Set.of(FeatureType.ID, FeatureType.UPDATED, FeatureProperties.stateUntil());

    private final FeatureType type;
    private final OgcCrs crs;
    private final JsonNode body;

    /** @throws cn.diming.api.problem.ProblemException 400 for what is no feature */
    private FeatureBody(FeatureType type, OgcCrs crs, JsonNode body) {
        this.type = type;
        this.crs = crs;
        this.body = body;
    }

    /** A whole feature. */
    static FeatureEdits.Wanted whole(FeatureType type, OgcCrs crs, byte[] json) {
        FeatureBody feature = new FeatureBody(type, crs, read(json));
        if (!feature.body.path("type").asString("").equals("Feature")) {
            throw OgcRequest.bad("正文应是一个 GeoJSON 要素（type 为 Feature）");
        }
        return feature.wanted();
    }

    /** A merge patch (RFC 7396) on a feature: what is null goes, what is not named stays. */
    static FeatureEdits.Wanted patch(FeatureType type, OgcCrs crs, byte[] json) {
        return new FeatureBody(type, crs, read(json)).wanted();
    }

    private static JsonNode read(byte[] json) {
        try {
            JsonNode body = JsonMapper.shared().readTree(json);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException wrong) {
            throw OgcRequest.bad("正文不是合法的 JSON");
        }
        throw OgcRequest.bad("正文应是一个 JSON 对象");
    }

    private FeatureEdits.Wanted wanted() {
        return new FeatureEdits.Wanted(columns(), geometry());
    }

    private Optional<Geometry> geometry() {
        JsonNode geometry = body.path("geometry");
        return geometry.isMissingNode() || geometry.isNull()
                ? Optional.empty()
                : Optional.of(crs.toStored(GeoJson.geometry(geometry)));
    }

    private Map<String, Optional<Object>> columns() {
        JsonNode properties = body.path("properties");
        if (!properties.isObject() && !properties.isNull() && !properties.isMissingNode()) {
            throw OgcRequest.bad("properties 应是一个对象");
        }
        Map<String, Field> fields = FeatureProperties.fields(type);
        Map<String, Optional<Object>> columns = new LinkedHashMap<>();
        properties.forEachEntry((name, value) -> {
            Field field = fields.get(name);
            if (field != null) {
                columns.put(
                        field.column(),
                        Attributes.convert(field, JsonMapper.shared().treeToValue(value, Object.class)));
            } else if (!SHOWN_ONLY.contains(name)) {
                throw new Refused(List.of(type.title() + "没有属性 " + OgcRequest.shorten(name)));
            }
        });
        return columns;
    }
}
