package cn.diming.core.search;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.CompassSector;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;

/** What is at a point: the divisions that hold it, and the nearest records by their real geometry. */
final class ReverseSearch {

    private static final double MOST_METRES = 10_000;
    private static final double FIRST_METRES = 40;
    private static final double STEP = 2.5;
    private static final int CANDIDATES = 1000;
    private static final double INSIDE_METRES = 0.5;
    private static final List<RecordKind> KINDS =
            List.of(RecordKind.PLACE, RecordKind.DOOR_PLATE, RecordKind.SHOP, RecordKind.FACILITY);

    private final RecordStore store;
    private final SearchRecords records;
    private final DivisionTree divisions;

    ReverseSearch(RecordStore store, DivisionTree divisions) {
        this.store = store;
        this.records = new SearchRecords(store);
        this.divisions = divisions;
    }

    ReverseAnswer at(LonLat point, double radiusMetres, Set<SearchKind> kinds, int limit) {
        List<ReverseAnswer.Nearby> nearby = nearest(
                point, Math.clamp(radiusMetres, 0, MOST_METRES), kinds, Math.clamp(limit, 1, SearchRequest.MOST));
        List<Division> chain = divisions.at(point);
        if (chain.isEmpty()) {
            chain = nearby.stream()
                    .flatMap(near -> near.hit().divisionCode().stream())
                    .findFirst()
                    .map(divisions::chain)
                    .orElse(List.of());
        }
        String address =
                chain.isEmpty() ? "" : divisions.address(chain.getLast().code().digits());
        return new ReverseAnswer(chain, address, nearby, text(address, nearby));
    }

    /** Grows the box until it is sure to hold the nearest ones: those farther than its half side may have missed some. */
    private List<ReverseAnswer.Nearby> nearest(LonLat point, double radius, Set<SearchKind> kinds, int limit) {
        double reach = Math.min(FIRST_METRES, radius);
        while (true) {
            double metres = reach;
            List<Measured> found = KINDS.stream()
                    .filter(kind -> wanted(kind, kinds))
                    .flatMap(kind -> store.inBox(kind, Bbox.around(point, metres), CANDIDATES).stream())
                    .filter(Disclosure::isPublic)
                    .flatMap(record -> measure(record, point).stream())
                    .filter(measured -> measured.metres <= metres)
                    .sorted(Comparator.comparingDouble(Measured::metres).thenComparing(m -> m.record.id()))
                    .toList();
            List<Measured> matching = found.stream()
                    .filter(measured -> kinds.isEmpty()
                            || kinds.contains(plain(measured.record).kind()))
                    .toList();
            if (matching.size() >= limit || reach >= radius) {
                return matching.stream().limit(limit).map(this::nearby).toList();
            }
            reach = Math.min(radius, reach * STEP);
        }
    }

    private static boolean wanted(RecordKind kind, Set<SearchKind> kinds) {
        return kinds.isEmpty()
                || kinds.stream()
                        .anyMatch(wanted -> kind == RecordKind.PLACE
                                ? wanted == SearchKind.PLACE || wanted == SearchKind.STREET
                                : wanted.name().equals(kind.name()));
    }

    private static Optional<Measured> measure(StoredRecord record, LonLat point) {
        return record.geometry().filter(g -> !g.isEmpty()).map(geometry -> {
            Point dot = point.toPoint();
            LonLat closest = closest(geometry, dot, point.lat());
            double metres = Ellipsoid.distanceMetres(closest, point);
            String direction = CompassSector.everyday(Ellipsoid.bearingDegrees(closest, point));
            return new Measured(record, metres, metres < INSIDE_METRES ? "" : direction);
        });
    }

    /** In degrees stretched so that both axes count alike at this latitude. */
    private static LonLat closest(Geometry geometry, Point dot, double latitude) {
        double shrink = Math.cos(Math.toRadians(latitude));
        AffineTransformation flat = AffineTransformation.scaleInstance(shrink, 1);
        Coordinate[] pair = DistanceOp.nearestPoints(flat.transform(geometry), flat.transform(dot));
        return new LonLat(pair[0].x / shrink, pair[0].y);
    }

    private ReverseAnswer.Nearby nearby(Measured measured) {
        StoredRecord stored = measured.record;
        SearchRecord record = records.complete(stored.kind(), List.of(stored)).getFirst();
        LonLat position = record.position().orElseThrow();
        Optional<String> division = stored.divisionCode();
        SearchHit hit = new SearchHit(
                stored.id(),
                record.kind(),
                stored.title(),
                stored.title(),
                MatchKind.NAME,
                stored.text("romanised"),
                division.map(divisions::address).orElse(""),
                record.classCode(),
                division,
                record.code(),
                record.sources().stream().map(RecordStore.SourceKey::key).findFirst(),
                position.lon(),
                position.lat(),
                stored.box(),
                1,
                OptionalDouble.of(measured.metres),
                List.of(),
                Optional.empty());
        return new ReverseAnswer.Nearby(hit, measured.metres, measured.direction);
    }

    private static SearchRecord plain(StoredRecord stored) {
        return new SearchRecord(stored, List.of(), List.of(), List.of());
    }

    private static String text(String address, List<ReverseAnswer.Nearby> nearby) {
        if (nearby.isEmpty()) {
            return address;
        }
        ReverseAnswer.Nearby first = nearby.getFirst();
        String place = first.hit().name()
                + (first.direction().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%s %d 米", first.direction(), Math.round(first.distanceMetres())));
        return Stream.of(address, place).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private record Measured(StoredRecord record, double metres, String direction) {}
}
