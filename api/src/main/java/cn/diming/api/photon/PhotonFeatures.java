package cn.diming.api.photon;

import cn.diming.api.search.AddressParts;
import cn.diming.core.geo.Bbox;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.MatchLevel;
import cn.diming.core.search.SearchHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our records as Photon's features: flat GeoJSON, names of the divisions around in fixed properties. */
final class PhotonFeatures {

    private final DivisionTree divisions;

    PhotonFeatures(DivisionTree divisions) {
        this.divisions = divisions;
    }

    Map<String, Object> collection(List<SearchHit> hits) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", hits.stream().map(this::feature).toList());
        return collection;
    }

    private Map<String, Object> feature(SearchHit hit) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties(hit));
        feature.put("geometry", Map.of("type", "Point", "coordinates", List.of(hit.lon(), hit.lat())));
        return feature;
    }

    private Map<String, Object> properties(SearchHit hit) {
        Map<String, Object> all = new LinkedHashMap<>();
        AddressParts parts = AddressParts.of(hit, divisions);
        boolean door = hit.match().level() == MatchLevel.DOOR;
        all.put("osm_type", "N");
        all.put("osm_id", hit.id());
        all.put("osm_key", key(hit));
        all.put("osm_value", value(hit));
        all.put("type", type(hit.match().level()));
        parts.number().ifPresent(number -> all.put("housenumber", number));
        if (!door) {
            all.put("name", hit.name());
        }
        if (door) {
            parts.street().ifPresent(street -> all.put("street", street));
        }
        above(hit, parts, DivisionLevel.VILLAGE).ifPresent(name -> all.put("locality", name));
        above(hit, parts, DivisionLevel.TOWN).ifPresent(name -> all.put("district", name));
        above(hit, parts, DivisionLevel.PREFECTURE)
                .or(() -> above(hit, parts, DivisionLevel.COUNTY))
                .ifPresent(name -> all.put("city", name));
        above(hit, parts, DivisionLevel.COUNTY).ifPresent(name -> all.put("county", name));
        above(hit, parts, DivisionLevel.PROVINCE).ifPresent(name -> all.put("state", name));
        all.put("country", "中国");
        all.put("countrycode", "CN");
        hit.box().map(PhotonFeatures::extent).ifPresent(extent -> all.put("extent", extent));
        all.put("extra", extra(hit, parts));
        return all;
    }

    /** What a Chinese address has besides. */
    private static Map<String, Object> extra(SearchHit hit, AddressParts parts) {
        Map<String, Object> extra = new LinkedHashMap<>();
        hit.code().ifPresent(code -> extra.put("place_code", code));
        hit.sourceKey().ifPresent(key -> extra.put("source_key", key));
        parts.code(DivisionLevel.COUNTY).ifPresent(code -> extra.put("adcode", code));
        parts.code(DivisionLevel.TOWN).ifPresent(code -> extra.put("towncode", code));
        extra.put("confidence", Math.round(hit.confidence() * 1000) / 1000.0);
        return extra;
    }

    /** A division is not in itself. */
    private static Optional<String> above(SearchHit hit, AddressParts parts, DivisionLevel level) {
        Optional<String> name = parts.name(level);
        return AddressParts.isDivision(hit) && name.filter(hit.name()::equals).isPresent() ? Optional.empty() : name;
    }

    /** Photon writes the north west corner first. */
    private static List<Double> extent(Bbox box) {
        return List.of(box.minLon(), box.maxLat(), box.maxLon(), box.minLat());
    }

    private static String type(MatchLevel level) {
        return switch (level) {
            case PROVINCE -> "state";
            case CITY -> "city";
            case DISTRICT -> "county";
            case TOWNSHIP -> "district";
            case VILLAGE -> "locality";
            case ROAD, CROSSING -> "street";
            case DOOR, UNIT -> "house";
            case POI -> "other";
        };
    }

    private static String key(SearchHit hit) {
        return switch (hit.kind()) {
            case DIVISION -> "boundary";
            case STREET -> "highway";
            case SHOP -> "shop";
            case FACILITY -> "amenity";
            case LOCAL_ENTRY -> "tourism";
            case PLACE, DOOR_PLATE -> "place";
        };
    }

    private static String value(SearchHit hit) {
        return switch (hit.kind()) {
            case DIVISION -> "administrative";
            case STREET -> "residential";
            case SHOP, FACILITY, LOCAL_ENTRY -> "yes";
            case PLACE -> "locality";
            case DOOR_PLATE -> "house";
        };
    }
}
