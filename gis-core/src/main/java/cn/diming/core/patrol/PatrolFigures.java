package cn.diming.core.patrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the tracks of a patrol say about a line. Lengths are geodesic.
 *
 * @param coveredMetres of the line, within the buffer of what was walked
 * @param gaps stretches of the line that nobody walked and that are long enough to be listed, from its start
 * @param most the farthest that the walk went off the line between its first and its last moment at it
 * @param usual what 95 % of that way do not exceed
 * @param jumps legs between two fixes of which one must be wrong
 * @param breaks legs too long to tell the way
 * @param disordered fixes earlier than the one before
 * @param future fixes later than now
 * @param from first fix with a time
 */
record PatrolFigures(
        double lineMetres,
        double coveredMetres,
        List<Stretch> gaps,
        double most,
        double usual,
        double walkedMetres,
        double fastMetres,
        int jumps,
        int breaks,
        int fixes,
        int untimed,
        int disordered,
        int future,
        Optional<Instant> from,
        Optional<Instant> to,
        List<MarkerVisit> markers) {

    PatrolFigures {
        gaps = List.copyOf(gaps);
        markers = List.copyOf(markers);
    }

    double share() {
        return coveredMetres / lineMetres;
    }
}
