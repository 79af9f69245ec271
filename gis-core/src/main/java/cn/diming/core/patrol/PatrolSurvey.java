package cn.diming.core.patrol;

import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.geo.LonLat;
import cn.diming.core.patrol.TrackLeg.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Measures tracks against a line. */
final class PatrolSurvey {

    private static final int MINUTES_AHEAD = 10;

    private final Geometry line;
    private final List<Track> tracks;
    private final PatrolRules rules;
    private final List<List<TrackLeg>> legs;
    private final List<TrackLeg> walked;
    private final PatrolledLine patrolled;

    /**
     * @param line EPSG:4490
     * @param tracks in EPSG:4490, too
     */
    PatrolSurvey(Geometry line, List<Track> tracks, PatrolRules rules) {
        this.line = line;
        this.tracks = tracks;
        this.rules = rules;
        this.patrolled = new PatrolledLine(line);
        this.legs = tracks.stream()
                .map(track -> track.segments().stream()
                        .flatMap(segment -> TrackLegs.of(segment, rules).stream())
                        .toList())
                .toList();
        this.walked =
                legs.stream().flatMap(List::stream).filter(TrackLeg::isWalked).toList();
    }

    /** Whether anybody came to the line at all. */
    boolean touches() {
        return !walked.isEmpty()
                && !patrolled.near(walked, rules.bufferMetres()).isEmpty();
    }

    /** The legs of each track. */
    List<List<TrackLeg>> legs() {
        return legs;
    }

    PatrolledLine patrolled() {
        return patrolled;
    }

    /** @param now fixes later than this were not made by a clock that is right */
    PatrolFigures figures(List<BoundaryMarker> markers, Instant now) {
        List<Stretch> covered = patrolled.near(walked, rules.bufferMetres());
        Deviation.Figures off = Deviation.from(line).along(atTheLine());
        List<Fix> fixes =
                tracks.stream().flatMap(track -> track.fixes().stream()).toList();
        List<Instant> times = fixes.stream().flatMap(fix -> fix.at().stream()).toList();
        return new PatrolFigures(
                patrolled.metres(),
                covered.stream().mapToDouble(Stretch::metres).sum(),
                Stretch.between(covered, patrolled.metres()).stream()
                        .filter(gap -> gap.metres() > rules.gapMetres())
                        .toList(),
                off.most(),
                off.usual(),
                metres(Kind.WALKED),
                metres(Kind.FAST),
                count(Kind.JUMP),
                count(Kind.BREAK),
                fixes.size(),
                fixes.size() - times.size(),
                disordered(),
                (int) times.stream()
                        .filter(now.plusSeconds(60L * MINUTES_AHEAD)::isBefore)
                        .count(),
                times.stream().min(Comparator.naturalOrder()),
                times.stream().max(Comparator.naturalOrder()),
                visits(markers));
    }

    /** Between the first and the last moment at the line of each track: how somebody came there and left does not count. */
    private List<TrackLeg> atTheLine() {
        Deviation fromLine = Deviation.from(line);
        List<TrackLeg> there = new ArrayList<>();
        for (List<TrackLeg> track : legs) {
            List<TrackLeg> way = track.stream().filter(TrackLeg::isWalked).toList();
            int first = 0;
            while (first < way.size() && !isAt(fromLine, way.get(first))) {
                first++;
            }
            int last = way.size() - 1;
            while (last > first && !isAt(fromLine, way.get(last))) {
                last--;
            }
            there.addAll(way.subList(first, Math.max(first, last + 1)));
        }
        return there;
    }

    private boolean isAt(Deviation fromLine, TrackLeg leg) {
        return fromLine.metres(leg.from().position()) <= rules.bufferMetres()
                || fromLine.metres(leg.to().position()) <= rules.bufferMetres();
    }

    private double metres(Kind kind) {
        return legs.stream()
                .flatMap(List::stream)
                .filter(leg -> leg.kind() == kind)
                .mapToDouble(TrackLeg::metres)
                .sum();
    }

    private int count(Kind kind) {
        return (int) legs.stream()
                .flatMap(List::stream)
                .filter(leg -> leg.kind() == kind)
                .count();
    }

    private int disordered() {
        return (int) legs.stream()
                .flatMap(List::stream)
                .filter(leg -> leg.from()
                        .at()
                        .filter(begin -> leg.to().at().filter(begin::isAfter).isPresent())
                        .isPresent())
                .count();
    }

    private List<MarkerVisit> visits(List<BoundaryMarker> markers) {
        Deviation fromWalk = Deviation.from(walked);
        List<MarkerVisit> visits = new ArrayList<>();
        for (BoundaryMarker marker : markers) {
            Optional<LonLat> place = marker.position();
            if (place.isPresent()) {
                double metres = fromWalk.metres(place.get());
                visits.add(new MarkerVisit(
                        marker.key(), marker.officialNumber(), place.get(), metres, metres <= rules.markerMetres()));
            }
        }
        return visits;
    }
}
