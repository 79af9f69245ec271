package cn.diming.api.naming;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.generated.NamingApi;
import cn.diming.api.generated.model.NameCheck;
import cn.diming.api.generated.model.NameVerdict;
import cn.diming.api.generated.model.RuleProfile;
import cn.diming.api.generated.model.RuleProfileList;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.NotFound;
import cn.diming.core.region.DivisionTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Judges names while they are typed, and shows the rules they are judged by. */
@RestController
class NamingController implements NamingApi {

    private final NameChecks checks;
    private final RuleProfiles profiles;
    private final DivisionTree divisions;
    private final Visitor visitor;
    private final Precision precision;

    NamingController(Core core, Visitor visitor, Precision precision) {
        this.checks = core.nameChecks();
        this.profiles = core.profiles();
        this.divisions = core.divisions();
        this.visitor = visitor;
        this.precision = precision;
    }

    @Override
    public ResponseEntity<NameVerdict> checkName(NameCheck wanted) {
        Actor actor = visitor.actor();
        AccessPolicy.require(actor, Action.CHECK_NAME);
        var verdict = checks.check(actor, NameQuestions.of(wanted));
        OutputCrs crs = OutputCrs.parse(wanted.getCrs(), precision.decimalsFor(actor));
        String title = profiles.find(verdict.profile(), verdict.profileVersion())
                .map(profile -> profile.title())
                .orElse(verdict.profile());
        return ResponseEntity.ok(new VerdictDtos(actor, divisions, crs).verdict(verdict, title));
    }

    @Override
    public ResponseEntity<RuleProfileList> listRuleProfiles() {
        return ResponseEntity.ok(new RuleProfileList(profiles.list(visitor.actor()).stream()
                .map(ProfileDtos::summary)
                .toList()));
    }

    @Override
    public ResponseEntity<RuleProfile> getRuleProfile(String profileName, @Nullable Integer version) {
        var profile = profiles.find(visitor.actor(), profileName, Optional.ofNullable(version))
                .orElseThrow(() -> new NotFound(
                        "没有名为 " + profileName + (version == null ? "" : " 的第 " + version + " 版") + " 的规则档案"));
        boolean current = profiles.find(profileName)
                .filter(now -> now.version() == profile.version())
                .isPresent();
        return ResponseEntity.ok(ProfileDtos.whole(profile, current));
    }
}
