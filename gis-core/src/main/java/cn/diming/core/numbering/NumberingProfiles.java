package cn.diming.core.numbering;

import cn.diming.core.numbering.NumberingProfile.BeyondVillage;
import cn.diming.core.numbering.NumberingProfile.Gaps;
import cn.diming.core.numbering.NumberingProfile.OddSide;
import cn.diming.core.numbering.NumberingProfile.Origin;
import cn.diming.core.numbering.NumberingProfile.Village;
import cn.diming.core.rules.LocalRow;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The numbering rules that a bureau can choose from. */
public final class NumberingProfiles {

    private static final String TITLE = "编号方案";

    private final Map<String, NumberingProfile> byName;

    private NumberingProfiles(Map<String, NumberingProfile> byName) {
        this.byName = byName;
    }

    /** The rules that come with the program. */
    public static NumberingProfiles bundled() {
        return new NumberingProfiles(
                LocalRow.bundled(NumberingProfiles.class, "numbering-profiles.yml", TITLE, NumberingProfiles::profile));
    }

    /** @throws IllegalArgumentException when a row makes no sense; the message names it, in Chinese */
    public static NumberingProfiles read(InputStream yaml) {
        return new NumberingProfiles(LocalRow.read(yaml, TITLE, NumberingProfiles::profile));
    }

    public List<NumberingProfile> list() {
        return List.copyOf(byName.values());
    }

    public Optional<NumberingProfile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The first row: its limits and plates hold where nobody chose a profile. */
    public NumberingProfile usual() {
        return byName.values().iterator().next();
    }

    private static NumberingProfile profile(LocalRow row) {
        LocalRow origin = row.part("origin");
        return new NumberingProfile(
                row.text("name"),
                row.text("title"),
                Origin.valueOf(origin.text("eastWest")),
                Origin.valueOf(origin.text("northSouth")),
                OddSide.valueOf(row.text("odd")),
                row.number("metresPerNumber", 0),
                gaps(row.part("gaps")),
                SubStyle.valueOf(row.text("inserted")),
                row.isTrue("deadEndFromMouth"),
                integers(row.values("avoided")),
                village(row.part("village")),
                checks(row.part("checks")),
                plates(row.part("plates")),
                row.text("source"),
                row.findText("confirmWith"));
    }

    private static Gaps gaps(LocalRow row) {
        return new Gaps(row.number("everyMetres"), row.number("frontageMetres"), row.isTrue("sideLanes"));
    }

    private static Village village(LocalRow row) {
        return new Village(
                row.number("rowMetres"), row.number("cornerRatio"), BeyondVillage.valueOf(row.text("beyond")));
    }

    private static CheckLimits checks(LocalRow row) {
        return new CheckLimits(
                row.number("farthestMetres"),
                row.number("otherStreetRatio"),
                row.number("axisToleranceMetres"),
                row.number("sameChainageMetres"),
                row.number("agreement"),
                integers(row.values("shunned")),
                row.integer("metricNumbers"),
                row.number("metricShare"),
                row.number("photoMetres"),
                row.text("source"));
    }

    private static PlateModels plates(LocalRow row) {
        Map<PlateModel.Use, PlateModel> models = new EnumMap<>(PlateModel.Use.class);
        row.parts("models").forEach((use, model) -> models.put(PlateModel.Use.valueOf(use), model(model)));
        return new PlateModels(models, row.text("source"));
    }

    private static PlateModel model(LocalRow row) {
        return new PlateModel(
                row.text("title"),
                row.integer("width"),
                row.integer("height"),
                row.values("lines").stream()
                        .map(line -> PlateModel.Line.valueOf(line.toString()))
                        .toList());
    }

    private static Set<Integer> integers(List<?> values) {
        return values.stream().map(Integer.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
