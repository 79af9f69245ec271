package cn.diming.api.naming;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.NameConflict;
import cn.diming.api.generated.model.NameFinding;
import cn.diming.api.generated.model.NameRelation;
import cn.diming.api.generated.model.NameScope;
import cn.diming.api.generated.model.NameSpelling;
import cn.diming.api.generated.model.NameUse;
import cn.diming.api.generated.model.NameVerdict;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.ProfileVersion;
import cn.diming.api.generated.model.Severity;
import cn.diming.api.generated.model.UniquenessScope;
import cn.diming.core.access.Actor;
import cn.diming.core.naming.Conflict;
import cn.diming.core.naming.Finding;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.romanise.Romanisation;

/** A verdict, field by field. */
final class VerdictDtos {

    private final Actor actor;
    private final DivisionTree divisions;
    private final OutputCrs crs;

    VerdictDtos(Actor actor, DivisionTree divisions, OutputCrs crs) {
        this.actor = actor;
        this.divisions = divisions;
        this.crs = crs;
    }

    NameVerdict verdict(cn.diming.core.naming.NameVerdict verdict, String profileTitle) {
        NameScope scope = new NameScope(verdict.urban());
        verdict.divisionCode().ifPresent(code -> scope.divisionCode(code).divisionPath(divisions.address(code)));
        NameVerdict dto = new NameVerdict(
                verdict.name(),
                verdict.specific(),
                new ProfileVersion(verdict.profile(), profileTitle, verdict.profileVersion()),
                scope,
                verdict.findings().stream().map(this::finding).toList());
        verdict.generic().ifPresent(dto::generic);
        verdict.worst().map(Enum::name).map(Severity::fromValue).ifPresent(dto::worst);
        if (!verdict.spelling().segments().isEmpty()) {
            dto.spelling(spelling(verdict.spelling()));
        }
        return dto;
    }

    private static NameSpelling spelling(Romanisation spelling) {
        return new NameSpelling(spelling.toned(), spelling.toneless(), spelling.sign(), spelling.isSettled());
    }

    private NameFinding finding(Finding finding) {
        return new NameFinding(
                finding.rule(),
                finding.title(),
                Severity.fromValue(finding.severity().name()),
                finding.message(),
                finding.basis(),
                finding.needsJustification(),
                finding.suggestions(),
                finding.conflictCount(),
                finding.conflicts().stream().map(this::conflict).toList());
    }

    private NameConflict conflict(Conflict conflict) {
        NameConflict dto = new NameConflict(
                NameRelation.valueOf(conflict.relation().name()),
                conflict.name(),
                NameUse.valueOf(conflict.use().name()),
                PlaceCategory.valueOf(conflict.category().name()),
                UniquenessScope.valueOf(conflict.sharedScope().name()));
        if (conflict.isOpenTo(actor)) {
            conflict.placeId().ifPresent(dto::placeId);
        }
        conflict.divisionCode().ifPresent(dto::divisionCode);
        conflict.divisionPath().ifPresent(dto::divisionPath);
        conflict.distanceMetres().ifPresent(metres -> dto.distanceMetres((double) Math.round(metres)));
        conflict.position().map(crs::position).ifPresent(at -> dto.lon(at.x()).lat(at.y()));
        conflict.box().map(crs::box).ifPresent(dto::bbox);
        return dto;
    }
}
