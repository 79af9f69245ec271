package cn.diming.api.ogc;

import cn.diming.api.answer.GeoJson;
import cn.diming.core.cql.BadFilter;
import cn.diming.core.cql.Condition;
import cn.diming.core.cql.CqlJson;
import cn.diming.core.cql.CqlText;
import cn.diming.core.cql.Operand;
import cn.diming.core.cql.Queryable;
import cn.diming.core.cql.Queryables;
import cn.diming.core.cql.SpatialRelation;
import cn.diming.core.feature.FeatureCursor;
import cn.diming.core.feature.FeatureQuery;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.feature.SortKey;
import cn.diming.core.feature.TimeSpan;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Geometries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The parameters of a request for the items of a collection. */
final class ItemsParameters {

    static final String CRS = "crs";
    static final String AFTER = "after";
    static final int USUAL_LIMIT = 100;
    static final int MOST = 10_000;

    static final Set<String> KNOWN = Set.of(
            "limit",
            "bbox",
            "bbox-crs",
            CRS,
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            AFTER);

    private static final String TEXT = "cql2-text";
    private static final String JSON = "cql2-json";
    /** A box is followed along its sides: straight in one system is bent in another. */
    private static final int STEPS = 64;

    private final OgcRequest request;
    private final FeatureType type;
    private final Queryables queryables;
    private final Function<String, OgcCrs> systems;
    private final boolean hasUnlocated;

    /**
     * @param systems the system of a parameter's name, such as {@code bbox-crs}, or CRS84
     * @param hasUnlocated whether there are features without geometry
     */
    ItemsParameters(OgcRequest request, FeatureType type, Function<String, OgcCrs> systems, boolean hasUnlocated) {
        this.request = request;
        this.type = type;
        this.queryables = type.queryables();
        this.systems = systems;
        this.hasUnlocated = hasUnlocated;
    }

    /** @throws cn.diming.api.problem.ProblemException 400 for what cannot be understood */
    FeatureQuery query() {
        try {
            List<SortKey> order = order();
            return new FeatureQuery(type, condition(), time(), order, after(order), limit());
        } catch (BadFilter wrong) {
            throw OgcRequest.bad("filter 有误：" + wrong.getMessage());
        }
    }

