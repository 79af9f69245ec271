package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LonLat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CourseDescriptionTest {

    /** In the table: legs as bearing/metres, markers by metres from the start, and what the description says. */
    @ParameterizedTest
    @CsvFileSource(resources = "courses.csv", numLinesToSkip = 1)
    void aCourseIsToldFromMarkerToMarkerInSixteenDirections(String legs, @Nullable String markers, String expected) {
        Geometry line = line(legs);
        LineVersion version = new LineVersion(1, 1, BoundarySamples.agreement("协议"), line, "", Instant.EPOCH);
        CourseDescription course = new CourseDescription(version, markers(line, markers == null ? "" : markers));
        assertThat(course.legs().stream().map(CourseDescriptionTest::words).collect(Collectors.joining(" ｜ ")))
                .isEqualTo(expected);
    }

    private static Geometry line(String legs) {
        LonLat at = new LonLat(113.45, 22.9);
        List<Coordinate> points = new ArrayList<>(List.of(new Coordinate(at.lon(), at.lat())));
        for (String leg : legs.split(" ")) {
            String[] way = leg.split("/");
            at = Ellipsoid.move(at, Double.parseDouble(way[0]), Double.parseDouble(way[1]));
            points.add(new Coordinate(at.lon(), at.lat()));
        }
        return Geometries.FACTORY.createLineString(points.toArray(Coordinate[]::new));
    }

    private static List<BoundaryMarker> markers(Geometry line, String along) {
        LineMeasure measure = new LineMeasure(line);
        List<BoundaryMarker> markers = new ArrayList<>();
        for (String metres : along.isEmpty() ? new String[0] : along.split(" ")) {
            markers.add(BoundarySamples.marker(
                    markers.size() + 1, MarkerKind.SINGLE, measure.at(Double.parseDouble(metres))));
        }
        return markers;
    }

    private static String words(CourseDescription.Leg leg) {
        return name(leg.from()) + "→" + name(leg.to()) + " "
                + leg.stretches().stream()
                        .map(stretch -> String.format(
                                Locale.ROOT, "%s %.1f", stretch.sector().words(), stretch.lengthMetres()))
                        .collect(Collectors.joining("；"));
    }

    private static String name(String station) {
        return station.replaceFirst("^0102(\\d{3})Q号界桩$", "$1");
    }
}
