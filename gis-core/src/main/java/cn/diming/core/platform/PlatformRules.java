package cn.diming.core.platform;

import cn.diming.core.collect.MapPlatform;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.LonLat;
import cn.diming.core.rules.LocalRow;
import cn.diming.core.shop.ShopCategory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What one platform asks of a shop: fields, photos, coordinates. Data, with where each is from.
 *
 * @param nameLongest characters
 * @param licence whether a photo of the licence goes along
 * @param doorNumber whether the address must have a number
 * @param doorMetres how far the marked place may be from the door of the address
 * @param photos how many at most go along, besides the licence
 * @param photoShortEdge pixels at least
 * @param photoLongEdge pixels at most
 * @param portal where it is submitted
 * @param route template of a link that finds the way
 * @param source where all this is from, with what is unverified (待核)
 */
public record PlatformRules(
        MapPlatform platform,
        Crs crs,
        int nameLongest,
        boolean licence,
        boolean creditCode,
        boolean doorNumber,
        double doorMetres,
        boolean hours,
        int photos,
        int photoShortEdge,
        int photoLongEdge,
        int photoKilobytes,
        String reviewDays,
        String portal,
        String route,
        Map<ShopCategory, String> categories,
        String source,
        String routeSource) {

    private static final Map<MapPlatform, PlatformRules> BUNDLED = new EnumMap<>(MapPlatform.class);

    static {
        LocalRow.bundled(PlatformRules.class, "platforms.yml", "地图平台", PlatformRules::of)
                .values()
                .forEach(rules -> BUNDLED.put(rules.platform, rules));
    }

    /** The rules that come with the program. */
    public static PlatformRules of(MapPlatform platform) {
        return Objects.requireNonNull(BUNDLED.get(platform), platform.title());
    }

    private static PlatformRules of(LocalRow row) {
        Map<ShopCategory, String> categories = new EnumMap<>(ShopCategory.class);
        LocalRow words = row.part("categories");
        for (ShopCategory category : ShopCategory.values()) {
            categories.put(category, words.text(category.name()));
        }
        return new PlatformRules(
                MapPlatform.valueOf(row.text("name")),
                Crs.parse(row.text("crs")),
                row.integer("nameLongest"),
                row.isTrue("licence"),
                row.isTrue("creditCode"),
                row.isTrue("doorNumber"),
                row.number("doorMetres"),
                row.isTrue("hours"),
                row.integer("photos"),
                row.integer("photoShortEdge"),
                row.integer("photoLongEdge"),
                row.integer("photoKilobytes"),
                row.text("reviewDays"),
                row.text("portal"),
                row.text("route"),
                categories,
                row.text("source"),
                row.text("routeSource"));
    }

    /** A place in the platform's own coordinates, longitude first, six decimals (about 0.1 m). */
    public String[] position(LonLat at) {
        double[] xy = CrsTransform.to(crs).apply(at.lon(), at.lat());
        return new String[] {String.format(Locale.ROOT, "%.6f", xy[0]), String.format(Locale.ROOT, "%.6f", xy[1])};
    }

    /** A link that shows the way to a place with this platform; nothing is asked of the platform until somebody follows it. */
    public String routeTo(LonLat at, String name) {
        String[] position = position(at);
        return route.replace("{lon}", position[0])
                .replace("{lat}", position[1])
                .replace(
                        "{name}",
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .replace("|", "%7C")
                .replace("{app}", "diming");
    }
}
