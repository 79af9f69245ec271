package cn.diming.dataimport.source;

import cn.diming.core.geo.Crs;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of reference systems as old GeoJSON files write them. */
final class CrsNames {
    private static final Pattern EPSG = Pattern.compile("(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|EPSG:)(\\d{4,6})");
    private static final Pattern CRS84 = Pattern.compile("(?i)(?:urn:ogc:def:crs:OGC:[^:]*:|OGC:)CRS84");

    private CrsNames() {}

    /** The system of that name; nothing where we do not know it. */
    static Optional<Crs> find(String name) {
        if (CRS84.matcher(name).matches()) {
            return parse("EPSG:4326");
        }
        Matcher epsg = EPSG.matcher(name);
        return epsg.matches() ? parse("EPSG:" + epsg.group(1)) : Optional.empty();
    }

    private static Optional<Crs> parse(String code) {
        try {
            return Optional.of(Crs.parse(code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
