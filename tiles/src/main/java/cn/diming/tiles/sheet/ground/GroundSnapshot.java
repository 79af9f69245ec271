package cn.diming.tiles.sheet.ground;

import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.GaussKruger;
import cn.diming.core.geo.Geometries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The register at one moment, in EPSG:4490; every sheet of a batch is drawn from the same one. For any number of threads. */
public final class GroundSnapshot {

    /** Degrees from the central meridian. */
    private static final double REACH = 4.5;

    private final List<Territory> territories;
    private final List<GroundFeature> features;
    private final List<String> faults = new ArrayList<>();
    private final LocalDate date;
    private final Map<GaussKruger, Ground> grounds = new ConcurrentHashMap<>();

    /**
     * Takes what can be drawn. A feature without sound coordinates is left out and named in {@link #faults}; a polygon that
     * crosses itself is repaired. A character that no font has becomes 〓, and a sheet that shows it fails.
     *
     * @param date the day the data stand for, printed on the sheets
     */
    public GroundSnapshot(List<Territory> territories, List<GroundFeature> features, LocalDate date) {
        this.date = date;
        this.territories = territories.stream()
                .map(Territory::printable)
                .flatMap(one -> sound(one.area(), "区划 " + one.name()).map(one::with).stream())
                .toList();
        this.features = features.stream()
                .map(GroundFeature::printable)
                .flatMap(
                        one -> sound(
                                one.geometry(),
                                one.layer() + " " + one.id() + " " + one.name().orElse(""))
                                .map(one::with)
                                .stream())
                .toList();
    }

    private Optional<Geometry> sound(Geometry geometry, String what) {
        if (geometry.isEmpty()) {
            faults.add(what + "：没有图形");
            return Optional.empty();
        }
        for (Coordinate c : geometry.getCoordinates()) {
            if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
                faults.add(what + "：坐标无效（" + c.x + "，" + c.y + "）");
                return Optional.empty();
            }
        }
        if (geometry instanceof Polygonal && !geometry.isValid()) {
            Geometry fixed = GeometryFixer.fix(geometry);
            faults.add(what + (fixed.isEmpty() ? "：面无法修复" : "：面自相交，已按修复后的图形绘制"));
            return Optional.of(fixed).filter(g -> !g.isEmpty());
        }
        return Optional.of(geometry);
    }

    /** What could not be taken as it was, in Chinese. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public LocalDate date() {
        return date;
    }

    public List<Territory> territories() {
        return territories;
    }

    public List<GroundFeature> features() {
        return features;
    }

    public Optional<Territory> territory(String code) {
        return territories.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The same in metres of a projection zone; made once. */
    public Ground in(GaussKruger zone) {
        return grounds.computeIfAbsent(zone, this::projected);
    }

    /** A geometry in EPSG:4490 in metres of a zone. */
    public static Geometry projected(Geometry lonLat, GaussKruger zone) {
        return CrsTransform.to(zone.withoutZonePrefix()).apply(lonLat);
    }

    private Ground projected(GaussKruger zone) {
        CrsTransform transform = CrsTransform.to(zone.withoutZonePrefix());
        return new Ground(
                zone,
                territories.stream()
                        .flatMap(one -> within(one.area(), zone).map(transform::apply).map(one::with).stream())
                        .toList(),
                features.stream()
                        .flatMap(one -> within(one.geometry(), zone).map(transform::apply).map(one::with).stream())
                        .toList());
    }

    /** A projection holds in its zone and somewhat beyond; what reaches further is cut off. */
    private static Optional<Geometry> within(Geometry geometry, GaussKruger zone) {
        Envelope reach = new Envelope(zone.centralMeridian() - REACH, zone.centralMeridian() + REACH, -80, 80);
        if (reach.covers(geometry.getEnvelopeInternal())) {
            return Optional.of(geometry);
        }
        Geometry part = OverlayNGRobust.overlay(
                Geometries.flat(geometry, Geometries.SRID),
                Geometries.FACTORY.toGeometry(reach),
                OverlayNG.INTERSECTION);
        return Optional.of(part).filter(rest -> !rest.isEmpty());
    }
}
