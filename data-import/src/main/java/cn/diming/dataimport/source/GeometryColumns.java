package cn.diming.dataimport.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Where a table without geometry keeps its position; columns may be paths into nested JSON ({@code pt[0]}). */
public sealed interface GeometryColumns {
    /** The geometry of a row; nothing where the columns are empty. Faults are added to {@code problems}. */
    Optional<Geometry> read(Map<String, Object> attributes, List<SourceProblem> problems);

    /** A pair of columns: decimal degrees, degrees with minutes and seconds, or metres. */
    record Pair(String x, String y) implements GeometryColumns {
        private static final GeometryFactory FACTORY = new GeometryFactory();

        @Override
        public Optional<Geometry> read(Map<String, Object> attributes, List<SourceProblem> problems) {
            String east = text(attributes, x);
            String north = text(attributes, y);
            if (east.isEmpty() && north.isEmpty()) {
                return Optional.empty();
            }
            Optional<Geometry> point = CoordinateText.parse(east)
                    .flatMap(lon -> CoordinateText.parse(north).map(lat -> new Coordinate(lon, lat)))
                    .map(FACTORY::createPoint);
            if (point.isEmpty()) {
                problems.add(SourceProblem.row(
                        "坐标无法读取：" + x + " = " + Words.quote(east) + "，" + y + " = " + Words.quote(north)));
            }
            return point;
        }
    }

    /** A column of well-known text. */
    record Wkt(String column) implements GeometryColumns {
        private static final Pattern SRID = Pattern.compile("(?i)^SRID\\s*=\\s*\\d+\\s*;");
        /** Collections within collections deeper than this are an attack on the stack, not data. */
        private static final int DEPTH = 16;

        @Override
        public Optional<Geometry> read(Map<String, Object> attributes, List<SourceProblem> problems) {
            String wkt = SRID.matcher(text(attributes, column)).replaceFirst("");
            if (wkt.isEmpty()) {
                return Optional.empty();
            }
            try {
                if (depth(wkt) <= DEPTH) {
                    return Planar.of(new WKTReader().read(wkt), problems);
                }
            } catch (ParseException | IllegalArgumentException unreadable) {
                // told below, in words a person understands
            }
            problems.add(SourceProblem.row("WKT 无法读取：" + Words.quote(wkt)));
            return Optional.empty();
        }

        private static int depth(String wkt) {
            int depth = 0;
            int deepest = 0;
            for (int i = 0; i < wkt.length(); i++) {
                depth += wkt.charAt(i) == '(' ? 1 : wkt.charAt(i) == ')' ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
            return deepest;
        }
    }

    private static String text(Map<String, Object> attributes, String path) {
        return SourceFeature.valueAt(attributes, path)
                .map(value -> value.toString().strip())
                .orElse("");
    }
}
