package cn.diming.api.sheet;

import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.SheetCheck;
import cn.diming.api.generated.model.SheetFormat;
import cn.diming.api.generated.model.SheetGate;
import cn.diming.api.generated.model.SheetJobState;
import cn.diming.api.generated.model.SheetLayout;
import cn.diming.api.generated.model.SheetName;
import cn.diming.api.generated.model.SheetPin;
import cn.diming.api.generated.model.SheetPreview;
import cn.diming.api.generated.model.SheetProfile;
import cn.diming.api.generated.model.SheetRunDraft;
import cn.diming.api.generated.model.SheetRunState;
import cn.diming.api.generated.model.SheetTemplateList;
import cn.diming.api.generated.model.SheetUnplaced;
import cn.diming.core.sheet.Gate;
import cn.diming.core.sheet.LabelPin;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetReport;
import cn.diming.core.sheet.SheetRun;
import cn.diming.core.sheet.SheetWish;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.frame.ScaleLadder;
import cn.diming.tiles.sheet.frame.SheetTemplate;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.label.Turned;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Sheets and runs as the contract has them. */
final class SheetDtos {

    static SheetWish wish(String template, SheetProfile profile) {
        return new SheetWish("", template, profile == SheetProfile.INTERNAL, List.of("pdf"), null, "");
    }

    static SheetWish wish(SheetRunDraft draft, String title) {
        return new SheetWish(
                title,
                draft.getTemplate(),
                draft.getProfile() == SheetProfile.INTERNAL,
                draft.getFormats().stream().distinct().map(SheetDtos::format).toList(),
                draft.getApprovalNumber(),
                Objects.requireNonNullElse(draft.getCompiler(), ""));
    }

    static SheetTemplateList templates(SheetTemplates templates) {
        return new SheetTemplateList(
                templates.all().stream().map(SheetDtos::template).toList(), ScaleLadder.STEPS);
    }

    private static cn.diming.api.generated.model.SheetTemplate template(SheetTemplate template) {
        return new cn.diming.api.generated.model.SheetTemplate(
                template.name(),
                template.title(),
                template.layouts().stream()
                        .map(layout -> new SheetLayout(
                                template.only(layout),
                                layout.isPortrait(),
                                layout.map().width() * layout.enlargement(),
                                layout.map().height() * layout.enlargement()))
                        .toList());
    }

    static String format(SheetFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    static SheetPreview preview(Sheet sheet) {
        Set<String> keyed = new HashSet<>(sheet.keyed());
        return new SheetPreview(
                sheet.title(),
                sheet.main().frame().denominator(),
                sheet.layout().width(),
                sheet.layout().height(),
                sheet.pages().size(),
                SheetGate.fromValue(sheet.state().name()),
                sheet.checks().stream()
                        .map(check -> new SheetCheck(
                                check.id(),
                                check.title(),
                                SheetGate.fromValue(check.state().name()),
                                check.detail()))
                        .toList(),
                sheet.main().placed().stream()
                        .filter(placed -> placed.name().key() == 0)
                        .map(SheetDtos::name)
                        .toList(),
                unplaced(sheet).stream()
                        .map(name -> unplaced(name, keyed))
                        .distinct()
                        .toList());
    }

    /** The names that are on neither of the maps. */
    static List<NameToPlace> unplaced(Sheet sheet) {
        Set<String> shown =
                sheet.placed().stream().map(placed -> key(placed.name())).collect(Collectors.toSet());
        return sheet.unplaced().stream()
                .filter(name -> !shown.contains(key(name)))
                .toList();
    }

    private static String key(NameToPlace name) {
        return name.rule() + "/" + name.feature();
    }

    private static SheetUnplaced unplaced(NameToPlace name, Set<String> keyed) {
        return new SheetUnplaced(name.feature(), name.rule(), name.text(), keyed.contains(name.text()));
    }

    private static SheetName name(PlacedName placed) {
        Envelope box = new Envelope();
        placed.room().stream().map(Turned::envelope).forEach(box::expandToInclude);
        Coordinate anchor = placed.name().anchor().getCoordinate();
        var start = placed.parts().getFirst();
        return new SheetName(
                placed.name().feature(),
                placed.name().rule(),
                placed.name().text(),
                box.getMinX(),
                box.getMinY(),
                box.getWidth(),
                box.getHeight(),
                start.x() - anchor.x,
                start.y() - anchor.y,
                placed.name().pin().isPresent());
    }

    static SheetPin pin(LabelPin pin) {
        return new SheetPin(pin.featureId(), pin.rule(), pin.dx(), pin.dy())
                .angle(pin.angle())
                .hidden(pin.hidden());
    }

    static LabelPin pin(SheetPin pin) {
        return new LabelPin(
                pin.getFeature(),
                pin.getRule(),
                pin.getDx(),
                pin.getDy(),
                Objects.requireNonNullElse(pin.getAngle(), 0.0),
                Boolean.TRUE.equals(pin.getHidden()));
    }

    static cn.diming.api.generated.model.SheetRun run(SheetRun run) {
        SheetRun.Counts counts = run.counts();
        var dto = new cn.diming.api.generated.model.SheetRun(
                run.id(),
                run.wish().title(),
                SheetRunState.fromValue(run.state().name()),
                run.wish().template(),
                run.wish().internal() ? SheetProfile.INTERNAL : SheetProfile.PUBLIC,
                run.wish().formats().stream()
                        .map(format -> SheetFormat.fromValue(format.toUpperCase(Locale.ROOT)))
                        .toList(),
                counts.total(),
                counts.done(),
                counts.unchanged(),
                counts.failed(),
                counts.red(),
                counts.amber(),
                Times.of(run.createdAt()));
        run.message().ifPresent(dto::message);
        run.finishedAt().map(Times::of).ifPresent(dto::finishedAt);
        run.publishedOn().ifPresent(dto::publishedOn);
        return dto;
    }

    static cn.diming.api.generated.model.SheetJob job(SheetJob job) {
        var dto = new cn.diming.api.generated.model.SheetJob(
                job.number(),
                job.target().divisionCode(),
                job.target().name(),
                SheetJobState.fromValue(job.state().name()),
                job.attempt(),
                job.millis(),
                job.bytes(),
                job.report().stream()
                        .flatMap(report -> report.checks().stream())
                        .filter(check -> check.state() != Gate.PASSED)
                        .map(SheetDtos::check)
                        .toList(),
                job.report().map(SheetReport::unplaced).orElse(List.of()));
        job.report()
                .ifPresent(report ->
                        dto.gate(SheetGate.fromValue(report.gate().name())).scale(report.scale()));
        job.error().ifPresent(dto::error);
        return dto;
    }

    private static SheetCheck check(SheetReport.Check check) {
        return new SheetCheck(
                check.id(), check.title(), SheetGate.fromValue(check.state().name()), check.detail());
    }

    private SheetDtos() {}
}
