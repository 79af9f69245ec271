package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.LonLat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreetNumberingTest {

    @ParameterizedTest
    @MethodSource("rows")
    void numbersAreThoseOfTheTable(String profile, String line, String doors, String expected, String why) {
        NumberingProfile rule = NumberingProfiles.bundled().find(profile).orElseThrow();
        NumberedStreet street = Streets.street(line);
        StreetPlan plan = new StreetNumbering(rule).number(street, doors(doors));
        Map<Long, String> found = new TreeMap<>();
        plan.assignments().forEach(a -> found.put(a.door().id(), a.number().text()));
        plan.undecided().forEach(u -> found.put(u.door().id(), "?"));
        String numbers = found.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        assertThat(numbers).as(why).isEqualTo(expected);
    }

    private static List<Door> doors(String cell) {
        List<Door> doors = new ArrayList<>();
        for (String text : cell.split(";")) {
            String[] parts = text.strip().split("[ =]+");
            LonLat place = Streets.lonLat(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            Optional<PlateNumber> locked = parts.length > 3 ? PlateNumber.find(parts[3]) : Optional.empty();
            doors.add(new Door(
                    Long.parseLong(parts[0]),
                    place,
                    OptionalLong.empty(),
                    locked,
                    locked.isPresent(),
                    Optional.empty()));
        }
        return doors;
    }

    static Stream<Object[]> rows() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StreetNumberingTest.class.getResourceAsStream("numbering.csv")),
                StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> (Object[]) line.split(" \\| "))
                    .toList()
                    .stream();
        }
    }
}
