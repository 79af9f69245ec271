package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a street is numbered: by its profile, or as its numbers themselves show.
 *
 * @param axis laid towards growing numbers
 * @param oddSide the side of odd numbers; empty where both sides mix them
 */
record StreetLayout(StreetAxis axis, Optional<Side> oddSide) {

    /** A numbered plate and where it stands. */
    record Stand(Plate plate, PlateNumber number, StreetAxis.Foot foot) {}

    static StreetLayout of(NumberingProfile profile, NumberedStreet street) {
        StreetNumbering numbering = new StreetNumbering(profile);
        StreetAxis axis = numbering.axis(street);
        return new StreetLayout(axis, Optional.of(numbering.oddSide(axis)));
    }

    /** As the numbers that are there show: which way they grow, and where the odd ones stand. */
    static StreetLayout inferred(NumberedStreet street, List<Plate> plates, CheckLimits limits) {
        double toleranceMetres = limits.axisToleranceMetres();
        ToDoubleFunction<LonLat> asDrawn = point -> 0;
        StreetAxis drawn = StreetAxis.of(street.line(), asDrawn);
        LonLat first = growsBackwards(drawn, plates, toleranceMetres) ? drawn.end() : drawn.start();
        StreetAxis axis =
                StreetAxis.of(street.line(), point -> Math.hypot(point.lon() - first.lon(), point.lat() - first.lat()));
        List<Stand> stands = stands(axis, plates, toleranceMetres).stream()
                .filter(stand -> stand.foot().side().isPresent())
                .toList();
        long oddLeft = stands.stream()
                .filter(stand -> stand.number().isOdd() == (stand.foot().side().orElseThrow() == Side.LEFT))
                .count();
        return new StreetLayout(axis, majority(oddLeft, stands.size(), limits.agreement()));
    }

    private static Optional<Side> majority(long oddLeft, int all, double agreement) {
        if (oddLeft >= agreement * all) {
            return Optional.of(Side.LEFT);
        }
        return all - oddLeft >= agreement * all ? Optional.of(Side.RIGHT) : Optional.empty();
    }

    /** By the sign of the covariance of number and chainage. */
    private static boolean growsBackwards(StreetAxis axis, List<Plate> plates, double toleranceMetres) {
        List<Stand> stands = stands(axis, plates, toleranceMetres);
        double meanChainage =
                stands.stream().mapToDouble(s -> s.foot().chainage()).average().orElse(0);
        double meanNumber =
                stands.stream().mapToDouble(s -> s.number().main()).average().orElse(0);
        return stands.stream()
                        .mapToDouble(s -> (s.foot().chainage() - meanChainage)
                                * (s.number().main() - meanNumber))
                        .sum()
                < 0;
    }

    static List<Stand> stands(StreetAxis axis, List<Plate> plates, double toleranceMetres) {
        return plates.stream()
                .filter(plate -> plate.position().isPresent() && plate.number().isPresent())
                .map(plate -> new Stand(
                        plate,
                        plate.number().orElseThrow(),
                        axis.locate(plate.position().orElseThrow(), toleranceMetres)))
                .toList();
    }
}
