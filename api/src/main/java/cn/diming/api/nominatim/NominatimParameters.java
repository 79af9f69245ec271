package cn.diming.api.nominatim;

import cn.diming.api.answer.Given;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.MatchLevel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a Nominatim request; unknown ones are passed over, as Nominatim does. */
record NominatimParameters(Map<String, String> values) {

    static final int USUAL_LIMIT = 10;
    private static final int MOST = 50;
    private static final Set<String> FORMATS = Set.of("xml", "json", "jsonv2", "geojson", "geocodejson");

    Optional<String> text(String name) {
        return Given.text(values.get(name));
    }

    /** Python writes True, others 1 or true: only 0 and nothing are no. */
    boolean is(String name, boolean usual) {
        return text(name).map(text -> !text.equals("0")).orElse(usual);
    }

    String format(String usual) {
        String format = text("format").orElse(usual);
        if (!FORMATS.contains(format)) {
            throw new NominatimRefused(
                    400, "Parameter 'format' must be one of: geocodejson, geojson, json, jsonv2, xml");
        }
        return format;
    }

    int limit() {
        int limit = text("limit").map(text -> (int) number("limit", text)).orElse(USUAL_LIMIT);
        return Math.clamp(limit, 1, MOST);
    }

    double number(String name) {
        return number(
                name, text(name).orElseThrow(() -> new NominatimRefused(400, "Parameter '" + name + "' missing.")));
    }

    static double number(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw notANumber(name, wrong);
        }
        throw notANumber(name, null);
    }

    private static NominatimRefused notANumber(String name, @Nullable Exception cause) {
        NominatimRefused refused = new NominatimRefused(400, "Parameter '" + name + "' must be a number.");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    LonLat point() {
        try {
            return new LonLat(number("lon"), number("lat"));
        } catch (BadCoordinateException wrong) {
            NominatimRefused refused =
                    new NominatimRefused(400, "Parameter 'lat' or 'lon' is outside of the valid range.");
            refused.initCause(wrong);
            throw refused;
        }
    }

    /** Any two opposite corners. */
    Optional<Bbox> viewbox() {
        Optional<String> corners = text("viewbox");
        return (corners.isPresent() ? corners : text("viewboxlbrt")).map(NominatimParameters::box);
    }

    private static Bbox box(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new NominatimRefused(400, "Bounding box must have 4 coordinates.");
        }
        double x1 = Math.clamp(number("viewbox", parts[0].strip()), -180, 180);
        double y1 = Math.clamp(number("viewbox", parts[1].strip()), -90, 90);
        double x2 = Math.clamp(number("viewbox", parts[2].strip()), -180, 180);
        double y2 = Math.clamp(number("viewbox", parts[3].strip()), -90, 90);
        return new Bbox(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    /** Empty = all; {@code layer} and {@code featureType} in our levels. */
    Set<MatchLevel> levels() {
        Optional<String> feature = text("featureType");
        if (feature.isPresent()) {
            return switch (feature.get()) {
                case "state" -> EnumSet.of(MatchLevel.PROVINCE);
                case "city" -> EnumSet.of(MatchLevel.CITY, MatchLevel.DISTRICT, MatchLevel.TOWNSHIP);
                case "settlement" ->
                    EnumSet.of(MatchLevel.CITY, MatchLevel.DISTRICT, MatchLevel.TOWNSHIP, MatchLevel.VILLAGE);
                case "country" -> EnumSet.noneOf(MatchLevel.class);
                default ->
                    throw new NominatimRefused(
                            400, "Parameter 'featureType' must be one of: country, state, city, settlement");
            };
        }
        Set<MatchLevel> levels = EnumSet.noneOf(MatchLevel.class);
        for (String layer : list("layer")) {
            levels.addAll(
                    switch (layer) {
                        case "address" -> EnumSet.complementOf(EnumSet.of(MatchLevel.POI));
                        case "poi", "railway", "natural", "manmade" -> EnumSet.of(MatchLevel.POI);
                        default ->
                            throw new NominatimRefused(400, "Parameter 'layer' contains an unknown layer: " + layer);
                    });
        }
        return levels;
    }

    boolean wantsChina() {
        List<String> countries = list("countrycodes");
        return (countries.isEmpty() || countries.stream().anyMatch("cn"::equalsIgnoreCase))
                && !Objects.equals(values.get("featureType"), "country");
    }

    Set<Long> excluded() {
        return list("exclude_place_ids").stream()
                .filter(text -> text.matches("\\d{1,16}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
