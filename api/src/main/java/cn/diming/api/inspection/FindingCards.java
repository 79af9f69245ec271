package cn.diming.api.inspection;

import cn.diming.api.generated.model.CrossingProject;
import cn.diming.api.generated.model.InspectionMarkerAction;
import cn.diming.api.generated.model.InspectionMarkerStatus;
import cn.diming.api.generated.model.MarkerFinding;
import cn.diming.api.generated.model.SegmentFinding;
import cn.diming.core.inspection.Finding;
import cn.diming.core.inspection.InspectionRules;

/** Findings as callers get them. */
final class FindingCards {

    static MarkerFinding marker(Finding.MarkerCheck check, InspectionRules rules) {
        MarkerFinding card = new MarkerFinding(
                check.markerId(),
                InspectionMarkerStatus.fromValue(check.status().name()),
                InspectionMarkerAction.fromValue(check.action().name()));
        check.fix()
                .ifPresent(fix -> card.lon(fix.at().lon()).lat(fix.at().lat()).accuracyMetres(fix.accuracyMetres()));
        check.offsetMetres().ifPresent(metres -> card.offsetMetres(metres).moved(rules.isMoved(check)));
        check.cause().ifPresent(card::cause);
        check.otherSide().ifPresent(card::otherSide);
        check.note().ifPresent(card::note);
        return card;
    }

    static SegmentFinding segment(Finding.SegmentCheck segment) {
        SegmentFinding card = new SegmentFinding(segment.fromMetres(), segment.toMetres(), segment.identifiable())
                .projects(segment.projects().stream()
                        .map(project -> new CrossingProject(project.name(), project.bothConsented()))
                        .toList())
                .interviews(segment.interviews());
        segment.changes().ifPresent(card::changes);
        segment.oneSided().ifPresent(card::oneSided);
        segment.heard().ifPresent(card::heard);
        segment.disputes().ifPresent(card::disputes);
        segment.note().ifPresent(card::note);
        return card;
    }

    private FindingCards() {}
}
