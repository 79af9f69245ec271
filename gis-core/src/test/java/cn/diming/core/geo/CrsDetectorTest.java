package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CrsDetectorTest {

    private static final Geometry LINE = Drafts.wkt(
            "LINESTRING (113.40 22.95, 113.41 22.93, 113.43 22.92, 113.44 22.90, 113.43 22.88, 113.45 22.86)");

    @ParameterizedTest
    @CsvSource({
        "as it is, LON_LAT, EPSG:4490",
        "gcj, LON_LAT, GCJ-02",
        "bd, LON_LAT, BD-09",
        "swapped, LAT_LON, EPSG:4490",
        "swapped gcj, LAT_LON, GCJ-02",
        "zone prefix, EASTING_NORTHING, EPSG:4526",
        "no zone, EASTING_NORTHING, EPSG:4547",
        "six degrees, EASTING_NORTHING, EPSG:4546",
        "northing first, NORTHING_EASTING, EPSG:4547",
        "mercator, EASTING_NORTHING, EPSG:3857",
        "minutes, DEGREES_MINUTES, EPSG:4490",
        "seconds, DEGREES_MINUTES_SECONDS, EPSG:4490"
    })
    void aTrackAlongAKnownLineTellsItsSystem(String how, CrsOpinion.Writing writing, String crs) {
        CrsOpinion opinion = CrsDetector.judge(written(how), Optional.of(LINE));
        assertThat(opinion.writing()).as(opinion.words()).isEqualTo(writing);
        assertThat(opinion.crs()).as(opinion.words()).contains(new Crs(crs));
        assertThat(opinion.medianMetres().getAsDouble()).isLessThan(25);
        assertThat(opinion.isAsStored()).isEqualTo(how.equals("as it is"));
        assertThat(opinion.words()).contains("：");
    }

    @ParameterizedTest
    @CsvSource({
        "as it is, LON_LAT",
        "swapped, LAT_LON",
        "zone prefix, EASTING_NORTHING",
        "northing first, NORTHING_EASTING",
        "mercator, EASTING_NORTHING",
        "minutes, DEGREES_MINUTES"
    })
    void withoutAnythingKnownTheWritingIsTold(String how, CrsOpinion.Writing writing) {
        assertThat(CrsDetector.judge(written(how), Optional.empty()).writing()).isEqualTo(writing);
    }

    @Test
    void aZoneThatNobodyNamesStaysOpenWithoutAKnownPlace() {
        CrsOpinion opinion = CrsDetector.judge(written("no zone"), Optional.empty());
        assertThat(opinion.crs()).isEmpty();
    }

    @Test
    void nonsenseIsSaidToBeNonsense() {
        assertThat(CrsDetector.judge(List.of(new Coordinate(1, 2)), Optional.empty())
                        .writing())
                .isEqualTo(CrsOpinion.Writing.UNKNOWN);
        assertThat(CrsDetector.judge(List.of(new Coordinate(Double.NaN, 2)), Optional.of(LINE))
                        .writing())
                .isEqualTo(CrsOpinion.Writing.UNKNOWN);
        assertThat(CrsDetector.judge(List.of(), Optional.of(LINE)).writing()).isEqualTo(CrsOpinion.Writing.UNKNOWN);
    }

    /** Fixes along the line, ten metres about it, one of them astray. */
    private static List<Coordinate> written(String how) {
        Random random = new Random(3);
        List<Coordinate> track = new ArrayList<>();
        Coordinate[] corners = LINE.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            for (int step = 0; step < 20; step++) {
                double share = step / 20.0;
                double lon =
                        corners[i - 1].x + share * (corners[i].x - corners[i - 1].x) + random.nextGaussian() * 5e-5;
                double lat =
                        corners[i - 1].y + share * (corners[i].y - corners[i - 1].y) + random.nextGaussian() * 5e-5;
                track.add(write(how, lon, lat));
            }
        }
        track.add(write(how, 113.5, 22.9));
        return track;
    }

    private static Coordinate write(String how, double lon, double lat) {
        return switch (how) {
            case "gcj" -> to("GCJ-02", lon, lat);
            case "bd" -> to("BD-09", lon, lat);
            case "swapped" -> new Coordinate(lat, lon);
            case "swapped gcj" -> swap(to("GCJ-02", lon, lat));
            case "zone prefix" -> to("EPSG:4526", lon, lat);
            case "no zone" -> to("EPSG:4547", lon, lat);
            case "six degrees" -> to("EPSG:4508", lon, lat);
            case "northing first" -> swap(to("EPSG:4547", lon, lat));
            case "mercator" -> to("EPSG:3857", lon, lat);
            case "minutes" -> new Coordinate(minutes(lon), minutes(lat));
            case "seconds" -> new Coordinate(seconds(lon), seconds(lat));
            default -> new Coordinate(lon, lat);
        };
    }

    private static Coordinate to(String crs, double lon, double lat) {
        double[] xy = CrsTransform.to(new Crs(crs)).apply(lon, lat);
        return new Coordinate(xy[0], xy[1]);
    }

    private static Coordinate swap(Coordinate c) {
        return new Coordinate(c.y, c.x);
    }

    private static double minutes(double degrees) {
        double whole = Math.floor(degrees);
        return whole * 100 + (degrees - whole) * 60;
    }

    private static double seconds(double degrees) {
        double whole = Math.floor(degrees);
        double minutes = Math.floor((degrees - whole) * 60);
        return whole * 10_000 + minutes * 100 + ((degrees - whole) * 60 - minutes) * 60;
    }
}
