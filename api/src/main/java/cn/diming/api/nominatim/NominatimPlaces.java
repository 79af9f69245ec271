package cn.diming.api.nominatim;

import cn.diming.api.search.AddressParts;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.MatchLevel;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Our records in Nominatim's words. */
final class NominatimPlaces {

    /** Half the side of the box that Nominatim puts around a point, degrees. */
    private static final double AROUND_A_POINT = 0.00005;

    private static final String COUNTRY = "中国";

    private final DivisionTree divisions;
    private final RecordStore store;
    private final String licence;

    NominatimPlaces(DivisionTree divisions, RecordStore store, String licence) {
        this.divisions = divisions;
        this.store = store;
        this.licence = licence;
    }

    String licence() {
        return licence;
    }

    /** What every format writes of a record, in Nominatim's order. */
    Map<String, Object> place(SearchHit hit, String categoryKey) {
        AddressParts parts = AddressParts.of(hit, divisions);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("place_id", hit.id());
        place.put("licence", licence);
        place.put("osm_type", "node");
        place.put("osm_id", hit.id());
        place.put("lat", degrees(hit.lat()));
        place.put("lon", degrees(hit.lon()));
        place.put(categoryKey, category(hit));
        place.put("type", type(hit));
        place.put("place_rank", rank(hit.match().level()));
        place.put("importance", Math.round(hit.confidence() * 1e6) / 1e6);
        place.put("addresstype", addressType(hit));
        place.put("name", hit.match().level() == MatchLevel.DOOR ? "" : hit.name());
        place.put("display_name", String.join(", ", label(hit, parts)));
        return place;
    }

    /** Keys of the address from the smallest up. */
    Map<String, String> address(SearchHit hit) {
        AddressParts parts = AddressParts.of(hit, divisions);
        Map<String, String> address = new LinkedHashMap<>();
        switch (hit.kind()) {
            case SHOP -> address.put("shop", hit.name());
            case FACILITY -> address.put("amenity", hit.name());
            case PLACE -> address.put("hamlet", hit.name());
            default -> {}
        }
        parts.number().ifPresent(number -> address.put("house_number", number));
        parts.street().ifPresent(street -> address.put("road", street));
        addDivisions(parts, address);
        hit.code().filter(code -> code.length() == 20).ifPresent(code -> address.put("place_code", code));
        return address;
    }

    /** Keys of divisions alone. */
    static Map<String, String> address(List<Division> chain) {
        Map<String, String> address = new LinkedHashMap<>();
        addDivisions(AddressParts.of(chain), address);
        return address;
    }

    private static void addDivisions(AddressParts parts, Map<String, String> address) {
        parts.name(DivisionLevel.VILLAGE)
                .ifPresent(name -> address.put(name.endsWith("村") ? "village" : "neighbourhood", name));
        parts.name(DivisionLevel.TOWN).ifPresent(name -> {
            if (name.endsWith("街道")) {
                address.put("suburb", name);
            }
            address.put("town", name);
        });
        parts.name(DivisionLevel.COUNTY)
                .ifPresent(name -> address.put(
                        name.endsWith("区") ? "city_district" : name.endsWith("市") ? "city" : "county", name));
        parts.name(DivisionLevel.PREFECTURE)
                .ifPresent(name -> address.put(address.containsKey("city") ? "state_district" : "city", name));
        parts.name(DivisionLevel.PROVINCE).ifPresent(name -> address.put("state", name));
        address.put("country", COUNTRY);
        address.put("country_code", "cn");
        parts.code(DivisionLevel.COUNTY).ifPresent(code -> address.put("adcode", code));
        parts.code(DivisionLevel.TOWN).ifPresent(code -> address.put("towncode", code));
        parts.code(DivisionLevel.VILLAGE).ifPresent(code -> address.put("villagecode", code));
    }

    Map<String, String> extraTags(SearchHit hit) {
        Map<String, String> tags = new LinkedHashMap<>();
        hit.classCode().ifPresent(code -> tags.put("place_type_code", code));
        hit.code().ifPresent(code -> tags.put("code", code));
        hit.sourceKey().ifPresent(key -> tags.put("source_key", key));
        tags.put("match_level", hit.match().level().title());
        tags.put("match_accuracy", hit.match().accuracy().title());
        return tags;
    }

