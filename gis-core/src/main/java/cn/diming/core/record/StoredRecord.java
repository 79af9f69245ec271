package cn.diming.core.record;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it stands in its table.
 *
 * @param values by column, without those that are empty
 * @param geometry in EPSG:4490
 */
public record StoredRecord(
        RecordKind kind,
        long id,
        int version,
        long changeSeq,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        Instant createdAt,
        Instant updatedAt) {

    StoredRecord with(Optional<Geometry> other) {
        return new StoredRecord(kind, id, version, changeSeq, values, other, createdAt, updatedAt);
    }

    public Optional<String> text(String column) {
        return Optional.ofNullable((String) values.get(column));
    }

    public Optional<Long> number(String column) {
        return Optional.ofNullable((Long) values.get(column));
    }

    /** What people call it: the name, or for a door plate street and number. */
    public String title() {
        return switch (kind) {
            case DOOR_PLATE ->
                text("street_name").orElse("") + text("number_text").orElse("");
            case BOUNDARY_MARKER -> text("official_number").orElse("");
            default -> text("name").orElse("");
        };
    }

    /** Code of the division it belongs to, 12 digits. */
    public Optional<String> divisionCode() {
        String column = RecordSchema.of(kind).divisionColumn();
        return column.isEmpty() ? Optional.empty() : text(column);
    }

    /** Where it is: the seat of a division, else a point on or in the geometry. */
    public Optional<LonLat> position() {
        if (values.get("seat_lon") instanceof Double lon && values.get("seat_lat") instanceof Double lat) {
            return Optional.of(new LonLat(lon, lat));
        }
        return geometry.filter(g -> !g.isEmpty()).map(LonLat::within);
    }

    /** What the audit log keeps of it: version, columns as text, geometry as WKT. */
    public String toJson() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", version);
        values.forEach((column, value) -> content.put(column, value.toString()));
        geometry.ifPresent(g -> content.put("geom", g.toText()));
        return JsonMapper.shared().writeValueAsString(content);
    }

    public Optional<Bbox> box() {
        return geometry.filter(g -> !g.isEmpty()).map(Bbox::of);
    }
}
