package cn.diming.core.search;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Finds where two streets meet: the point of the one that is closest to the other. */
final class CrossingSearch {

    private static final double SURE_ENOUGH = 0.5;
    private static final int COUNTY_DIGITS = 6;

    private final RecordStore store;
    private final Function<SearchRequest, List<SearchHit>> search;

    CrossingSearch(RecordStore store, Function<SearchRequest, List<SearchHit>> search) {
        this.store = store;
        this.search = search;
    }

    /** Empty unless both are streets, and in one county. */
    Optional<SearchHit> find(Crossing crossing, SearchRequest request) {
        Optional<SearchHit> first = street(request.about(crossing.first()));
        Optional<SearchHit> second = first.flatMap(SearchHit::divisionCode)
                .filter(code -> code.length() >= COUNTY_DIGITS)
                .flatMap(code -> street(request.about(crossing.second())
                        .near(first.orElseThrow().position())
                        .inDivision(code.substring(0, COUNTY_DIGITS))));
        return second.flatMap(other -> meeting(first.orElseThrow(), other));
    }

    private Optional<SearchHit> street(SearchRequest request) {
        return search.apply(request).stream()
                .limit(1)
                .filter(hit -> hit.kind() == SearchKind.STREET && hit.confidence() >= SURE_ENOUGH)
                .findFirst();
    }

    private Optional<SearchHit> meeting(SearchHit first, SearchHit second) {
        Optional<Geometry> one = geometry(first);
        Optional<Geometry> other = geometry(second);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Coordinate[] closest = DistanceOp.nearestPoints(one.get(), other.get());
        LonLat middle = new LonLat((closest[0].x + closest[1].x) / 2, (closest[0].y + closest[1].y) / 2);
        return Optional.of(first.at(middle, MatchLevel.CROSSING, Accuracy.CROSSING)
                .withConfidence(Math.min(first.confidence(), second.confidence())));
    }

    private Optional<Geometry> geometry(SearchHit hit) {
        return store.find(RecordKind.PLACE, hit.id())
                .flatMap(record -> record.geometry().filter(geometry -> !geometry.isEmpty()));
    }
}
