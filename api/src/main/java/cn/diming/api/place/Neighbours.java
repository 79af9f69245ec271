package cn.diming.api.place;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.NearbyPlace;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.core.geo.CompassSector;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The nearest records of the same kind, and in which direction they lie. */
final class Neighbours {

    private static final int MOST = 6;
    private static final double RADIUS_METRES = 3000;

    private final DivisionTree divisions;
    private final RecordStore store;
    private final PlaceSearch search;

    Neighbours(DivisionTree divisions, RecordStore store, PlaceSearch search) {
        this.divisions = divisions;
        this.store = store;
        this.search = search;
    }

    List<NearbyPlace> of(StoredRecord record, RecordKind kind, OutputCrs crs) {
        return record.position()
                .map(from -> (kind == RecordKind.DIVISION ? siblings(record) : nearby(from, kind))
                        .filter(candidate -> candidate.id != record.id())
                        .sorted(Comparator.comparingDouble(candidate -> candidate.metresFrom(from)))
                        .limit(MOST)
                        .map(candidate -> dto(candidate, from, kind, crs))
                        .toList())
                .orElse(List.of());
    }

    private Stream<Candidate> nearby(LonLat from, RecordKind kind) {
        return search.reverse(from, RADIUS_METRES, Set.of(SearchKind.valueOf(kind.name())), MOST + 1).nearby().stream()
                .map(found -> new Candidate(
                        found.hit().id(),
                        found.hit().name(),
                        ClassNames.name(found.hit().classCode()),
                        new LonLat(found.hit().lon(), found.hit().lat())));
    }

    private Stream<Candidate> siblings(StoredRecord record) {
        Optional<String> parent =
                divisions.find(record.id()).flatMap(Division::parentCode).map(DivisionCode::digits);
        return divisions.children(parent).stream()
                .filter(Division::isCurrent)
                .flatMap(division -> position(division)
                        .map(at -> new Candidate(
                                division.id(),
                                division.name(),
                                Optional.of(ClassNames.ofDivision(division.level())),
                                at))
                        .stream());
    }

    /** Its seat, else the middle of its area. */
    private Optional<LonLat> position(Division division) {
        return division.seat()
                .or(() -> store.find(cn.diming.core.change.RecordKind.DIVISION, division.id())
                        .flatMap(StoredRecord::position));
    }

    private static NearbyPlace dto(Candidate candidate, LonLat from, RecordKind kind, OutputCrs crs) {
        OutputCrs.Position at = crs.position(candidate.at);
        double metres = candidate.metresFrom(from);
        NearbyPlace dto =
                new NearbyPlace(candidate.id, kind, candidate.name, at.x(), at.y(), Math.round(metres * 10) / 10.0);
        candidate.className.ifPresent(dto::className);
        if (metres < 1) {
            return dto.text("同一位置");
        }
        String direction = CompassSector.everyday(Ellipsoid.bearingDegrees(from, candidate.at));
        return dto.direction(direction).text(direction + " " + distance(metres));
    }

    private static String distance(double metres) {
        return metres < 1000 ? Math.round(metres) + " 米" : String.format(Locale.ROOT, "%.1f 千米", metres / 1000);
    }

    private record Candidate(long id, String name, Optional<String> className, LonLat at) {
        double metresFrom(LonLat from) {
            return Ellipsoid.distanceMetres(from, at);
        }
    }
}
