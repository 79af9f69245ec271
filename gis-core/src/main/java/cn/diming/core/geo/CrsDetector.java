package cn.diming.core.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Says in which reference system coordinates seem to be: from their size and writing, and, where something is known of the place
 * (a line, outlines, points), from how far they lie off it when read one way or another. GCJ-02 moves a place in China by some
 * 300 to 700 m and BD-09 by about twice as much, always in about the same direction, so that a batch of points tells them apart.
 */
public final class CrsDetector {

    /** Beyond this a batch has told what it can. */
    private static final int SAMPLE = 400;
    /** Another reading must bring coordinates this much nearer to be believed. */
    private static final double MUCH_NEARER = 0.35;
    /** Nearer than this to what is known, coordinates are right as they stand; GNSS and maps are no better. */
    private static final double RIGHT_METRES = 60;

    /** Rounding writes sixty where the next minute was meant. */
    private static final double SIXTY = 60;

    private static final double MIN_LON = 72;
    private static final double MAX_LON = 137;
    private static final double MIN_LAT = 3;
    private static final double MAX_LAT = 55;

    private final List<Coordinate> sample;
    private final Optional<Geometry> known;

    private CrsDetector(List<Coordinate> given, Optional<Geometry> known) {
        int step = Math.max(1, given.size() / SAMPLE);
        this.sample = new ArrayList<>();
        for (int i = 0; i < given.size(); i += step) {
            sample.add(given.get(i));
        }
        this.known = known.filter(geometry -> !geometry.isEmpty());
    }

    /**
     * @param given coordinates as they came, whatever they are
     * @param known what is known of the place, EPSG:4490: lines, outlines (their edges count) or points
     */
    public static CrsOpinion judge(List<Coordinate> given, Optional<Geometry> known) {
        boolean finite = !given.isEmpty() && given.stream().allMatch(c -> Double.isFinite(c.x) && Double.isFinite(c.y));
        return finite
                ? new CrsDetector(given, known).judge()
                : new CrsOpinion(
                        CrsOpinion.Writing.UNKNOWN,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "没有坐标，或坐标不是数值");
    }

    /** A way to read the numbers. */
    private record Reading(CrsOpinion.Writing writing, Crs crs, String why) {

        /** In EPSG:4490; fails where the numbers do not fit. */
        Coordinate read(Coordinate c, CrsTransform transform) {
            double[] xy = switch (writing) {
                case LAT_LON, NORTHING_EASTING -> new double[] {c.y, c.x};
                case DEGREES_MINUTES -> new double[] {minutes(c.x), minutes(c.y)};
                case DEGREES_MINUTES_SECONDS -> new double[] {seconds(c.x), seconds(c.y)};
                default -> new double[] {c.x, c.y};
            };
            double[] moved = transform.apply(xy[0], xy[1]);
            return new Coordinate(moved[0], moved[1]);
        }

        private static double minutes(double packed) {
            double degrees = Math.floor(packed / 100);
            return degrees + (packed - degrees * 100) / 60;
        }

        private static double seconds(double packed) {
            double degrees = Math.floor(packed / 10_000);
            double minutes = Math.floor((packed - degrees * 10_000) / 100);
            return degrees + minutes / 60 + (packed - degrees * 10_000 - minutes * 100) / 3600;
        }
    }

    private CrsOpinion judge() {
        List<Reading> readings = readings();
        if (readings.isEmpty()) {
            return new CrsOpinion(
                    CrsOpinion.Writing.UNKNOWN,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    "数值既不像中国范围内的经纬度，也不像高斯投影或墨卡托坐标");
        }
        return known.isPresent() ? compared(readings) : bySize(readings);
    }

