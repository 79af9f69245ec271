package cn.diming.core.boundary;

import cn.diming.core.geo.CompassSector;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The description of a line's course (边界线走向说明) as GB/T 17796-2009 has it: from marker to marker, the direction of each
 * stretch in one of sixteen sectors from true north and its length on the ellipsoid.
 */
public final class CourseDescription {

    /** A stretch shorter than this says nothing a reader could walk by; it goes with the one before. */
    private static final double SHORTEST_METRES = 50;
    /** How far the line may swing from the stretch's own direction before another begins: one sector's width. */
    private static final double SWING_DEGREES = 22.5;

    private final LineVersion version;
    private final LineMeasure measure;
    private final List<Station> stations;

    /** @param markers of the line; those without a position or off the line by nature make no station of their own side */
    public CourseDescription(LineVersion version, List<BoundaryMarker> markers) {
        this.version = version;
        this.measure = new LineMeasure(version.geometry());
        this.stations = stations(markers);
    }

    /**
     * A stretch in one direction.
     *
     * @param fromMetres along the line
     * @param bearingDegrees of its chord, from true north
     * @param lengthMetres along the line
     */
    public record Stretch(
            double fromMetres,
            double toMetres,
            double bearingDegrees,
            CompassSector sector,
            double lengthMetres,
            Optional<LineSection> section) {}

    /** From one marker, or the line's start, to the next. */
    public record Leg(String from, String to, double lengthMetres, List<Stretch> stretches) {

        public Leg {
            stretches = List.copyOf(stretches);
        }
    }

    private record Station(String name, double alongMetres) {}

    public double lengthMetres() {
        return measure.lengthMetres();
    }

    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (int i = 1; i < stations.size(); i++) {
            Station from = stations.get(i - 1);
            Station to = stations.get(i);
            legs.add(new Leg(
                    from.name,
                    to.name,
                    to.alongMetres - from.alongMetres,
                    stretches(from.alongMetres, to.alongMetres)));
        }
        return legs;
    }

    /** In Chinese, one paragraph for each leg. */
    public List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (Leg leg : legs()) {
            String ways = leg.stretches().stream().map(CourseDescription::words).collect(Collectors.joining("，再"));
            paragraphs.add(
                    "从" + leg.from() + "起，" + ways + "，到达" + leg.to() + "。本段长" + metres(leg.lengthMetres()) + "。");
        }
        return paragraphs;
    }

    /** All of it: the paragraphs and the whole length. */
    public String text() {
        return String.join("\n", paragraphs()) + "\n界线全长" + metres(lengthMetres()) + "。";
    }

    private static String words(Stretch stretch) {
        String along = stretch.section()
                .map(section -> section.basis() == LineSection.Basis.STRAIGHT
                        ? "直线"
                        : section.feature()
                                .map(name -> "沿" + name)
                                .orElse(section.basis().title()))
                .orElse("");
        return along + "向" + stretch.sector().words() + "行" + metres(stretch.lengthMetres());
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%.1f米", metres);
    }

    private List<Station> stations(List<BoundaryMarker> markers) {
        List<Station> found = new ArrayList<>();
        if (measure.lengthMetres() == 0) {
            return found;
        }
        for (BoundaryMarker marker : markers) {
            marker.position()
                    .map(measure::foot)
                    .ifPresent(foot -> found.add(new Station(marker.officialNumber() + "号界桩", foot.alongMetres())));
        }
        found.sort(Comparator.comparingDouble(Station::alongMetres));
        List<Station> stations = new ArrayList<>(List.of(new Station("起点", 0)));
        for (Station station : found) {
            Station last = stations.getLast();
            if (station.alongMetres - last.alongMetres
                    < SHORTEST_METRES) { // one place: a pair on both banks, or a marker at the start
                stations.set(stations.size() - 1, new Station(joined(last.name, station.name), last.alongMetres));
            } else {
                stations.add(station);
            }
        }
        Station last = stations.getLast();
        if (measure.lengthMetres() - last.alongMetres < SHORTEST_METRES && stations.size() > 1) {
            stations.set(stations.size() - 1, new Station(last.name, measure.lengthMetres()));
        } else {
            stations.add(new Station("终点", measure.lengthMetres()));
        }
        return stations;
    }

    private static String joined(String one, String other) {
        return one.equals("起点") ? other : one + "、" + other;
    }

    /** Cuts where the line turns into another sector for longer than a moment, and where a section ends. */
    private List<Stretch> stretches(double from, double to) {
        List<Double> cuts = new ArrayList<>(List.of(from));
        double start = from;
        for (LineMeasure.Leg leg : measure.legs()) {
            double end = leg.along() + leg.metres();
            if (end <= from || leg.along() >= to) {
                continue;
            }
            double here = Math.max(leg.along(), from);
            boolean turns = here - start >= SHORTEST_METRES
                    && Math.min(end, to) - here >= SHORTEST_METRES
                    && turn(bearing(start, here), leg.bearingDegrees()) > SWING_DEGREES;
            if (turns) {
                cuts.add(here);
                start = here;
            }
        }
        version.agreement().sections().stream()
                .map(LineSection::fromMetres)
                .filter(cut -> cut > from + SHORTEST_METRES && cut < to - SHORTEST_METRES)
                .filter(cut -> cuts.stream().allMatch(other -> Math.abs(other - cut) >= SHORTEST_METRES))
                .forEach(cuts::add);
        cuts.add(to);
        cuts.sort(Comparator.naturalOrder());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            stretches.add(stretch(cuts.get(i - 1), cuts.get(i)));
        }
        return stretches;
    }

    private Stretch stretch(double from, double to) {
        double bearing = bearing(from, to);
        double middle = (from + to) / 2;
        return new Stretch(
                from,
                to,
                bearing,
                CompassSector.of(bearing),
                to - from,
                version.agreement().sections().stream()
                        .filter(section -> section.fromMetres() <= middle && middle < section.toMetres())
                        .findFirst());
    }

    private double bearing(double from, double to) {
        LonLat start = measure.at(from);
        LonLat end = measure.at(to);
        return Ellipsoid.bearingDegrees(start, end);
    }

    private static double turn(double one, double other) {
        double difference = Math.abs(one - other) % 360;
        return Math.min(difference, 360 - difference);
    }
}
