package cn.diming.api.naming;

import cn.diming.api.generated.model.ProfileRow;
import cn.diming.api.generated.model.ProfileSection;
import cn.diming.api.generated.model.RuleProfile;
import cn.diming.api.generated.model.RuleProfileSummary;
import cn.diming.core.profile.RuleProfiles;
import java.util.TreeMap;

/** Profiles, field by field. */
final class ProfileDtos {

    static RuleProfileSummary summary(cn.diming.core.profile.RuleProfile profile) {
        RuleProfileSummary dto = new RuleProfileSummary(
                profile.name(),
                profile.title(),
                profile.version(),
                profile.lineage(),
                profile.own(),
                profile.divisions());
        profile.description().ifPresent(dto::description);
        profile.parent().ifPresent(dto::parent);
        return dto;
    }

    static RuleProfile whole(cn.diming.core.profile.RuleProfile profile, boolean current) {
        RuleProfile dto = new RuleProfile(
                profile.name(),
                profile.title(),
                profile.version(),
                current,
                profile.lineage(),
                profile.own(),
                profile.divisions(),
                profile.sections().entrySet().stream()
                        .map(section -> new ProfileSection(
                                section.getKey(),
                                RuleProfiles.titleOf(section.getKey()),
                                section.getValue().stream()
                                        .map(ProfileDtos::row)
                                        .toList()))
                        .toList());
        profile.description().ifPresent(dto::description);
        profile.parent().ifPresent(dto::parent);
        return dto;
    }

    private static ProfileRow row(cn.diming.core.profile.ProfileRow row) {
        return new ProfileRow(row.key(), row.origin(), row.source(), new TreeMap<>(row.values()));
    }

    private ProfileDtos() {}
}
