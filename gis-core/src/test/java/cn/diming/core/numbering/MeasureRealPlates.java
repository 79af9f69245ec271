package cn.diming.core.numbering;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * What the checks say of house numbers that other people gave and mapped: all addresses of an OpenStreetMap extract, judged
 * without a profile, each street by its own order. {@code scripts/bench plates}
 */
public final class MeasureRealPlates {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** Pieces of one name belong to one street when no gap is wider. */
    private static final double GAP_METRES = 150;

    private static final double BUILDING_METRES = 50;
    /** 12, 12a, 12 bis, 12/3; of a list or range the first counts. */
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,5})\\s*(?:([a-zA-Z])|(bis|ter|quater)|/(\\d{1,3}))?(?:\\s*[-,;–].*)?");

    final List<Plate> plates = new ArrayList<>();
    final List<PlatedStreet> streets = new ArrayList<>();
    final List<PlateFinding> findings;

    MeasureRealPlates(Path extract) {
        OsmExtract osm = new OsmExtract(extract);
        Map<String, List<LineString>> ways = new TreeMap<>();
        for (OsmExtract.Feature feature : osm.features) {
            feature.tag("name")
                    .filter(name -> feature.tag("highway").isPresent()
                            && feature.points().size() > 1)
                    .ifPresent(name -> ways.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(SHAPES.createLineString(feature.points().toArray(Coordinate[]::new))));
            feature.tag("addr:housenumber")
                    .ifPresent(number -> feature.tag("addr:street").ifPresent(street -> add(feature, street, number)));
        }
        ways.forEach(this::addStreets);
        findings = new PlateChecks(
                        Optional.empty(),
                        new LonLat(0, 0),
                        NumberingProfiles.bundled().usual().checks())
                .check(plates, streets, Map.of());
    }

    /** The file; prints what was found. */
    public static void main(String[] arguments) {
        for (String file : arguments) {
            MeasureRealPlates measured = new MeasureRealPlates(Path.of(file));
            System.out.printf(
                    "%s: %d plates, %d streets%n",
                    Path.of(file).getFileName(), measured.plates.size(), measured.streets.size());
            measured.counts()
                    .forEach((rule, count) -> System.out.printf("%s %s %d%n", rule.code(), rule.title(), count));
            System.out.printf("DP-01 at one door or building: %d%n", measured.sharedDoors());
            Map<PlateRule, Integer> shown = new EnumMap<>(PlateRule.class);
            measured.findings.stream()
                    .filter(finding -> shown.merge(finding.rule(), 1, Integer::sum) <= 6)
                    .forEach(finding -> System.out.println("  " + finding.rule().code() + " " + finding.message()));
        }
    }

    /** DP-01 to DP-07 and how often. */
    Map<PlateRule, Long> counts() {
        Map<PlateRule, Long> counts = new EnumMap<>(PlateRule.class);
        findings.stream()
                .filter(finding -> finding.rule().compareTo(PlateRule.DP_07) <= 0)
                .forEach(finding -> counts.merge(finding.rule(), 1L, Long::sum));
        return counts;
    }

    /** Of the duplicates, those within one building: several things mapped at one address. */
    long sharedDoors() {
        return findings.stream()
                .filter(finding -> finding.rule() == PlateRule.DP_01)
                .filter(finding -> spreadMetres(finding) < BUILDING_METRES)
                .count();
    }

    private double spreadMetres(PlateFinding finding) {
        List<LonLat> places = finding.plates().stream()
                .map(id -> plates.get((int) (id - 1)).position().orElseThrow())
                .toList();
        return places.stream()
                .mapToDouble(place -> Ellipsoid.distanceMetres(places.getFirst(), place))
                .max()
                .orElseThrow();
    }

    private void add(OsmExtract.Feature feature, String street, String number) {
        plates.add(new Plate(
                plates.size() + 1,
                "",
                OptionalLong.empty(),
                street,
                written(number.strip()),
                Optional.of(feature.middle()),
                Plate.Traits.NONE));
    }

    private static String written(String number) {
        Matcher read = NUMBER.matcher(number);
        if (!read.matches()) {
            return number;
        }
        int sub = 0;
        if (read.group(2) != null) {
            sub = Character.toLowerCase(read.group(2).charAt(0)) - 'a' + 1;
        } else if (read.group(3) != null) {
            sub = List.of("bis", "ter", "quater").indexOf(read.group(3)) + 1;
        } else if (read.group(4) != null) {
            sub = Integer.parseInt(read.group(4));
        }
        return new PlateNumber(Math.max(1, Integer.parseInt(read.group(1))), sub, SubStyle.FU).text();
    }

    private void addStreets(String name, List<LineString> pieces) {
        List<List<LineString>> groups = new ArrayList<>();
        for (LineString piece : pieces) {
            List<LineString> group = new ArrayList<>(List.of(piece));
            groups.removeIf(other -> near(other, piece) && group.addAll(other));
            groups.add(group);
        }
        for (List<LineString> group : groups) {
            streets.add(new PlatedStreet(
                    streets.size() + 1,
                    name,
                    "",
                    Set.of(),
                    SHAPES.createMultiLineString(group.toArray(LineString[]::new))));
        }
    }

    private static boolean near(List<LineString> group, LineString piece) {
        var around = Bbox.of(piece).growMetres(GAP_METRES);
        return group.stream().anyMatch(other -> Bbox.of(other).intersects(around));
    }
}
