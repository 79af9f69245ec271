package cn.diming.core.signage;

import cn.diming.core.signage.SignProfile.Mounting;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of signs that a bureau can choose from. */
public final class SignProfiles {

    private final Map<String, SignProfile> byName = new LinkedHashMap<>();

    private SignProfiles(List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            SignProfile profile = profile(row);
            if (byName.put(profile.name(), profile) != null) {
                throw new IllegalArgumentException("标志方案“" + profile.name() + "”写了两次");
            }
        }
    }

    /** The rules that come with the program. */
    public static SignProfiles bundled() {
        try (InputStream in = Objects.requireNonNull(SignProfiles.class.getResourceAsStream("sign-profiles.yml"))) {
            return read(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws IllegalArgumentException when a row makes no sense; the message names it, in Chinese */
    public static SignProfiles read(InputStream yaml) {
        return new SignProfiles(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    public List<SignProfile> list() {
        return List.copyOf(byName.values());
    }

    public Optional<SignProfile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static SignProfile profile(Map<String, Object> row) {
        String name = String.valueOf(row.get("name"));
        try {
            return new SignProfile(
                    name,
                    value(row, "title").toString(),
                    (int) number(row, "postsAtCrossing"),
                    number(row, "longGapMetres"),
                    number(row, "mergeMetres"),
                    number(row, "touchMetres"),
                    (int) number(row, "lowestRank"),
                    Boolean.TRUE.equals(row.get("tieIsEastWest")),
                    sizes(row),
                    mountings(row),
                    value(row, "source").toString());
        } catch (IllegalArgumentException | ClassCastException bad) {
            throw new IllegalArgumentException("标志方案“" + name + "”有误：" + bad.getMessage(), bad);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<SignKind, PlateSize> sizes(Map<String, Object> row) {
        Map<SignKind, PlateSize> sizes = new EnumMap<>(SignKind.class);
        ((Map<String, Map<String, Object>>) value(row, "sizes"))
                .forEach((kind, size) -> sizes.put(
                        SignKind.valueOf(kind),
                        new PlateSize(
                                (int) number(size, "width"), (int) number(size, "height"), number(size, "price"))));
        return sizes;
    }

    @SuppressWarnings("unchecked")
    private static List<Mounting> mountings(Map<String, Object> row) {
        List<Mounting> mountings = new ArrayList<>();
        ((List<Map<String, Object>>) value(row, "mountings"))
                .forEach(each -> mountings.add(new Mounting(value(each, "title").toString(), number(each, "price"))));
        return mountings;
    }

    private static double number(Map<String, Object> row, String key) {
        return ((Number) value(row, key)).doubleValue();
    }

    private static Object value(Map<String, Object> row, String key) {
        Object value = row.get(key);
        if (value == null) {
            throw new IllegalArgumentException("缺少 " + key);
        }
        return value;
    }
}
