package cn.diming.tiles;

import cn.diming.core.change.RecordKind;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.MapFeature;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a record is drawn, and in which layer. A layer for the public gets only what the public may see. */
final class MapFeatures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> WATER_LINES = Set.of("river", "stream", "canal", "ditch");

    /** The layers in which records of a kind may lie, so that a deleted or changed record leaves the others. */
    static List<FeatureRef> allPlaces(RecordKind kind, long id) {
        List<String> layers = switch (kind) {
            case DIVISION -> List.of("division");
            case PLACE -> List.of("place", "road", "water_line");
            case DOOR_PLATE -> List.of("door_plate");
            case SIGN -> List.of("sign");
            case BOUNDARY_LINE -> List.of("boundary_line");
            case BOUNDARY_MARKER -> List.of("boundary_marker");
            case SHOP -> List.of("shop");
            case FACILITY -> List.of("facility");
            case LOCAL_ENTRY -> List.of("local", "local_route");
            case GROUND -> List.of("ground", "building", "water_line", "road");
            default -> List.of();
        };
        return layers.stream().map(layer -> new FeatureRef(layer, id)).toList();
    }

    /** Of a record of today: empty for one without geometry, one that is no longer in use, or one that no map shows. */
    static Optional<MapFeature> of(StoredRecord record) {
        boolean ended = record.text("status").filter("RETIRED"::equals).isPresent()
                || record.number("valid_to_year").isPresent();
        return ended ? Optional.empty() : ofItsTime(record);
    }

    /** Of a record of whatever day, one in use then. */
    static Optional<MapFeature> ofItsTime(StoredRecord record) {
        Optional<Geometry> geometry = record.geometry().filter(g -> !g.isEmpty());
        boolean staffLayer = record.kind() == RecordKind.BOUNDARY_MARKER || record.kind() == RecordKind.BOUNDARY_LINE;
        if (geometry.isEmpty() || !(staffLayer || Disclosure.isPublic(record))) {
            return Optional.empty();
        }
        return layer(record, geometry.get())
                .map(layer ->
                        new MapFeature(layer, record.id(), geometry.get(), attributes(record, layer), area(record)));
    }

    /** What is not public is for the staff of its division; what belongs to none is for those who cover everything. */
    private static Optional<String> area(StoredRecord record) {
        return Disclosure.isPublic(record)
                ? Optional.empty()
                : Optional.of(record.divisionCode()
                        .filter(code -> code.matches("\\d{1,12}"))
                        .orElse(""));
    }

    private static Optional<String> layer(StoredRecord record, Geometry geometry) {
        return switch (record.kind()) {
            case DIVISION -> only("division", geometry instanceof Polygonal);
            case PLACE -> placeLayer(record, geometry);
            case GROUND -> groundLayer(record, geometry);
            case DOOR_PLATE -> only("door_plate", geometry instanceof Puntal);
            case SIGN -> only("sign", geometry instanceof Puntal);
            case SHOP -> only("shop", geometry instanceof Puntal);
            case FACILITY -> only("facility", geometry instanceof Puntal);
            case LOCAL_ENTRY -> Optional.of(geometry instanceof Puntal ? "local" : "local_route");
            case BOUNDARY_LINE -> only("boundary_line", geometry instanceof Lineal);
            case BOUNDARY_MARKER -> only("boundary_marker", geometry instanceof Puntal);
            default -> Optional.empty();
        };
    }

    private static Optional<String> only(String layer, boolean fits) {
        return fits ? Optional.of(layer) : Optional.empty();
    }

    private static Optional<String> placeLayer(StoredRecord record, Geometry geometry) {
        if (!(geometry instanceof Lineal)) {
            return Optional.of("place");
        }
        return Optional.of(record.text("category").filter("STREET"::equals).isPresent() ? "road" : "water_line");
    }

    private static Optional<String> groundLayer(StoredRecord record, Geometry geometry) {
        String ground = record.text("class").orElse("");
        if (geometry instanceof Polygonal) {
            return Optional.of(ground.equals("building") ? "building" : "ground");
        }
        return only(WATER_LINES.contains(ground) ? "water_line" : "road", geometry instanceof Lineal);
    }

    private static Map<String, Object> attributes(StoredRecord record, String layer) {
        Map<String, Object> attributes = new HashMap<>();
        record.text("name").ifPresent(name -> attributes.put("name", name));
        record.number("rank").ifPresent(rank -> attributes.put("rank", rank));
        record.number("level").ifPresent(level -> attributes.put("level", level));
        switch (layer) {
            case "division" -> record.text("code").ifPresent(code -> attributes.put("code", code));
            case "boundary_line" -> record.text("line_code").ifPresent(code -> attributes.put("code", code));
            case "boundary_marker" -> {
                record.text("official_number").ifPresent(number -> attributes.put("code", number));
                record.text("kind").ifPresent(kind -> attributes.put("kind", kind));
            }
            case "door_plate" -> record.text("number_text").ifPresent(text -> attributes.put("text", text));
            case "building" -> other(record, "floors").ifPresent(floors -> attributes.put("floors", floors));
            case "road" -> {
                attributes.put("class", RoadClass.of(record, other(record, "cls")));
                RoadClass.number(record.text("name").orElse("")).ifPresent(number -> {
                    attributes.put("ref", number);
                    attributes.put("ref-kind", number.substring(0, 1));
                });
            }
            case "water_line" -> attributes.put("class", waterClass(record));
            case "place" -> record.text("category").ifPresent(c -> attributes.put("class", c.toLowerCase(Locale.ROOT)));
            default ->
                record.text("class").or(() -> record.text("category")).ifPresent(c -> attributes.put("class", c));
        }
        return attributes;
    }

    private static Object waterClass(StoredRecord record) {
        return record.text("class")
                .<Object>map(c -> c)
                .or(() -> other(record, "cls"))
                .filter(WATER_LINES::contains)
                .orElse("river");
    }

    /** A value that the source had beyond our own columns. */
    private static Optional<Object> other(StoredRecord record, String name) {
        return record.text("attributes").flatMap(text -> {
            try {
                JsonNode value = JSON.readTree(text).path(name);
                return value.isNumber()
                        ? Optional.of(value.intValue())
                        : value.asStringOpt().map(s -> s);
            } catch (JacksonException broken) {
                return Optional.empty(); // an attribute that is no JSON is not drawn; the record itself is sound
            }
        });
    }

    private MapFeatures() {}
}
