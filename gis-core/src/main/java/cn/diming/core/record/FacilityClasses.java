package cn.diming.core.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The classes of facilities of civil affairs (民政设施), from elders to burial; what they are called is what stands in the register. */
public final class FacilityClasses {

    private static final String TABLE = "facility-classes.tsv";
    private static final List<FacilityClass> ALL = read();

    /**
     * One class.
     *
     * @param name as in {@code facility.category}
     * @param field the field of work it belongs to
     * @param icon its symbol on the map
     * @param source the law or notice that asks for such facilities
     */
    public record FacilityClass(String name, String field, String icon, String source) {}

    /** In the order of the fields of work. */
    public static List<FacilityClass> all() {
        return ALL;
    }

    /** Empty for facilities of others, such as schools. */
    public static Optional<FacilityClass> find(String category) {
        return ALL.stream().filter(known -> known.name.equals(category)).findFirst();
    }

    private static List<FacilityClass> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FacilityClasses.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new FacilityClass(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FacilityClasses() {}
}
