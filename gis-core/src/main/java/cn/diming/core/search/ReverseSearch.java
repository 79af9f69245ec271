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
import java.util.EnumSet;
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

    private static final double MOST_METRES = 20_000;
    private static final double FIRST_METRES = 40;
    private static final double STEP = 2.5;
    private static final int CANDIDATES = 1000;
    private static final double INSIDE_METRES = 0.5;
    private static final List<RecordKind> KINDS = List.of(
            RecordKind.PLACE, RecordKind.DOOR_PLATE, RecordKind.SHOP, RecordKind.FACILITY, RecordKind.LOCAL_ENTRY);
    private static final Set<SearchKind> USUAL = EnumSet.of(
            SearchKind.PLACE, SearchKind.STREET, SearchKind.DOOR_PLATE, SearchKind.SHOP, SearchKind.FACILITY);

    private final NearbySearch around;
    private final RecordStore store;
    private final SearchRecords records;
    private final DivisionTree divisions;

    ReverseSearch(SearchIndex index, RecordStore store, DivisionTree divisions) {
        this.around = new NearbySearch(index, divisions);
        this.store = store;
        this.records = new SearchRecords(store);
        this.divisions = divisions;
    }

    ReverseAnswer at(LonLat point, double radiusMetres, SearchFilter filter, int limit) {
        List<ReverseAnswer.Nearby> nearby = nearest(
                point, Math.clamp(radiusMetres, 0, MOST_METRES), filter, Math.clamp(limit, 1, SearchRequest.MOST));
        List<Division> holding = divisions.at(point);
        List<Division> chain = holding.isEmpty() ? nearestChain(point, nearby) : holding;
        String address =
                chain.isEmpty() ? "" : divisions.address(chain.getLast().code().digits());
        return new ReverseAnswer(chain, !holding.isEmpty(), address, nearby, text(address, nearby));
    }

    /** Of the nearest record that knows its division, however far away. */
    private List<Division> nearestChain(LonLat point, List<ReverseAnswer.Nearby> nearby) {
        return nearby.stream()
                .flatMap(near -> near.hit().divisionCode().stream())
                .findFirst()
                .or(() -> around.nearestDivision(point))
                .map(divisions::chain)
                .orElse(List.of());
    }

    /**
     * Grows the box until it is sure to hold the nearest ones: those farther than its half side may have missed some. It begins
     * where the index knows enough of them; what it does not know yet only makes another step.
     */
    private List<ReverseAnswer.Nearby> nearest(LonLat point, double radius, SearchFilter filter, int limit) {
        double reach = around.reach(point, FIRST_METRES, radius, indexed(filter), limit);
        while (true) {
            double metres = reach;
            List<Measured> matching = KINDS.stream()
                    .filter(kind -> wanted(kind, filter.kinds()))
                    .flatMap(kind -> store.inBox(kind, Bbox.around(point, metres), CANDIDATES).stream())
                    .filter(record -> Disclosure.isPublic(record) && admits(filter, record))
                    .flatMap(record -> measure(record, point).stream())
                    .filter(measured -> measured.metres <= metres)
                    .sorted(Comparator.comparingDouble(Measured::metres).thenComparing(m -> m.record.id()))
                    .toList();
            if (matching.size() >= limit || reach >= radius) {
                return matching.stream().limit(limit).map(this::nearby).toList();
            }
            reach = Math.min(radius, reach * STEP);
        }
    }

    private static SearchFilter indexed(SearchFilter filter) {
        return filter.kinds().isEmpty() ? filter.only(USUAL) : filter;
    }

    private static boolean admits(SearchFilter filter, StoredRecord stored) {
        SearchRecord record = plain(stored);
        return (filter.kinds().isEmpty() || filter.kinds().contains(record.kind()))
                && (filter.levels().isEmpty() || filter.levels().contains(MatchLevel.of(record.kind(), record.level())))
                && (filter.statuses().isEmpty()
                        || stored.text("status")
                                .filter(filter.statuses()::contains)
                                .isPresent())
                && (filter.classes().isEmpty()
                        || record.classCode()
                                .filter(code -> filter.classes().stream().anyMatch(code::startsWith))
                                .isPresent())
                && filter.divisionPrefix()
                        .map(prefix -> stored.divisionCode().orElse("").startsWith(prefix))
                        .orElse(true);
    }

    /** Stories and produce are found where they are asked for; nobody tells the way by them. */
    private static boolean wanted(RecordKind kind, Set<SearchKind> kinds) {
        return (kinds.isEmpty() && kind != RecordKind.LOCAL_ENTRY)
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
                stored.text("romanised"),
                division.map(divisions::address).orElse(""),
                record.classCode(),
                division,
                record.code(),
                record.sources().stream().map(RecordStore.SourceKey::key).findFirst(),
                position,
                stored.box().filter(box -> box.minLon() < box.maxLon() || box.minLat() < box.maxLat()),
                OptionalDouble.of(measured.metres),
                SearchHit.Match.found(record.kind(), record.level(), stored.title()));
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