    /** Without anything known, only writings can be told from one another; shifted systems look like any other degrees. */
    private CrsOpinion bySize(List<Reading> readings) {
        Reading first = readings.getFirst();
        boolean sure = readings.stream().allMatch(other -> other.writing == first.writing)
                && (first.writing == CrsOpinion.Writing.LON_LAT
                        || readings.stream().allMatch(other -> other.crs.equals(first.crs)));
        boolean degrees = first.writing != CrsOpinion.Writing.EASTING_NORTHING
                && first.writing != CrsOpinion.Writing.NORTHING_EASTING;
        String more = degrees ? "；是否为 GCJ-02、BD-09 须与已知位置对照" : "";
        return new CrsOpinion(
                first.writing,
                sure || degrees ? Optional.of(first.crs) : Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                first.why
                        + (sure
                                ? more
                                : "；也可能是"
                                        + readings.get(readings.size() / 2).crs.title() + more));
    }

    private CrsOpinion compared(List<Reading> readings) {
        Geometry place = known.orElseThrow();
        LocalPlane plane = new LocalPlane(LonLat.of(place.getEnvelopeInternal().centre()));
        IndexedFacetDistance distance = new IndexedFacetDistance(plane.toMetres(place));
        Reading best = readings.getFirst();
        double nearest = Double.POSITIVE_INFINITY;
        OptionalDouble stated = OptionalDouble.empty();
        for (Reading reading : readings) {
            double median = median(reading, plane, distance);
            if (reading.writing == CrsOpinion.Writing.LON_LAT && reading.crs.equals(Crs.CGCS2000)) {
                stated = OptionalDouble.of(median);
            }
            boolean plain = stated.isPresent() && stated.getAsDouble() <= RIGHT_METRES;
            double threshold = stated.isPresent() && nearest == stated.getAsDouble() ? MUCH_NEARER * nearest : nearest;
            if (median < threshold && !(plain && nearest <= RIGHT_METRES)) {
                nearest = median;
                best = reading;
            }
        }
        return new CrsOpinion(
                best.writing, Optional.of(best.crs), OptionalDouble.of(nearest), stated, why(best, nearest, stated));
    }

    private static String why(Reading best, double nearest, OptionalDouble stated) {
        String after = String.format(Locale.ROOT, "这样读取后与已知位置相距（中位数）%.0f 米", nearest);
        boolean same = best.writing == CrsOpinion.Writing.LON_LAT && best.crs.equals(Crs.CGCS2000);
        String before =
                stated.isPresent() && !same ? String.format(Locale.ROOT, "，照原样读取则为 %.0f 米", stated.getAsDouble()) : "";
        return best.why + "；" + after + before;
    }

    /** Middle of the distances: one stray point, or a track that leaves the line, does not decide. */
    private double median(Reading reading, LocalPlane plane, IndexedFacetDistance distance) {
        try {
            CrsTransform transform = CrsTransform.from(reading.crs);
            double[] distances = sample.stream()
                    .mapToDouble(c -> distance.distance(
                            Geometries.FACTORY.createPoint(plane.toMetres(reading.read(c, transform)))))
                    .sorted()
                    .toArray();
            return distances[distances.length / 2];
        } catch (BadCoordinateException unfit) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        if (x(between(MIN_LON, MAX_LON)) && y(between(MIN_LAT, MAX_LAT))) {
            degrees(CrsOpinion.Writing.LON_LAT, "数值在中国的经纬度范围内", readings);
        } else if (x(between(MIN_LAT, MAX_LAT)) && y(between(MIN_LON, MAX_LON))) {
            degrees(CrsOpinion.Writing.LAT_LON, "第一个数在纬度范围、第二个数在经度范围内", readings);
        } else if (x(packedMinutes(MIN_LON, MAX_LON)) && y(packedMinutes(MIN_LAT, MAX_LAT))) {
            degrees(CrsOpinion.Writing.DEGREES_MINUTES, "整数部分后两位都小于 60，像是度分连写", readings);
        } else if (x(packedSeconds(MIN_LON, MAX_LON)) && y(packedSeconds(MIN_LAT, MAX_LAT))) {
            degrees(CrsOpinion.Writing.DEGREES_MINUTES_SECONDS, "每两位都小于 60，像是度分秒连写", readings);
        } else {
            projected(CrsOpinion.Writing.EASTING_NORTHING, c -> c.x, c -> c.y, readings);
            projected(CrsOpinion.Writing.NORTHING_EASTING, c -> c.y, c -> c.x, readings);
        }
        return readings;
    }

