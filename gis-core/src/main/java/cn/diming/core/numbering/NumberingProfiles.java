package cn.diming.core.numbering;

import cn.diming.core.numbering.NumberingProfile.Gaps;
import cn.diming.core.numbering.NumberingProfile.OddSide;
import cn.diming.core.numbering.NumberingProfile.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The numbering rules that a bureau can choose from. */
public final class NumberingProfiles {

    private static final double AXIS_TOLERANCE_METRES = 0.5;
    private static final double FARTHEST_METRES = 60;

    private final Map<String, NumberingProfile> byName = new LinkedHashMap<>();

    private NumberingProfiles(List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            NumberingProfile profile = profile(row);
            if (byName.put(profile.name(), profile) != null) {
                throw new IllegalArgumentException("编号方案“" + profile.name() + "”写了两次");
            }
        }
    }

    /** The rules that come with the program. */
    public static NumberingProfiles bundled() {
        try (InputStream in =
                Objects.requireNonNull(NumberingProfiles.class.getResourceAsStream("numbering-profiles.yml"))) {
            return read(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws IllegalArgumentException when a row makes no sense; the message names it, in Chinese */
    public static NumberingProfiles read(InputStream yaml) {
        return new NumberingProfiles(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    public List<NumberingProfile> list() {
        return List.copyOf(byName.values());
    }

    public Optional<NumberingProfile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static NumberingProfile profile(Map<String, Object> row) {
        String name = text(row, "name");
        try {
            Map<String, Object> origin = part(row, "origin");
            Map<String, Object> gaps = part(row, "gaps");
            return new NumberingProfile(
                    name,
                    text(row, "title"),
                    Origin.valueOf(text(origin, "eastWest")),
                    Origin.valueOf(text(origin, "northSouth")),
                    OddSide.valueOf(text(row, "odd")),
                    number(row, "metresPerNumber", 0),
                    new Gaps(
                            number(gaps, "everyMetres", 0),
                            number(gaps, "frontageMetres", 0),
                            Boolean.TRUE.equals(gaps.get("sideLanes"))),
                    SubStyle.valueOf(text(row, "inserted")),
                    Boolean.TRUE.equals(row.get("deadEndFromMouth")),
                    avoided(row),
                    number(row, "axisToleranceMetres", AXIS_TOLERANCE_METRES),
                    number(row, "farthestMetres", FARTHEST_METRES),
                    text(row, "source"),
                    Optional.ofNullable(row.get("confirmWith")).map(Object::toString));
        } catch (IllegalArgumentException | ClassCastException bad) {
            throw new IllegalArgumentException("编号方案“" + name + "”有误：" + bad.getMessage(), bad);
        }
    }

    private static String text(Map<String, Object> row, String key) {
        Object value = row.get(key);
        if (value == null) {
            throw new IllegalArgumentException("缺少 " + key);
        }
        return value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> row, String key) {
        return (Map<String, Object>) row.getOrDefault(key, Map.of());
    }

    private static double number(Map<String, Object> row, String key, double otherwise) {
        return row.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static Set<Integer> avoided(Map<String, Object> row) {
        Set<Integer> numbers = new HashSet<>();
        if (row.get("avoided") instanceof List<?> list) {
            list.forEach(value -> numbers.add((Integer) value));
        }
        return numbers;
    }
}