    private int limit() {
        Optional<String> text = request.find("limit");
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!text.get().matches("0*[1-9]\\d{0,17}")) {
            throw OgcRequest.bad("limit 应为 1 以上的整数");
        }
        return (int) Math.min(MOST, Long.parseLong(text.get()));
    }

    private Optional<TimeSpan> time() {
        return request.find("datetime").map(Datetimes::parse);
    }

    private Optional<Condition> condition() {
        List<Condition> parts = new ArrayList<>();
        OgcCrs boxed = systems.apply("bbox-crs"); // wrong is wrong, with a box or without
        request.find("bbox").ifPresent(text -> parts.add(inBox(text, boxed)));
        filter().ifPresent(parts::add);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.getFirst() : new Condition.All(parts));
    }

    private Optional<Condition> filter() {
        String language = request.find("filter-lang").orElse(TEXT);
        if (!language.equals(TEXT) && !language.equals(JSON)) {
            throw OgcRequest.bad("filter-lang 应为 " + TEXT + " 或 " + JSON);
        }
        OgcCrs system = systems.apply("filter-crs");
        Queryables placed = queryables.in(geometry -> toStored(system, geometry));
        return request.find("filter")
                .map(text -> language.equals(TEXT)
                        ? CqlText.parse(text, placed)
                        : CqlJson.parse(text, placed, GeoJson::geometry));
    }

    private static Geometry toStored(OgcCrs system, Geometry geometry) {
        try {
            return system.toStored(geometry);
        } catch (BadCoordinateException wrong) {
            throw new BadFilter(String.valueOf(wrong.getMessage()));
        }
    }

    /** What has no geometry is in every box (requirement {@code /req/core/fc-bbox-response}). */
    private Condition inBox(String text, OgcCrs system) {
        Queryable geometry = queryables.find(FeatureType.GEOMETRY).orElseThrow();
        List<Condition> anywhere = new ArrayList<>();
        if (hasUnlocated) {
            anywhere.add(new Condition.IsNull(new Operand.Property(geometry)));
        }
        boxes(sides(text), system).forEach(box -> anywhere.add(new Condition.Spatial(SpatialRelation.INTERSECTS, box)));
        return anywhere.isEmpty() ? new Condition.Constant(false) : new Condition.Any(anywhere);
    }

    /** Four numbers; heights, the third and sixth of six, do not matter. */
    private static double[] sides(String text) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            boolean flat = numbers.length == 4;
            if ((flat || numbers.length == 6) && DoubleStream.of(numbers).allMatch(Double::isFinite)) {
                return flat ? numbers : new double[] {numbers[0], numbers[1], numbers[3], numbers[4]};
            }
        } catch (NumberFormatException wrong) {
            throw OgcRequest.bad("bbox 应为 4 或 6 个以逗号分开的数");
        }
        throw OgcRequest.bad("bbox 应为 4 或 6 个以逗号分开的数");
    }

    /** In degrees a west that is greater than the east means across the 180th meridian. */
    private static List<Geometry> boxes(double[] sides, OgcCrs system) {
        int north = system.northFirst() ? 0 : 1;
        int east = 1 - north;
        if (sides[north] > sides[north + 2]) {
            throw OgcRequest.bad("bbox 的下边在上边之上");
        }
        if (sides[east] <= sides[east + 2]) {
            return moved(sides, system).stream().toList();
        }
        if (!system.isDegrees()) {
            throw OgcRequest.bad("bbox 的左边在右边之右");
        }
        double[] eastern = sides.clone();
        double[] western = sides.clone();
        eastern[east + 2] = 180;
        western[east] = -180;
        List<Geometry> both = new ArrayList<>();
        moved(eastern, system).ifPresent(both::add);
        moved(western, system).ifPresent(both::add);
        return both;
    }

    /** Empty for a box where the system has no places, and so no features. */
    private static Optional<Geometry> moved(double[] sides, OgcCrs system) {
        Geometry box = Geometries.FACTORY.toGeometry(
                new Envelope(new Coordinate(sides[0], sides[1]), new Coordinate(sides[2], sides[3])));
        try {
            double longest = Math.max(sides[2] - sides[0], sides[3] - sides[1]);
            return Optional.of(system.toStored(
                    system.isDegrees() || longest == 0 ? box : Densifier.densify(box, longest / STEPS)));
        } catch (BadCoordinateException nowhere) {
            return Optional.empty();
        }
    }

    private List<SortKey> order() {
        List<SortKey> keys = new ArrayList<>();
        for (String part :
                request.find("sortby").map(text -> text.split(",", -1)).orElse(new String[0])) {
            String name = part.strip().replaceFirst("^[+-]", "");
            Queryable property = queryables
                    .find(name)
                    .filter(found -> found.type() != Queryable.Type.GEOMETRY)
                    .orElseThrow(() -> OgcRequest.bad("不能按 " + OgcRequest.shorten(name) + " 排序"));
            keys.add(new SortKey(property, part.strip().startsWith("-")));
        }
        if (keys.size() > FeatureQuery.MOST_KEYS) {
            throw OgcRequest.bad("最多按 " + FeatureQuery.MOST_KEYS + " 个属性排序");
        }
        return keys;
    }

    private Optional<FeatureCursor> after(List<SortKey> order) {
        return request.find(AFTER)
                .map(text ->
                        FeatureCursor.parse(text, order).orElseThrow(() -> OgcRequest.bad("after 应取自上一页的 next 链接")));
    }

    /** The properties to be shown; empty = all. */
    Optional<Set<String>> properties() {
        return request.find("properties").map(text -> {
            Set<String> names = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> known = FeatureProperties.names(type);
            names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw OgcRequest.bad("没有属性 " + OgcRequest.shorten(name));
            });
            return names;
        });
    }
}
