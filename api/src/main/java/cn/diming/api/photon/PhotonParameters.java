package cn.diming.api.photon;

import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.Bias;
import cn.diming.core.search.MatchLevel;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** The parameters of a Photon request. Those that are not known, or that say nothing to our data, are passed over. */
final class PhotonParameters {

    private static final int MOST = 50;
    private static final double USUAL_ZOOM = 12;

    /** Photon's layers in our levels. */
    private static final Map<String, Set<MatchLevel>> LAYERS = Map.of(
            "house", EnumSet.of(MatchLevel.DOOR, MatchLevel.UNIT, MatchLevel.POI),
            "street", EnumSet.of(MatchLevel.ROAD, MatchLevel.CROSSING),
            "locality", EnumSet.of(MatchLevel.VILLAGE),
            "district", EnumSet.of(MatchLevel.TOWNSHIP, MatchLevel.DISTRICT),
            "city", EnumSet.of(MatchLevel.CITY, MatchLevel.TOWNSHIP),
            "county", EnumSet.of(MatchLevel.DISTRICT, MatchLevel.CITY),
            "state", EnumSet.of(MatchLevel.PROVINCE),
            "country", EnumSet.noneOf(MatchLevel.class),
            "other", EnumSet.of(MatchLevel.POI));

    private final MultiValueMap<String, String> values;

    PhotonParameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    int limit(int usual) {
        int limit = text("limit").map(text -> (int) number("limit", text)).orElse(usual);
        if (limit < 1) {
            throw PhotonRefused.parameter("limit", "must be at least 1", Integer.toString(limit));
        }
        return Math.min(limit, MOST);
    }

    double radiusMetres() {
        double kilometres = text("radius").map(text -> number("radius", text)).orElse(1.0);
        if (!(kilometres > 0 && kilometres <= 5000)) {
            throw PhotonRefused.parameter("radius", "must be between 0 and 5000", Double.toString(kilometres));
        }
        return kilometres * 1000;
    }

    /** Both or neither. */
    Optional<LonLat> point() {
        Optional<String> lon = text("lon");
        Optional<String> lat = text("lat");
        if (lon.isPresent() != lat.isPresent()) {
            throw PhotonRefused.message("lat and lon parameter must be given together");
        }
        return lon.map(x -> point(x, lat.orElseThrow()));
    }

    private static LonLat point(String lonText, String latText) {
        double lon = number("lon", lonText);
        double lat = number("lat", latText);
        try {
            return new LonLat(lon, lat);
        } catch (BadCoordinateException wrong) {
            boolean latitude = !(Math.abs(lat) <= 90);
            PhotonRefused refused = latitude
                    ? PhotonRefused.parameter("lat", "must be between -90 and 90", latText)
                    : PhotonRefused.parameter("lon", "must be between -180 and 180", lonText);
            refused.initCause(wrong);
            throw refused;
        }
    }

    /** A fractional zoom, which maps have and Photon refuses, is taken as it is. */
    Optional<Bias> bias() {
        double zoom = text("zoom").map(text -> number("zoom", text)).orElse(USUAL_ZOOM);
        return point().map(point -> Bias.ofView(point, zoom));
    }

    SearchFilter filter() {
        SearchFilter filter = SearchFilter.NONE;
        Optional<Bbox> box = text("bbox").map(PhotonParameters::box);
        filter = box.isPresent() ? filter.within(box.get()) : filter;
        List<String> layers = all("layer");
        if (!layers.isEmpty()) {
            Set<MatchLevel> levels = EnumSet.noneOf(MatchLevel.class);
            for (String layer : layers) {
                Set<MatchLevel> known = LAYERS.get(layer);
                if (known == null) {
                    throw PhotonRefused.message("Invalid layer '" + layer
                            + "'. Allowed layers are: house,street,locality,district,city,county,state,country,other");
                }
                levels.addAll(known);
            }
            filter = filter.onlyLevels(levels);
        }
        return tags(filter);
    }

    /** Only what our records have an equivalent of: shops, streets, places, divisions. */
    private SearchFilter tags(SearchFilter filter) {
        Set<SearchKind> wanted = EnumSet.noneOf(SearchKind.class);
        for (String tag : all("osm_tag")) {
            if (!tag.startsWith("!")) {
                wanted.addAll(
                        switch (tag.replaceFirst(":.*", "")) {
                            case "shop" -> EnumSet.of(SearchKind.SHOP);
                            case "amenity" -> EnumSet.of(SearchKind.FACILITY, SearchKind.SHOP);
                            case "highway" -> EnumSet.of(SearchKind.STREET);
                            case "boundary" -> EnumSet.of(SearchKind.DIVISION);
                            case "place" -> EnumSet.of(SearchKind.PLACE, SearchKind.DIVISION);
                            default -> EnumSet.noneOf(SearchKind.class);
                        });
            }
        }
        return wanted.isEmpty() ? filter : filter.only(wanted);
    }

    /** Whether results of China are wanted. */
    boolean wantsChina() {
        List<String> countries = all("countrycode");
        return countries.isEmpty() || countries.stream().anyMatch("cn"::equalsIgnoreCase);
    }

    boolean is(String name) {
        return text(name)
                .filter(text -> !text.equals("0") && !text.equalsIgnoreCase("false"))
                .isPresent();
    }

    private List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Bbox box(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw PhotonRefused.message("Invalid number of supplied coordinates in parameter 'bbox', expected: 4");
        }
        try {
            return new Bbox(
                    number("bbox", parts[0]),
                    number("bbox", parts[1]),
                    number("bbox", parts[2]),
                    number("bbox", parts[3]));
        } catch (BadCoordinateException wrong) {
            PhotonRefused refused = PhotonRefused.message("Invalid bounding box coordinates in parameter 'bbox'");
            refused.initCause(wrong);
            throw refused;
        }
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException wrong) {
            PhotonRefused refused = PhotonRefused.parameter(name, "is not a number", text);
            refused.initCause(wrong);
            throw refused;
        }
    }
}
