package cn.diming.api.ogc;

import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeaturePage;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Features as GeoJSON, in the order of the axes of their system, with so many decimals as the reader may see. Each has all
 * properties, with null where there is no value: clients such as GDAL learn the columns from the first features.
 */
final class FeatureJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OgcCrs crs;
    private final double scale;
    private final Map<String, Field> fields;
    private final Set<String> shown;

    /**
     * @param decimals of the coordinates
     * @param shown names of properties
     */
    FeatureJson(FeatureType type, OgcCrs crs, int decimals, Set<String> shown) {

        this.crs = crs;
        this.scale = Math.pow(10, decimals);
        this.fields = FeatureProperties.fields(type);
        this.shown = shown;
    }

    byte[] collection(FeaturePage page, List<Link> links, Instant now) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(64 + page.features().size() * 512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("timeStamp", now.toString());
            page.matched().ifPresent(matched -> json.writeNumberProperty("numberMatched", matched));
            json.writeNumberProperty("numberReturned", page.features().size());
            json.writePOJOProperty("links", links);
            json.writeArrayPropertyStart("features");
            page.features().forEach(feature -> write(json, feature, List.of()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    byte[] feature(Feature feature, List<Link> links) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(json, feature, links);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json, Feature feature, List<Link> links) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", feature.id());
        json.writeName("geometry");
        feature.geometry()
                .filter(geometry -> !geometry.isEmpty())
                .ifPresentOrElse(geometry -> write(json, crs.fromStored(geometry)), json::writeNull);
        json.writeObjectPropertyStart("properties");
        for (String name : shown) {
            Optional<Field.Type> fieldType =
                    Optional.ofNullable(fields.get(name)).map(Field::type);
            FeatureProperties.value(feature, name, fieldType)
                    .ifPresentOrElse(value -> writeValue(json, name, value), () -> json.writeNullProperty(name));
        }
        feature.until().ifPresent(until -> json.writeStringProperty(FeatureProperties.stateUntil(), until.toString()));
        json.writeEndObject();
        if (!links.isEmpty()) {
            json.writePOJOProperty("links", links);
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, String name, Object value) {
        switch (value) {
            case String text -> json.writeStringProperty(name, text);
            case Long number -> json.writeNumberProperty(name, number);
            case Double number -> json.writeNumberProperty(name, number);
            case Boolean flag -> json.writeBooleanProperty(name, flag);
            default -> json.writePOJOProperty(name, value);
        }
    }

    private void write(JsonGenerator json, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        coordinates(json, geometry);
        json.writeEndObject();
    }

    private void coordinates(JsonGenerator json, Geometry geometry) {
        switch (geometry) {
            case Point point -> pair(json, point.getCoordinateSequence(), 0);
            case LineString line -> pairs(json, line.getCoordinateSequence());
            case Polygon polygon -> {
                json.writeStartArray();
                pairs(json, polygon.getExteriorRing().getCoordinateSequence());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    pairs(json, polygon.getInteriorRingN(hole).getCoordinateSequence());
                }
                json.writeEndArray();
            }
            default -> {
                json.writeStartArray();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    coordinates(json, geometry.getGeometryN(i));
                }
                json.writeEndArray();
            }
        }
    }

    private void pairs(JsonGenerator json, CoordinateSequence line) {
        json.writeStartArray();
        for (int i = 0; i < line.size(); i++) {
            pair(json, line, i);
        }
        json.writeEndArray();
    }

    private void pair(JsonGenerator json, CoordinateSequence line, int i) {
        json.writeStartArray();
        json.writeNumber(Math.rint(line.getX(i) * scale) / scale);
        json.writeNumber(Math.rint(line.getY(i) * scale) / scale);
        json.writeEndArray();
    }
}
