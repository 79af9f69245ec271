package cn.diming.core.coverage;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.util.List;
import java.util.Optional;

/** Checks the coverage of the divisions in the register. */
public final class CoverageChecks {

    private final CoverageStore store;
    private final RuleProfiles profiles;

    public CoverageChecks(Db db, RuleProfiles profiles) {
        this.store = new CoverageStore(db);
        this.profiles = profiles;
    }

    /**
     * Checks all divisions of one level in a division, against those of the level above.
     *
     * @param wanted a division code of 2 to 12 digits; empty for the whole jurisdiction
     * @throws Refused when the level is not below the division
     */
    public List<CoverageFinding> check(Actor actor, Optional<String> wanted, DivisionLevel level) {
        Optional<String> within =
                wanted.or(() -> Optional.of(actor.jurisdiction()).filter(own -> !own.isEmpty()));
        AccessPolicy.require(actor, Action.READ_STAFF, within.orElse(""));
        String prefix =
                within.map(DivisionCode::parse).map(DivisionCode::prefix).orElse("");
        if (prefix.length() >= level.digits()) {
            throw new Refused(List.of("所选范围 " + prefix + " 之内没有" + level.title() + "区划"));
        }
        return CoverageCheck.check(
                store.units(prefix, level.number()), store.parents(prefix, level.number()), tolerance(within));
    }

    /** For whoever has asked for the rights, such as an import. */
    public List<CoverageFinding> check(DivisionLevel level) {
        return CoverageCheck.check(
                store.units("", level.number()), store.parents("", level.number()), tolerance(Optional.empty()));
    }

    /** By the rule profile of a division. */
    public CoverageTolerance tolerance(Optional<String> within) {
        return CoverageTolerance.of(
                profiles.nearest(within.map(code -> DivisionCode.parse(code).digits())));
    }
}
