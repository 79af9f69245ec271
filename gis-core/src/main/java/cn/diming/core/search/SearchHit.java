package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One answer.
 *
 * @param name the standard name; of a door plate street and number
 * @param address the names of the divisions it lies in, from the highest down
 * @param code 12-digit code of a division, 20-digit place-name code of a place
 * @param sourceKey the key it was imported under
 * @param position a point on or in it, or where it should be, see {@link Match#accuracy}; EPSG:4490
 * @param distanceMetres from the point that was asked about
 * @param match why it is an answer
 */
public record SearchHit(
        long id,
        SearchKind kind,
        String name,
        Optional<String> romanised,
        String address,
        Optional<String> classCode,
        Optional<String> divisionCode,
        Optional<String> code,
        Optional<String> sourceKey,
        LonLat position,
        Optional<Bbox> box,
        OptionalDouble distanceMetres,
        Match match) {

    /**
     * Why it is an answer.
     *
     * @param name the name that was meant, which may be an alias or a former name
     * @param period when that name was in use, as 1952/1984 with open ends empty
     * @param confidence how surely it is what was meant, 0 to 1; below 0.5 it is rather something else
     * @param components the parts of the query one by one
     * @param ignored words of the query that were left aside
     * @param highlights parts of the record's name that were typed
     */
    public record Match(
            String name,
            MatchKind kind,
            Optional<String> period,
            MatchLevel level,
            Accuracy accuracy,
            double confidence,
            List<MatchComponent> components,
            List<String> ignored,
            List<Range> highlights,
            Optional<String> explanation) {

        public Match {
            components = List.copyOf(components);
            ignored = List.copyOf(ignored);
            highlights = List.copyOf(highlights);
        }

        /** Of a record that was not looked for by a name. */
        static Match found(SearchKind kind, int level, String name) {
            return new Match(
                    name,
                    MatchKind.NAME,
                    Optional.empty(),
                    MatchLevel.of(kind, level),
                    Accuracy.EXACT,
                    1,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
    }

    /** A part of a text in UTF-16 units, {@code to} not included. */
    public record Range(int from, int to) {}

    /** A record as the index keeps it, not looked for by a name. */
    static SearchHit of(RankRow row, StoredAnswer answer, DivisionTree divisions, OptionalDouble metres) {
        String name = answer.names().getFirst();
        return new SearchHit(
                answer.id(),
                row.kind(),
                name,
                Optional.ofNullable(answer.romanised()),
                Optional.ofNullable(answer.divisionCode())
                        .map(divisions::address)
                        .orElse(""),
                Optional.ofNullable(answer.classCode()),
                Optional.ofNullable(answer.divisionCode()),
                Optional.ofNullable(answer.code()),
                Optional.ofNullable(answer.sourceKey()),
                new LonLat(answer.lon(), answer.lat()),
                answer.bbox(),
                metres,
                Match.found(row.kind(), row.level(), name));
    }

    public double lon() {
        return position.lon();
    }

    public double lat() {
        return position.lat();
    }

    public double confidence() {
        return match.confidence();
    }

    public MatchKind matchKind() {
        return match.kind();
    }

    public String matchedName() {
        return match.name();
    }

    public List<Range> highlights() {
        return match.highlights();
    }

    public Optional<String> explanation() {
        return match.explanation();
    }

    /** The same at another place. */
    SearchHit at(LonLat other, MatchLevel level, Accuracy accuracy) {
        Match moved = new Match(
                match.name,
                match.kind,
                match.period,
                level,
                accuracy,
                match.confidence,
                match.components,
                match.ignored,
                match.highlights,
                match.explanation);
        return with(other, moved);
    }

    /** The same, less sure. */
    SearchHit withConfidence(double confidence) {
        Match less = new Match(
                match.name,
                match.kind,
                match.period,
                match.level,
                match.accuracy,
                confidence,
                match.components,
                match.ignored,
                match.highlights,
                match.explanation);
        return with(position, less);
    }

    SearchHit with(LonLat at, Match other) {
        return new SearchHit(
                id,
                kind,
                name,
                romanised,
                address,
                classCode,
                divisionCode,
                code,
                sourceKey,
                at,
                box,
                distanceMetres,
                other);
    }
}