    private static void degrees(CrsOpinion.Writing writing, String why, List<Reading> readings) {
        readings.add(new Reading(writing, Crs.CGCS2000, why));
        readings.add(new Reading(writing, Crs.GCJ02, why + "，偏移与高德、腾讯地图相符"));
        readings.add(new Reading(writing, Crs.BD09, why + "，偏移与百度地图相符"));
    }

    private void projected(
            CrsOpinion.Writing writing,
            ToDoubleFunction<Coordinate> easting,
            ToDoubleFunction<Coordinate> northing,
            List<Reading> readings) {
        if (!all(northing, between(300_000, 6_200_000))) {
            mercator(writing, easting, northing, readings);
            return;
        }
        Optional<GaussKruger> carried = GaussKruger.ofEasting(easting.applyAsDouble(sample.getFirst()));
        if (carried.isPresent() && all(easting, e -> GaussKruger.ofEasting(e).equals(carried))) {
            GaussKruger zone = carried.get();
            readings.add(new Reading(
                    writing,
                    zone.withZonePrefix(),
                    "东坐标八位，前两位 " + zone.zone() + " 是 " + zone.widthDegrees() + " 度带带号"));
        }
        mercator(writing, easting, northing, readings);
        if (all(easting, between(100_000, 900_000)) && all(northing, between(1_900_000, 6_200_000))) {
            zones().forEach(zone -> readings.add(new Reading(
                    writing,
                    zone.withoutZonePrefix(),
                    "东坐标六位、不带带号，中央经线 " + zone.centralMeridian() + "°（" + zone.widthDegrees() + " 度带）")));
        }
    }

    private void mercator(
            CrsOpinion.Writing writing,
            ToDoubleFunction<Coordinate> easting,
            ToDoubleFunction<Coordinate> northing,
            List<Reading> readings) {
        if (all(easting, between(8_000_000, 15_300_000)) && all(northing, between(330_000, 7_400_000))) {
            readings.add(new Reading(writing, Crs.WEB_MERCATOR, "数值在网络墨卡托投影的范围内"));
        }
    }

    /** With a place known, the zones beside it; else all, from which nobody can choose by the numbers. */
    private List<GaussKruger> zones() {
        List<GaussKruger> zones = new ArrayList<>();
        if (known.isPresent()) {
            double lon = known.get().getEnvelopeInternal().centre().x;
            for (double at : new double[] {lon, lon - 3, lon + 3}) {
                zones.add(GaussKruger.threeDegree(Math.clamp(at, 75, 135)));
            }
            zones.add(GaussKruger.sixDegree(Math.clamp(lon, 73, 135)));
            return zones;
        }
        for (int zone = 25; zone <= 45; zone++) {
            zones.add(new GaussKruger(zone, 3));
        }
        return zones;
    }

    private boolean x(DoublePredicate fits) {
        return all(c -> c.x, fits);
    }

    private boolean y(DoublePredicate fits) {
        return all(c -> c.y, fits);
    }

    private boolean all(ToDoubleFunction<Coordinate> ordinate, DoublePredicate fits) {
        return sample.stream().mapToDouble(ordinate).allMatch(fits);
    }

    private static DoublePredicate between(double least, double most) {
        return value -> value >= least && value <= most;
    }

    private static DoublePredicate packedMinutes(double least, double most) {
        return value -> value >= least * 100 && value <= most * 100 && value % 100 <= SIXTY;
    }

    private static DoublePredicate packedSeconds(double least, double most) {
        return value -> value >= least * 10_000
                && value <= most * 10_000
                && value % 100 <= SIXTY
                && Math.floor(value / 100) % 100 <= SIXTY;
    }
}
