package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.LonLat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlateChecksTest {

    private static final String VILLAGE = "440115103208";
    private static final List<PlatedStreet> STREETS = List.of(
            street(1, "芝正街", Set.of("旧街"), "0 0, 0 300"),
            street(2, "和顺路", Set.of(), "100 0, 100 300"),
            street(3, "双生巷", Set.of(), "300 0, 300 50"),
            street(4, "双生巷", Set.of(), "500 0, 500 50"));

    @ParameterizedTest
    @MethodSource("rows")
    void findingsAreThoseOfTheTable(String profile, String plates, String expected, String why) {
        PlateChecks checks = new PlateChecks(
                NumberingProfiles.bundled().find(profile),
                Streets.HOME,
                NumberingProfiles.bundled().usual().checks());
        List<PlateFinding> found = checks.check(plates(plates), STREETS, Map.of("440115103299", elsewhere()));
        String findings = found.stream()
                .map(finding -> finding.rule().code() + "="
                        + finding.plates().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
        assertThat(merged(findings)).as(why).isEqualTo(expected.strip());
    }

    /** {@code DP-02=5 DP-02=6} as {@code DP-02=5,6}. */
    private static String merged(String findings) {
        Map<String, Set<String>> byRule = new java.util.TreeMap<>();
        Arrays.stream(findings.split(" "))
                .filter(f -> !f.isEmpty())
                .forEach(f -> byRule.computeIfAbsent(f.substring(0, 5), key -> new TreeSet<>())
                        .addAll(List.of(f.substring(6).split(","))));
        return byRule.entrySet().stream()
                .map(e -> e.getKey() + "=" + String.join(",", e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static PlatedStreet street(long id, String name, Set<String> former, String line) {
        return new PlatedStreet(id, name, VILLAGE, former, Streets.street(line).line());
    }

    private static org.locationtech.jts.geom.Geometry elsewhere() {
        return Streets.lonLat(5000, 5000).toPoint().buffer(0.001);
    }

    private static List<Plate> plates(String cell) {
        List<Plate> plates = new ArrayList<>();
        for (String text : cell.split(";")) {
            String[] parts = text.strip().split(" +");
            List<String> traits = List.of(parts).subList(4, parts.length);
            LonLat place = Streets.lonLat(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            plates.add(new Plate(
                    Long.parseLong(parts[0]),
                    value(traits, "village").orElse(VILLAGE),
                    OptionalLong.empty(),
                    value(traits, "street").orElse("芝正街"),
                    parts[3],
                    Optional.of(place),
                    traits(traits)));
        }
        return plates;
    }

    private static Plate.Traits traits(List<String> traits) {
        return new Plate.Traits(
                traits.contains("reserved"),
                traits.contains("temporary"),
                traits.contains("proof"),
                traits.contains("installed"),
                value(traits, "building"),
                value(traits, "unit"),
                value(traits, "compound"),
                traits.contains("main"),
                value(traits, "photo")
                        .map(metres -> OptionalDouble.of(Double.parseDouble(metres)))
                        .orElse(OptionalDouble.empty()),
                traits.contains("replaced") ? Optional.of(LocalDate.of(2026, 3, 1)) : Optional.empty());
    }

    private static Optional<String> value(List<String> traits, String key) {
        return traits.stream()
                .filter(trait -> trait.startsWith(key + ":"))
                .map(trait -> trait.substring(key.length() + 1))
                .findFirst();
    }

    static Stream<Object[]> rows() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlateChecksTest.class.getResourceAsStream("plate-checks.csv")),
                StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> (Object[])
                            Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                    .toList()
                    .stream();
        }
    }
}
