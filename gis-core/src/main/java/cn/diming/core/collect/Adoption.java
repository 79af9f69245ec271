package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a report into the register by its own doors: a new record is merely recorded (已采集), never a standard name, and what
 * is added to an old one is an alias, photos and the recording. A standard name takes a case (地名管理条例 Art. 4).
 */
final class Adoption {

    private final FieldCollection.Setting core;
    private final Media media;

    Adoption(FieldCollection.Setting core, Media media) {
        this.core = core;
        this.media = media;
    }

    /** @throws Refused when the step could not be done, be it now or after a second look */
    void check(Actor actor, CollectedReport report, ModerationStep step) {
        switch (step) {
            case ModerationStep.Accept accept -> checkDraft(actor, report, accept);
            case ModerationStep.Merge merge -> checkTarget(actor, report, merge);
            default -> throw new IllegalArgumentException("nothing to adopt");
        }
    }

    /** @return the record that came of it */
    long adopt(ChangeSet changes, CollectedReport report, ModerationStep step) {
        return switch (step) {
            case ModerationStep.Accept accept -> accept(changes, report, accept);
            case ModerationStep.Merge merge -> merge(changes, report, merge);
            default -> throw new IllegalArgumentException("nothing to adopt");
        };
    }

    private void checkDraft(Actor actor, CollectedReport report, ModerationStep.Accept step) {
        if (report.kind() != ReportKind.NEW_NAME) {
            throw refused(report.kind().title() + "是针对已有地名的，请并入该地名");
        }
        RecordDraft draft = draft(report, step);
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE, report.divisionCode());
        List<String> faults = RecordRules.faults(RecordSchema.of(RecordKind.PLACE), draft);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private long accept(ChangeSet changes, CollectedReport report, ModerationStep.Accept step) {
        long place = core.records()
                .create(changes.actor(), RecordKind.PLACE, draft(report, step))
                .id();
        addMedia(changes, report, place);
        return place;
    }

    private static RecordDraft draft(CollectedReport report, ModerationStep.Accept step) {
        String name = step.name()
                .or(report::written)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .orElseThrow(() -> refused("请先确定名称怎么写"));
        Map<String, Object> values = new HashMap<>(Map.of(
                "name",
                name,
                "status",
                "RECORDED",
                "category",
                step.category()
                        .or(report::category)
                        .orElseThrow(() -> refused("请先确定类别"))
                        .name(),
                "attributes",
                attributes(report)));
        report.meaning().ifPresent(text -> values.put("meaning", text));
        report.origin().ifPresent(text -> values.put("origin", text));
        if (step.position().isEmpty()) {
            values.put("division_code", report.divisionCode());
        }
        LonLat position = step.position().orElse(report.position());
        return new RecordDraft(
                "collection/" + report.id(), values, Optional.of(position.toPoint()), List.of(), List.of());
    }

    /** Source and accuracy go with the position; who told it does not (地名管理条例 Art. 33). */
    private static String attributes(CollectedReport report) {
        var node = JsonMapper.shared().createObjectNode();
        node.put("source", "采集上报第 " + report.id() + " 号");
        node.put("surveyMethod", report.positionSource() == PositionSource.GNSS ? "实测" : "图解");
        node.put("positionSource", report.positionSource().name());
        report.accuracyMetres().ifPresent(metres -> node.put("accuracyMetres", metres));
        report.spoken().ifPresent(words -> node.put("spokenName", words));
        return node.toString();
    }

    private void checkTarget(Actor actor, CollectedReport report, ModerationStep.Merge step) {
        StoredRecord place = core.records().get(actor, step.placeId());
        if (place.kind() != RecordKind.PLACE) {
            throw new NotFound("没有编号为 " + step.placeId() + " 的地名");
        }
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE, place.divisionCode().orElse(null));
        if (step.alias() && report.written().isEmpty()) {
            throw refused("这条上报没有书面名称，不能记为别名");
        }
    }

    private long merge(ChangeSet changes, CollectedReport report, ModerationStep.Merge step) {
        if (step.alias()) {
            core.aliases()
                    .add(
                            changes.actor(),
                            step.placeId(),
                            new RecordDraft.Name(
                                    report.written().orElseThrow(),
                                    RecordDraft.NameKind.ALIAS,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            Optional.of("采集上报第 " + report.id() + " 号"));
        }
        addMedia(changes, report, step.placeId());
        return step.placeId();
    }

    private void addMedia(ChangeSet changes, CollectedReport report, long place) {
        media.copy(changes, media.of(RecordKind.COLLECTION_REPORT, report.id()), place);
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }
}
