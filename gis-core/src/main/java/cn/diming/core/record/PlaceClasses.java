package cn.diming.core.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Class codes of place names (GB/T 18521-2001 with the extensions of the second national survey) in words. A code that the
 * table does not hold itself has the name of the nearest group above it.
 */
public final class PlaceClasses {

    private static final String TABLE = "place-classes.tsv";
    private static final Map<String, PlaceClass> BY_PREFIX = read();

    /** The Chinese name of a class; empty for what is no class code. */
    public static Optional<String> name(String code) {
        return find(code).map(PlaceClass::name);
    }

    /** The class of 地名管理条例 Art. 3 that a code belongs to. */
    public static PlaceCategory category(String code) {
        return find(code).map(PlaceClass::category).orElse(PlaceCategory.OTHER);
    }

    private static Optional<PlaceClass> find(String code) {
        if (!code.matches("\\d{4,5}")) {
            return Optional.empty();
        }
        for (int digits = code.length(); digits >= 2; digits--) {
            PlaceClass found = BY_PREFIX.get(code.substring(0, digits));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, PlaceClass> read() {
        Map<String, PlaceClass> classes = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlaceClasses.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> {
                        classes.put(cells[0], new PlaceClass(cells[1], PlaceCategory.valueOf(cells[2])));
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return classes;
    }

    private record PlaceClass(String name, PlaceCategory category) {}

    private PlaceClasses() {}
}
