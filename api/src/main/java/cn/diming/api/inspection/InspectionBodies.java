package cn.diming.api.inspection;

import cn.diming.api.answer.Days;
import cn.diming.api.generated.model.InspectionPlan;
import cn.diming.api.generated.model.InspectionRecordBody;
import cn.diming.api.generated.model.InspectionSideBody;
import cn.diming.api.generated.model.InspectionStep;
import cn.diming.api.generated.model.MarkerFinding;
import cn.diming.api.generated.model.SegmentFinding;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.geo.LonLat;
import cn.diming.core.inspection.AssignedSection;
import cn.diming.core.inspection.FieldRecordDraft;
import cn.diming.core.inspection.Finding;
import cn.diming.core.inspection.MarkerAction;
import cn.diming.core.inspection.Participant;
import cn.diming.core.inspection.PhotoPhase;
import cn.diming.core.inspection.RoundPlan;
import cn.diming.core.inspection.RoundStep;
import cn.diming.core.inspection.Side;
import cn.diming.core.inspection.SideWork;
import cn.diming.core.record.Refused;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what callers send to what the core takes. */
final class InspectionBodies {

    static RoundPlan plan(InspectionPlan wanted) {
        return new RoundPlan(
                Side.valueOf(wanted.getLeading().getValue()),
                Days.find(wanted.getFrom()).orElseThrow(),
                Days.find(wanted.getTo()).orElseThrow(),
                wanted.getSections().stream()
                        .map(section -> new AssignedSection(
                                section.getFromMetres(),
                                section.getToMetres(),
                                Side.valueOf(section.getSide().getValue())))
                        .toList());
    }

    static SideWork side(InspectionSideBody wanted) {
        return new SideWork(
                wanted.getParticipants().stream()
                        .map(one -> new Participant(one.getName(), one.getDuty(), one.getOffice()))
                        .toList(),
                Optional.ofNullable(wanted.getProblems()),
                Optional.ofNullable(wanted.getOpinion()));
    }

    static RoundStep step(InspectionStep wanted) {
        String reason = Objects.requireNonNullElse(wanted.getReason(), "");
        return switch (wanted.getAction()) {
            case BEGIN_FIELD -> new RoundStep.BeginField();
            case COMPILE -> new RoundStep.Compile();
            case SIGN ->
                new RoundStep.Sign(
                        Optional.ofNullable(wanted.getSha256()).orElseThrow(() -> refused("签字须给出所见内容的摘要 sha256")));
            case REOPEN -> new RoundStep.Reopen(reason);
            case FILE ->
                new RoundStep.File(
                        Days.find(wanted.getFiledOn()).orElseThrow(() -> refused("请写明报送日期")),
                        Objects.requireNonNullElse(wanted.getReceiver(), ""));
            case CANCEL -> new RoundStep.Cancel(reason);
        };
    }

    static FieldRecordDraft record(UUID clientId, InspectionRecordBody wanted) {
        return new FieldRecordDraft(
                clientId,
                wanted.getRevision(),
                Boolean.TRUE.equals(wanted.getWithdrawn()),
                finding(wanted.getMarker(), wanted.getSegment()),
                Days.find(wanted.getCheckedAt()).orElseThrow().truncatedTo(ChronoUnit.MILLIS),
                each(wanted.getPhotos()).stream()
                        .map(photo -> new FieldRecordDraft.PhotoDraft(
                                photo.getId(),
                                PhotoPhase.valueOf(photo.getPhase().getValue()),
                                photo.getBytes()))
                        .toList());
    }

    private static Finding finding(@Nullable MarkerFinding marker, @Nullable SegmentFinding segment) {
        if (marker != null && segment == null) {
            return marker(marker);
        }
        if (segment != null && marker == null) {
            return segment(segment);
        }
        throw refused("每条记录应为界桩检查或界线段检查之一");
    }

    private static Finding marker(MarkerFinding wanted) {
        return new Finding.MarkerCheck(
                wanted.getMarkerId(),
                MarkerStatus.valueOf(wanted.getStatus().getValue()),
                fix(wanted),
                OptionalDouble.empty(),
                Optional.ofNullable(wanted.getCause()),
                MarkerAction.valueOf(wanted.getAction().getValue()),
                Optional.ofNullable(wanted.getOtherSide()),
                Optional.ofNullable(wanted.getNote()));
    }

    private static Optional<Finding.Fix> fix(MarkerFinding wanted) {
        Double lon = wanted.getLon();
        Double lat = wanted.getLat();
        Double accuracy = wanted.getAccuracyMetres();
        if (lon == null && lat == null && accuracy == null) {
            return Optional.empty();
        }
        if (lon == null || lat == null || accuracy == null) {
            throw refused("定位须同时给出经度、纬度和精度");
        }
        return Optional.of(new Finding.Fix(new LonLat(lon, lat), accuracy));
    }

    private static Finding segment(SegmentFinding wanted) {
        return new Finding.SegmentCheck(
                wanted.getFromMetres(),
                wanted.getToMetres(),
                wanted.getIdentifiable(),
                Optional.ofNullable(wanted.getChanges()),
                Optional.ofNullable(wanted.getOneSided()),
                each(wanted.getProjects()).stream()
                        .map(project -> new Finding.CrossingProject(project.getName(), project.getBothConsented()))
                        .toList(),
                Objects.requireNonNullElse(wanted.getInterviews(), 0),
                Optional.ofNullable(wanted.getHeard()),
                Optional.ofNullable(wanted.getDisputes()),
                Optional.ofNullable(wanted.getNote()));
    }

    private static <T> List<T> each(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }

    private InspectionBodies() {}
}
