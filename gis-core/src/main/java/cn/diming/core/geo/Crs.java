package cn.diming.core.geo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * A reference system that coordinates may come or go in, always with longitude or easting first.
 *
 * @param id {@code EPSG:4490}, {@code GCJ-02}, {@code BD-09} …
 */
public record Crs(String id) {

    private static final Pattern CANONICAL = Pattern.compile("EPSG:\\d{4,6}|GCJ-02|BD-09");

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

    /** What a .prj says its own code is; it may lie, so its parameters are looked up instead. */
    private static final Pattern AUTHORITY =
            Pattern.compile(",\\s*AUTHORITY\\s*[\\[(][^\\])]*[\\])]", Pattern.CASE_INSENSITIVE);

    /** Looking a WKT up in the EPSG database takes up to a second; the texts of .prj files are few. */
    private static final Map<String, Optional<Crs>> BY_WKT = new ConcurrentHashMap<>();

    private static final int LONGEST_WKT = 20_000;
    private static final int MOST_WKTS = 1_000;

    /** @throws IllegalArgumentException when the id is not written in the one canonical way; see {@link #parse(String)} */
    public Crs {
        if (!CANONICAL.matcher(id).matches()) {
            throw new IllegalArgumentException("不是坐标系代号：" + shorten(id));
        }
    }

    /**
     * Understands {@code EPSG:4490}, {@code 4490}, {@code CGCS2000}, {@code WGS84}, {@code GCJ-02}, {@code BD-09}, OGC URNs
     * and URLs, in any case. Only geographic and projected systems in two dimensions are taken.
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
        if (name.length() < 100 && epsg.matches() && EpsgSystems.isHorizontal("EPSG:" + epsg.group(1))) {
            return new Crs("EPSG:" + epsg.group(1));
        }
        throw new IllegalArgumentException(
                "不认识的坐标系“" + shorten(text) + "”，可用 EPSG 代码（如 EPSG:4490、EPSG:4547）、CGCS2000、WGS84、GCJ-02 或 BD-09");
    }

    /**
     * The system that a .prj file's WKT 1 describes, of a compound one its horizontal part; empty when the EPSG database has
     * none with these parameters. A code that the text claims for itself does not count.
     */
    public static Optional<Crs> fromWkt(String wkt) {
        if (wkt.length() > LONGEST_WKT) {
            return Optional.empty();
        }
        if (BY_WKT.size() > MOST_WKTS) {
            BY_WKT.clear();
        }
        return BY_WKT.computeIfAbsent(wkt.replace("\uFEFF", "").strip(), Crs::lookUp);
    }

    public boolean isShifted() {
        return this.equals(GCJ02) || this.equals(BD09);
    }

    /** What people call the system, in Chinese where there is a Chinese name. */
    public String title() {
        return switch (id) {
            case "GCJ-02" -> "GCJ-02（高德、腾讯地图的偏移坐标）";
            case "BD-09" -> "BD-09（百度地图的偏移坐标）";
            case "EPSG:4490" -> "2000 国家大地坐标系";
            case "EPSG:4326" -> "WGS 84";
            case "EPSG:3857" -> "Web 墨卡托";
            case "EPSG:4214" -> "1954 北京坐标系";
            case "EPSG:4610" -> "1980 西安坐标系";
            default -> GaussKruger.of(this).map(zone -> zone.title(this)).orElseGet(() -> EpsgSystems.name(id));
        };
    }

    /** In Chinese, how far coordinates taken from this system can be trusted, where that needs saying. */
    public Optional<String> accuracyNote() {
        if (isShifted()) {
            return Optional.of("按公开的近似公式换算，仅供对照，不可用于量测");
        }
        return EpsgSystems.datum(id).equals("Beijing 1954")
                ? Optional.of("1954 北京坐标系按 EPSG 公布的参数转换，误差可达数十米，不可用于勘界和编号")
                : Optional.empty();
    }

    private static Optional<Crs> lookUp(String wkt) {
        try {
            CoordinateReferenceSystem horizontal =
                    CRS.getHorizontalCRS(CRS.parseWKT(AUTHORITY.matcher(wkt).replaceAll("")));
            return horizontal == null
                    ? Optional.empty()
                    : Optional.ofNullable(CRS.lookupEpsgCode(horizontal, false)).map(code -> new Crs("EPSG:" + code));
        } catch (FactoryException | RuntimeException | StackOverflowError unreadable) {
            return Optional.empty(); // a .prj is what a stranger wrote: unreadable means not known
        }
    }

    private static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    @Override
    public String toString() {
        return id;
    }
}
