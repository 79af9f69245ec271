package cn.diming.core.signage;

import cn.diming.core.rules.LocalRow;
import cn.diming.core.signage.SignProfile.Mounting;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of signs that a bureau can choose from. */
public final class SignProfiles {

    private static final String TITLE = "标志方案";

    private final Map<String, SignProfile> byName;

    private SignProfiles(Map<String, SignProfile> byName) {
        this.byName = byName;
    }

    /** The rules that come with the program. */
    public static SignProfiles bundled() {
        return new SignProfiles(
                LocalRow.bundled(SignProfiles.class, "sign-profiles.yml", TITLE, SignProfiles::profile));
    }

    /** @throws IllegalArgumentException when a row makes no sense; the message names it, in Chinese */
    public static SignProfiles read(InputStream yaml) {
        return new SignProfiles(LocalRow.read(yaml, TITLE, SignProfiles::profile));
    }

    public List<SignProfile> list() {
        return List.copyOf(byName.values());
    }

    public Optional<SignProfile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static SignProfile profile(LocalRow row) {
        return new SignProfile(
                row.text("name"),
                row.text("title"),
                row.integer("postsAtCrossing"),
                row.number("longGapMetres"),
                row.number("mergeMetres"),
                row.number("touchMetres"),
                row.number("cornerMetres"),
                row.values("laneTerms").stream().map(Object::toString).collect(Collectors.toUnmodifiableSet()),
                row.integer("entranceRank"),
                row.number("entranceApartMetres"),
                row.integer("lowestRank"),
                row.isTrue("tieIsEastWest"),
                sizes(row),
                row.list("mountings").stream()
                        .map(each -> new Mounting(each.text("title"), each.number("price")))
                        .toList(),
                row.text("source"));
    }

    private static Map<SignKind, PlateSize> sizes(LocalRow row) {
        Map<SignKind, PlateSize> sizes = new EnumMap<>(SignKind.class);
        row.parts("sizes")
                .forEach((kind, size) -> sizes.put(
                        SignKind.valueOf(kind),
                        new PlateSize(size.integer("width"), size.integer("height"), size.number("price"))));
        return sizes;
    }
}