    static Map<String, String> names(SearchHit hit) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("name", hit.name());
        names.put("name:zh", hit.name());
        hit.romanised().ifPresent(latin -> names.put("name:zh-Latn-pinyin", latin));
        if (!hit.matchedName().equals(hit.name())) {
            names.put("alt_name", hit.matchedName());
        }
        return names;
    }

    /** South, north, west, east. */
    static List<String> boundingBox(SearchHit hit) {
        Bbox box = hit.box()
                .orElseGet(() -> new Bbox(
                        Math.max(-180, hit.lon() - AROUND_A_POINT),
                        Math.max(-90, hit.lat() - AROUND_A_POINT),
                        Math.min(180, hit.lon() + AROUND_A_POINT),
                        Math.min(90, hit.lat() + AROUND_A_POINT)));
        return List.of(degrees(box.minLat()), degrees(box.maxLat()), degrees(box.minLon()), degrees(box.maxLon()));
    }

    /** The whole geometry, made simpler by {@code threshold} degrees; a point where none is stored. */
    Geometry geometry(SearchHit hit, double threshold) {
        Geometry stored = store.find(table(hit.kind()), hit.id())
                .flatMap(record -> record.geometry().filter(geometry -> !geometry.isEmpty()))
                .orElseGet(() -> hit.position().toPoint());
        return threshold > 0 ? TopologyPreservingSimplifier.simplify(stored, threshold) : stored;
    }

    private static RecordKind table(SearchKind kind) {
        return kind == SearchKind.STREET ? RecordKind.PLACE : RecordKind.valueOf(kind.name());
    }

    private static List<String> label(SearchHit hit, AddressParts parts) {
        List<String> label = new ArrayList<>();
        if (hit.match().level() == MatchLevel.DOOR) {
            parts.number().ifPresent(label::add);
            parts.street().ifPresent(label::add);
        } else {
            label.add(hit.name());
        }
        List<DivisionLevel> upwards = List.of(
                DivisionLevel.VILLAGE,
                DivisionLevel.TOWN,
                DivisionLevel.COUNTY,
                DivisionLevel.PREFECTURE,
                DivisionLevel.PROVINCE);
        upwards.stream()
                .flatMap(level -> parts.name(level).stream())
                .filter(name -> !label.contains(name))
                .forEach(label::add);
        label.add(COUNTRY);
        return label;
    }

    static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.7f", degrees);
    }

    static String category(SearchHit hit) {
        return switch (hit.kind()) {
            case DIVISION -> "boundary";
            case STREET -> hit.match().level() == MatchLevel.DOOR ? "place" : "highway";
            case SHOP -> "shop";
            case FACILITY -> "amenity";
            case LOCAL_ENTRY -> "tourism";
            case PLACE, DOOR_PLATE -> "place";
        };
    }

    static String type(SearchHit hit) {
        return switch (hit.kind()) {
            case DIVISION -> "administrative";
            case STREET -> hit.match().level() == MatchLevel.DOOR ? "house" : "residential";
            case SHOP, FACILITY, LOCAL_ENTRY -> "yes";
            case PLACE -> "hamlet";
            case DOOR_PLATE -> "house";
        };
    }

    private static String addressType(SearchHit hit) {
        return switch (hit.match().level()) {
            case PROVINCE -> "state";
            case CITY -> "city";
            case DISTRICT -> hit.name().endsWith("区") ? "city_district" : "county";
            case TOWNSHIP -> "town";
            case VILLAGE -> "village";
            case ROAD, CROSSING -> "road";
            case DOOR, UNIT -> "place";
            case POI -> category(hit);
        };
    }

    private static int rank(MatchLevel level) {
        return switch (level) {
            case PROVINCE -> 8;
            case CITY -> 10;
            case DISTRICT -> 12;
            case TOWNSHIP -> 16;
            case VILLAGE -> 19;
            case ROAD, CROSSING -> 26;
            case DOOR, UNIT, POI -> 30;
        };
    }

    /** Value of GeocodeJSON's {@code type}. */
    static String geocodeType(MatchLevel level) {
        return switch (level) {
            case PROVINCE -> "state";
            case CITY, DISTRICT -> "county";
            case TOWNSHIP -> "city";
            case VILLAGE -> "locality";
            case ROAD, CROSSING -> "street";
            case DOOR, UNIT, POI -> "house";
        };
    }

    /** The text of {@code label} in one piece, for GeocodeJSON. */
    String labelOf(SearchHit hit) {
        return String.join(", ", label(hit, AddressParts.of(hit, divisions)));
    }
}
