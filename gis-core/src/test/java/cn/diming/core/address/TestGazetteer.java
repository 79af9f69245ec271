package cn.diming.core.address;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Divisions and places around 大稳村 and some from elsewhere in Guangzhou. */
final class TestGazetteer {

    static Gazetteer ofNansha() {
        List<Division> divisions = rows("divisions.csv")
                .map(row -> row.split(","))
                .map(cells -> division(cells[0], cells[1]))
                .toList();
        return Gazetteer.of(divisions);
    }

    static PlaceNames placesOfNansha() {
        Map<String, PlaceCategory> places = rows("places.csv")
                .map(row -> row.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> PlaceCategory.valueOf(cells[1])));
        return (name, prefix) ->
                Optional.ofNullable(places.get(name)).map(Set::of).orElse(Set.of());
    }

    private static Division division(String digits, String name) {
        DivisionCode code = new DivisionCode(digits);
        return new Division(
                1,
                code,
                name,
                code.level(),
                code.parent(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalInt.empty());
    }

    static Stream<String> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TestGazetteer.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private TestGazetteer() {}
}
