package cn.diming.dataimport.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from column names where a position may be: lng/lat, 经度/纬度, x/y, wkt. For a person to confirm. */
public final class GeometryColumnNames {
    private static final List<String> X =
            List.of("longitude", "east_longitude", "lng", "lon", "long", "经度", "东经", "x", "x坐标", "横坐标");
    private static final List<String> Y =
            List.of("latitude", "north_latitude", "lat", "lat", "lat", "纬度", "北纬", "y", "y坐标", "纵坐标");
    private static final Pattern X_NAME =
            Pattern.compile("(.*[_ ])??(" + String.join("|", X) + ")([_ (（].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WKT_NAME = Pattern.compile("wkt|the_geom|geom|geometry|wkt_geom|几何|图形");

    private GeometryColumnNames() {}

    /** All guesses, in the order of the columns, pairs before text. */
    public static List<GeometryColumns> guess(List<String> names) {
        List<GeometryColumns> found = new ArrayList<>();
        for (String name : names) {
            Matcher x = X_NAME.matcher(name.strip());
            if (x.matches()) {
                partner(x, names).ifPresent(y -> found.add(new GeometryColumns.Pair(name, y)));
            }
        }
        for (String name : names) {
            if (WKT_NAME.matcher(name.strip().toLowerCase(Locale.ROOT)).matches()) {
                found.add(new GeometryColumns.Wkt(name));
            }
        }
        return found;
    }

    private static Optional<String> partner(Matcher x, List<String> names) {
        String y = Y.get(X.indexOf(x.group(2).toLowerCase(Locale.ROOT)));
        String wanted = or(x.group(1)) + y + or(x.group(3));
        return names.stream()
                .filter(name -> name.strip().equalsIgnoreCase(wanted))
                .findFirst();
    }

    private static String or(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }
}
