package cn.diming.core.patrol;

import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;

/** Somebody who walks along a line, with a receiver that records. */
final class Walk {

    private static final Instant MORNING = Instant.parse("2026-03-01T00:30:00Z");

    private final LineMeasure line;
    private final Random random;
    private final double noiseMetres;
    private final List<List<String>> segments = new ArrayList<>(List.of(new ArrayList<>()));
    private Instant now = MORNING;

    Walk(Geometry line, long seed, double noiseMetres) {
        this.line = new LineMeasure(line);
        this.random = new Random(seed);
        this.noiseMetres = noiseMetres;
    }

    double lineMetres() {
        return line.lengthMetres();
    }

    /** From one place along the line to another, beside it on its left, at a speed, a fix every so many metres. */
    Walk along(double from, double to, double leftMetres, double kmh, double everyMetres) {
        int steps = Math.max(1, (int) Math.ceil(Math.abs(to - from) / everyMetres));
        for (int i = 0; i <= steps; i++) {
            double at = from + (to - from) * i / steps;
            fix(beside(at, leftMetres), Math.abs(to - from) / steps / kmh * 3.6);
        }
        return this;
    }

    Walk along(double from, double to) {
        return along(from, to, 0, 4.5, 8);
    }

    /** Away from the line at a right angle and back the same way. */
    Walk detour(double at, double leftMetres) {
        for (int i = 1; i <= 2 * 20; i++) {
            fix(beside(at, leftMetres * (i <= 20 ? i : 40 - i) / 20), Math.abs(leftMetres) / 20 / 4.5 * 3.6);
        }
        return this;
    }

    LonLat beside(double at, double leftMetres) {
        LonLat here = line.at(at);
        double ahead = Ellipsoid.bearingDegrees(line.at(Math.max(0, at - 1)), line.at(Math.min(lineMetres(), at + 1)));
        return Ellipsoid.move(here, ahead - 90, leftMetres);
    }

    /** A fix somewhere, so many seconds after the last. */
    Walk fix(LonLat place, double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
        LonLat strayed = noiseMetres == 0
                ? place
                : Ellipsoid.move(place, random.nextDouble() * 360, Math.abs(random.nextGaussian()) * noiseMetres);
        segments.getLast().add(point(strayed.lon(), strayed.lat(), "<time>" + now + "</time>"));
        return this;
    }

    /** The receiver is off for a while. */
    Walk pause() {
        segments.add(new ArrayList<>());
        now = now.plusSeconds(600);
        return this;
    }

    static String point(double lon, double lat, String more) {
        return String.format(Locale.ROOT, "<trkpt lat=\"%.7f\" lon=\"%.7f\">%s</trkpt>", lat, lon, more);
    }

    TrackFile file(String name) {
        return file(name, segments);
    }

    static TrackFile file(String name, List<List<String>> segments) {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<gpx version=\"1.1\" creator=\"手持机\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><name>巡界</name>\n");
        for (List<String> segment : segments) {
            text.append("<trkseg>").append(String.join("\n", segment)).append("</trkseg>");
        }
        return new TrackFile(name, text.append("</trk></gpx>").toString().getBytes(StandardCharsets.UTF_8));
    }
}
