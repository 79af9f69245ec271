package cn.diming.api.collect;

import cn.diming.api.answer.Given;
import cn.diming.api.answer.InputCrs;
import cn.diming.api.generated.model.ErrorReportDraft;
import cn.diming.api.generated.model.FieldReportDraft;
import cn.diming.api.generated.model.ModerationStep;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.ReportPosition;
import cn.diming.core.collect.PositionSource;
import cn.diming.core.collect.ReportDraft;
import cn.diming.core.collect.ReportKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients of collection send, as the core takes it. */
final class ReportBodies {

    static ReportDraft draft(UUID clientId, FieldReportDraft wanted) {
        return new ReportDraft(
                clientId,
                wanted.getRevision(),
                ReportKind.valueOf(wanted.getKind().getValue()),
                Given.number(wanted.getPlaceId()),
                Optional.ofNullable(wanted.getSpoken()),
                Optional.ofNullable(wanted.getWritten()),
                category(wanted.getCategory()),
                Optional.ofNullable(wanted.getMeaning()),
                Optional.ofNullable(wanted.getOrigin()),
                Optional.ofNullable(wanted.getToldBy()),
                Optional.ofNullable(wanted.getNote()),
                position(wanted.getPosition()),
                wanted.getCollectedAt().toInstant(),
                Optional.ofNullable(wanted.getFiles()).orElse(List.of()).stream()
                        .map(file -> new ReportDraft.FileDraft(
                                file.getId(),
                                MediaItem.Kind.valueOf(file.getKind().getValue()),
                                file.getBytes()))
                        .toList());
    }

    static ReportDraft error(UUID clientId, ErrorReportDraft wanted, Instant now) {
        return new ReportDraft(
                clientId,
                1,
                ReportKind.ERROR,
                Given.number(wanted.getPlaceId()),
                Optional.empty(),
                Optional.ofNullable(wanted.getWritten()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wanted.getNote()),
                position(wanted.getPosition()),
                now,
                List.of());
    }

    /** Telephones may have asked their platform, whose coordinates are shifted; they say so in {@code crs}. */
    private static ReportDraft.Position position(ReportPosition wanted) {
        LonLat at = InputCrs.parse(Objects.requireNonNullElse(wanted.getCrs(), "EPSG:4490"))
                .point(wanted.getLon(), wanted.getLat());
        OptionalDouble accuracy = wanted.getAccuracyMetres() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(wanted.getAccuracyMetres());
        return new ReportDraft.Position(
                at, accuracy, PositionSource.valueOf(wanted.getSource().getValue()));
    }

    static cn.diming.core.collect.ModerationStep step(ModerationStep wanted) {
        String reason = Objects.requireNonNullElse(wanted.getReason(), "");
        return switch (wanted.getAction()) {
            case ACCEPT ->
                new cn.diming.core.collect.ModerationStep.Accept(
                        Optional.ofNullable(wanted.getName()), category(wanted.getCategory()), place(wanted));
            case MERGE ->
                new cn.diming.core.collect.ModerationStep.Merge(
                        Given.number(wanted.getPlaceId()).orElseThrow(() -> new Refused(List.of("请选择并入哪条地名"))),
                        Boolean.TRUE.equals(wanted.getAlias()));
            case ASK -> new cn.diming.core.collect.ModerationStep.Ask(reason);
            case REJECT -> new cn.diming.core.collect.ModerationStep.Reject(reason);
            case CONFIRM -> new cn.diming.core.collect.ModerationStep.Confirm();
            case SEND_BACK -> new cn.diming.core.collect.ModerationStep.SendBack(reason);
        };
    }

    private static Optional<LonLat> place(ModerationStep wanted) {
        return wanted.getLon() == null || wanted.getLat() == null
                ? Optional.empty()
                : Optional.of(new LonLat(wanted.getLon(), wanted.getLat()));
    }

    private static Optional<cn.diming.core.record.PlaceCategory> category(@Nullable PlaceCategory wanted) {
        return Optional.ofNullable(wanted)
                .map(PlaceCategory::getValue)
                .flatMap(cn.diming.core.record.PlaceCategory::find);
    }

    private ReportBodies() {}
}
