package cn.diming.core.geo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/**
 * A reference system that coordinates may come or go in, always with longitude or easting first.
 *
 * @param id {@code EPSG:4490}, {@code GCJ-02}, {@code BD-09} …
 */
public record Crs(String id) {

    public static final Crs CGCS2000 = new Crs("EPSG:4490");
    public static final Crs WGS84 = new Crs("EPSG:4326");
    public static final Crs WEB_MERCATOR = new Crs("EPSG:3857");
    /** The shifted system of Amap and Tencent; for exchange with them only, never for measuring. */
    public static final Crs GCJ02 = new Crs("GCJ-02");
    /** The shifted system of Baidu; for exchange with it only, never for measuring. */
    public static final Crs BD09 = new Crs("BD-09");

    private static final Map<String, Crs> NAMES = Map.ofEntries(
            Map.entry("CGCS2000", CGCS2000),
            Map.entry("WGS84", WGS84),
            Map.entry("WGS-84", WGS84),
            Map.entry("CRS84", WGS84),
            Map.entry("GCJ-02", GCJ02),
            Map.entry("GCJ02", GCJ02),
            Map.entry("BD-09", BD09),
            Map.entry("BD09", BD09),
            Map.entry("BD09LL", BD09));

    private static final Pattern EPSG = Pattern.compile(
            "(?:EPSG:|URN:OGC:DEF:CRS:EPSG:[^:]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[^/]+/)?(\\d{4,6})");
    private static final Pattern CRS84 = Pattern.compile(
            "URN:OGC:DEF:CRS:OGC:[^:]*:CRS84|OGC:CRS84|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/1\\.3/CRS84");

    /** Looking a WKT up in the EPSG database takes up to a second; the texts of .prj files are few. */
    private static final Map<String, Optional<Crs>> BY_WKT = new ConcurrentHashMap<>();

    private static final int LONGEST_WKT = 20_000;
    private static final int MOST_WKTS = 1_000;

    /**
     * Understands {@code EPSG:4490}, {@code 4490}, {@code CGCS2000}, {@code WGS84}, {@code GCJ-02}, {@code BD-09}, OGC URNs
     * and URLs, in any case.
     *
     * @throws IllegalArgumentException with a Chinese sentence for anything else
     */
    public static Crs parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        Crs known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (CRS84.matcher(name).matches()) {
            return WGS84;
        }
        Matcher epsg = EPSG.matcher(name);
        if (name.length() < 100 && epsg.matches() && EpsgSystems.exists(epsg.group(1))) {
            return new Crs("EPSG:" + epsg.group(1));
        }
        throw new IllegalArgumentException("不认识的坐标系“" + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                + "”，可用 EPSG 代码（如 EPSG:4490、EPSG:4547）、CGCS2000、WGS84、GCJ-02 或 BD-09");
    }

    /** The system that a .prj file's WKT describes; empty when the EPSG database has none like it. */
    public static Optional<Crs> fromWkt(String wkt) {
        if (wkt.length() > LONGEST_WKT) {
            return Optional.empty();
        }
        if (BY_WKT.size() > MOST_WKTS) {
            BY_WKT.clear();
        }
        return BY_WKT.computeIfAbsent(wkt.strip(), Crs::lookUp);
    }

    public boolean isShifted() {
        return this.equals(GCJ02) || this.equals(BD09);
    }

    private static Optional<Crs> lookUp(String wkt) {
        try {
            Integer code = CRS.lookupEpsgCode(CRS.parseWKT(wkt), false);
            return Optional.ofNullable(code).map(c -> new Crs("EPSG:" + c));
        } catch (FactoryException | RuntimeException | StackOverflowError unreadable) {
            return Optional.empty(); // a .prj is what a stranger wrote: unreadable means not known
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
