package cn.diming.core.casework;

import cn.diming.core.profile.RuleProfile;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds for a case the profile it is judged by, and what that profile asks. */
final class CaseRulebook {

    private static final String RURAL_CODES = "2";
    private static final String VILLAGE = "村";

    private final RuleProfiles profiles;
    private final DivisionTree divisions;
    private final Map<NamingCase.ProfileVersion, CaseRules> read = new ConcurrentHashMap<>();

    CaseRulebook(RuleProfiles profiles, DivisionTree divisions) {
        this.profiles = profiles;
        this.divisions = divisions;
        profiles.list().forEach(this::rules); // what cannot be understood is told when the program starts
    }

    /** The profile of today for a place: what a case is judged by from its submission on. */
    RuleProfile present(String divisionCode) {
        return profiles.nearest(Optional.of(divisionCode));
    }

    List<Stage> stages(NamingCase about) {
        return rules(about).stages(matter(about.divisionCode(), about.content().items()));
    }

    List<Stage> stages(String divisionCode, List<CaseItem> items) {
        return rules(present(divisionCode)).stages(matter(divisionCode, items));
    }

    List<CaseRules.CaseTimer> timers(NamingCase about) {
        return rules(about).timers(matter(about.divisionCode(), about.content().items()));
    }

    /** The stage a case waits for; empty when it is over. */
    Optional<Stage> awaited(NamingCase about) {
        return awaited(about, stages(about));
    }

    static Optional<Stage> awaited(NamingCase about, List<Stage> stages) {
        CaseState state = about.state();
        if (state.isOver()) {
            return Optional.empty();
        }
        return stages.stream()
                .filter(stage -> state.isEditable() || stage.state().compareTo(state) > 0)
                .findFirst();
    }

    private CaseRules rules(NamingCase about) {
        return rules(about.profile()
                .flatMap(version -> profiles.find(version.name(), version.version()))
                .orElseGet(() -> present(about.divisionCode())));
    }

    private CaseRules rules(RuleProfile profile) {
        return read.computeIfAbsent(
                new NamingCase.ProfileVersion(profile.name(), profile.version()), missing -> CaseRules.of(profile));
    }

    private CaseRules.Matter matter(String divisionCode, List<CaseItem> items) {
        boolean rural =
                items.stream().flatMap(item -> item.divisionCode().stream()).anyMatch(this::isRural)
                        || isRural(divisionCode);
        return new CaseRules.Matter(items, rural);
    }

    /** By the urban-rural code of the statistical division (2xx = 乡村); where that is not known, by the village's name. */
    private boolean isRural(String divisionCode) {
        return divisions.find(divisionCode).filter(d -> d.level() == DivisionLevel.VILLAGE).stream()
                .anyMatch(CaseRulebook::isRural);
    }

    private static boolean isRural(Division village) {
        return village.urbanRuralCode()
                .map(code -> code.startsWith(RURAL_CODES))
                .orElseGet(() -> village.name().endsWith(VILLAGE));
    }
}
