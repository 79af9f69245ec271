package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsDetector;
import cn.diming.core.geo.CrsOpinion;
import cn.diming.core.geo.CrsOpinion.Writing;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.plan.DraftMaker;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether the coordinates of a file are what they are taken for. Their writing is seen from the numbers. A shift as of GCJ-02 or
 * BD-09 is seen only against what the register knows: places of the same name, streets of plates, outlines of the same
 * divisions. Both are judged before a single row is stored.
 */
final class CoordinateCheck {

    /** Rows that are looked at. */
    private static final int ROWS = 2_000;

    private static final int COORDINATES = 400;
    /** Fewer records that are known tell nothing for sure. */
    private static final int FEWEST_WITNESSES = 8;

    private static final int ENOUGH_WITNESSES = 200;
    /** A place of the same name farther away is another place. */
    private static final double SAME_PLACE_METRES = 3_000;
    /** GCJ-02 moves by some 300 to 700 m in China: less than this is how people draw. */
    private static final double LEAST_SHIFT_METRES = 200;
    /** Read the other way the records must lie this much nearer. */
    private static final double MUCH_NEARER = 0.35;

    private static final List<Crs> READINGS = List.of(Crs.CGCS2000, Crs.GCJ02, Crs.BD09);

    private final ImportPlan plan;
    private final Crs stated;
    private final WitnessStore known;
    private final DraftMaker maker;
    private final List<Coordinate> coordinates = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();

    /** A place in the file as it stands there, and what is known of it. */
    private record Witness(Coordinate given, List<Geometry> known) {}

    private CoordinateCheck(Core core, ImportPlan plan, Crs stated) {
        this.plan = plan;
        this.stated = stated;
        this.known = new WitnessStore(core.db());
        this.maker = new DraftMaker(plan);
    }

    /** In Chinese, what speaks against the reference system; empty when nothing does. */
    static Optional<String> objection(Core core, FeatureSource source, ImportPlan plan, Crs stated) {
        CoordinateCheck check = new CoordinateCheck(core, plan, stated);
        try (Stream<SourceFeature> rows = source.features(0)) {
            rows.limit(ROWS).forEach(check::look);
        }
        return check.writing().or(check::shift);
    }

    private void look(SourceFeature row) {
        Optional<Geometry> geometry = row.geometry().filter(found -> !found.isEmpty());
        if (row.faulty() || geometry.isEmpty()) {
            return;
        }
        Coordinate given = geometry.get().getCoordinate();
        if (coordinates.size() < COORDINATES) {
            coordinates.add(given);
        }
        if (isGeographic() && witnesses.size() < ENOUGH_WITNESSES) {
            RecordDraft draft = maker.draft(maker.completed(row, key -> ""), geometry, new ArrayList<>());
            List<Geometry> places = known.of(plan.target(), draft);
            if (!places.isEmpty()) {
                witnesses.add(new Witness(given, places));
            }
        }
    }

    /** Numbers that cannot be what they are taken for. */
    private Optional<String> writing() {
        CrsOpinion opinion = CrsDetector.judge(coordinates, Optional.empty());
        boolean wrong = isGeographic()
                ? opinion.writing() != Writing.LON_LAT && opinion.writing() != Writing.UNKNOWN
                : opinion.writing() == Writing.LON_LAT || opinion.writing() == Writing.NORTHING_EASTING;
        return wrong ? Optional.of("坐标按 " + stated.title() + " 读取，" + opinion.words()) : Optional.empty();
    }

    private boolean isGeographic() {
        return READINGS.contains(stated) || stated.equals(Crs.WGS84);
    }

    private Optional<String> shift() {
        if (witnesses.size() < FEWEST_WITNESSES) {
            return Optional.empty();
        }
        double asStated = median(stated);
        if (asStated < LEAST_SHIFT_METRES || asStated == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        for (Crs other : READINGS) {
            double nearer = median(other);
            if (nearer < MUCH_NEARER * asStated) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "坐标看来是%s：与库中已有的 %d 条同名记录对照，按%s读取相距（中位数）%.0f 米，按%s读取为 %.0f 米",
                        other.title(),
                        witnesses.size(),
                        stated.title(),
                        asStated,
                        other.title(),
                        nearer));
            }
        }
        return Optional.empty();
    }

    private double median(Crs reading) {
        CrsTransform transform = CrsTransform.from(reading);
        double[] distances = witnesses.stream()
                .mapToDouble(witness -> metres(witness, transform))
                .filter(metres -> metres <= SAME_PLACE_METRES)
                .sorted()
                .toArray();
        return distances.length < FEWEST_WITNESSES ? Double.POSITIVE_INFINITY : distances[distances.length / 2];
    }

    private static double metres(Witness witness, CrsTransform transform) {
        try {
            double[] at = transform.apply(witness.given.x, witness.given.y);
            LonLat here = new LonLat(at[0], at[1]);
            LocalPlane plane = new LocalPlane(here);
            Geometry middle = plane.toMetres((Geometry) here.toPoint());
            return witness.known.stream()
                    .mapToDouble(place -> plane.toMetres(place).distance(middle))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        } catch (BadCoordinateException unfit) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
