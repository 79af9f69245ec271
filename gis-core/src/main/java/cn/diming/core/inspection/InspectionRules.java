package cn.diming.core.inspection;

import cn.diming.core.profile.ProfileRow;
import cn.diming.core.profile.RuleProfile;
import java.util.List;
import java.util.Optional;

/**
 * What a rule profile says of joint inspections.
 *
 * @param years between two inspections
 * @param yearsSource law and article of that
 * @param remindDays before the day it is worth preparing
 * @param photos of a marker, at least, before anything is done and after
 * @param mostPhotos of a record
 * @param offsetMetres from the registered place, besides the fix's own accuracy, beyond which a marker may have moved
 * @param items what has to be looked at
 */
public record InspectionRules(
        int years,
        String yearsSource,
        int remindDays,
        int photos,
        int mostPhotos,
        double offsetMetres,
        List<InspectionItem> items) {

    private static final String TOLERANCES = "tolerances";
    private static final String YEARS = "boundary-inspection-years";

    public InspectionRules {
        items = List.copyOf(items);
    }

    static InspectionRules of(RuleProfile profile) {
        return new InspectionRules(
                (int) profile.number(TOLERANCES, YEARS),
                profile.find(TOLERANCES, YEARS).map(ProfileRow::source).orElse(""),
                (int) profile.number(TOLERANCES, "inspection-remind-days"),
                (int) profile.number(TOLERANCES, "inspection-photos"),
                (int) profile.number(TOLERANCES, "inspection-most-photos"),
                profile.number(TOLERANCES, "inspection-offset-metres"),
                profile.rows("inspection").stream().map(InspectionRules::item).toList());
    }

    private static InspectionItem item(ProfileRow row) {
        return new InspectionItem(
                row.key(),
                InspectionItem.Part.valueOf(row.text("part")),
                row.text("title"),
                row.findText("note").orElse(""),
                row.isTrue("must"),
                row.source());
    }

    /** Whether a marker may have moved: it was found farther off than survey and receiver explain. */
    public boolean isMoved(Finding.MarkerCheck check) {
        return check.offsetMetres().isPresent()
                && check.offsetMetres().getAsDouble()
                        > offsetMetres
                                + check.fix().map(Finding.Fix::accuracyMetres).orElse(0.0);
    }

    Optional<InspectionItem> find(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }
}
