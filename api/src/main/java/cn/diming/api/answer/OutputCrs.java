package cn.diming.api.answer;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.LonLat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** The reference system of an answer's coordinates, and how many decimals they have. */
public final class OutputCrs {

    private static final Set<String> DEGREES = Set.of("EPSG:4490", "EPSG:4326", "GCJ-02", "BD-09");
    private static final int MERCATOR = 3857;
    private static final int FIRST_GAUSS_KRUGER = 4491;
    private static final int LAST_GAUSS_KRUGER = 4554;
    /** A fifth decimal of a degree is about a metre. */
    private static final int DECIMALS_OF_A_METRE = 5;

    private final Crs crs;
    private final CrsTransform transform;
    private final int decimals;

    private OutputCrs(Crs crs, int degreeDecimals) {
        this.crs = crs;
        this.transform = CrsTransform.to(crs);
        this.decimals = DEGREES.contains(crs.id()) ? degreeDecimals : Math.max(0, degreeDecimals - DECIMALS_OF_A_METRE);
    }

    /**
     * @param degreeDecimals for degrees; metres get as many as say the same
     * @throws ProblemException 400 for a system that the contract does not name
     */
    public static OutputCrs parse(String text, int degreeDecimals) {
        return new OutputCrs(known(text), degreeDecimals);
    }

    /** A system of the contract: CGCS2000 or WGS 84 degrees, web mercator, Gauss–Krüger, GCJ-02, BD-09. */
    static Crs known(String text) {
        if (!DEGREES.contains(text)) {
            int code = text.matches("EPSG:\\d{4}") ? Integer.parseInt(text.substring("EPSG:".length())) : 0;
            if (code != MERCATOR && (code < FIRST_GAUSS_KRUGER || code > LAST_GAUSS_KRUGER)) {
                throw new ProblemException(
                        ProblemType.BAD_REQUEST,
                        "参数 crs 只接受 EPSG:4490、EPSG:4326、EPSG:3857、EPSG:4491–EPSG:4554、GCJ-02 与 BD-09。");
            }
        }
        return Crs.parse(text);
    }

    public String id() {
        return crs.id();
    }

    public Position position(LonLat at) {
        double[] xy = transform.apply(at.lon(), at.lat());
        return new Position(round(xy[0]), round(xy[1]));
    }

    /** The box around the moved corners: west, south, east, north. */
    public List<Double> box(Bbox box) {
        Position southWest = position(new LonLat(box.minLon(), box.minLat()));
        Position northEast = position(new LonLat(box.maxLon(), box.maxLat()));
        Position northWest = position(new LonLat(box.minLon(), box.maxLat()));
        Position southEast = position(new LonLat(box.maxLon(), box.minLat()));
        return List.of(
                Math.min(southWest.x, northWest.x),
                Math.min(southWest.y, southEast.y),
                Math.max(southEast.x, northEast.x),
                Math.max(northWest.y, northEast.y));
    }

    Geometry apply(Geometry geometry) {
        return transform.apply(geometry);
    }

    double round(double value) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** Longitude or easting first. */
    public record Position(double x, double y) {}
}
