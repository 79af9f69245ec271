package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.inspection.AssignedSection;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.ItemAnswer;
import cn.diming.core.inspection.Participant;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.RoundKind;
import cn.diming.core.inspection.RoundPlan;
import cn.diming.core.inspection.RoundStep;
import cn.diming.core.inspection.RoundSteps;
import cn.diming.core.inspection.Side;
import cn.diming.core.inspection.SideWork;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One joint inspection in the field, of a line of the demo county: all of it invented. */
public final class DemoInspection {

    /** Divisions of the demo county, as everything in it. */
    private static final String DEMO = "349901";

    private static final int PLANNED_DAYS = 60;

    /** The round of the demo, for whoever wants to take part in it. */
    public static Optional<InspectionRound> find(Core core) {
        return core.inspections().list(Actor.OPERATOR, Optional.empty()).stream()
                .filter(round -> round.left().digits().startsWith(DEMO)
                        && round.createdBy().isEmpty())
                .findFirst();
    }

    /** Opens one on a line of several markers, where there is none yet. */
    static void load(Core core) {
        Inspections inspections = core.inspections();
        if (inspections.list(Actor.OPERATOR, Optional.empty()).isEmpty()) {
            core.boundaryLines().list(Actor.OPERATOR, Optional.of(DEMO)).stream()
                    .filter(line -> core.boundaryMarkers().of(line).size() >= 2)
                    .min(Comparator.comparing(DemoInspection::agreedOn))
                    .ifPresent(line -> open(core, inspections, line));
        }
    }

    /** The longer ago, the more urgent. */
    private static LocalDate agreedOn(BoundaryLine line) {
        return line.current().agreement().agreedOn().orElse(LocalDate.MAX);
    }

    private static void open(Core core, Inspections inspections, BoundaryLine line) {
        LocalDate today =
                LocalDate.ofInstant(core.clock().instant(), core.clock().getZone());
        double half = Math.rint(new LineMeasure(line.current().geometry()).lengthMetres() / 2);
        RoundFile round = inspections.open(
                Actor.OPERATOR,
                line.id(),
                RoundKind.REGULAR,
                Optional.empty(),
                new RoundPlan(
                        Side.LEFT,
                        today,
                        today.plusDays(PLANNED_DAYS),
                        List.of(
                                new AssignedSection(0, half, Side.LEFT),
                                new AssignedSection(
                                        half, new LineMeasure(line.current().geometry()).lengthMetres(), Side.RIGHT))));
        for (Side side : Side.values()) {
            write(inspections, round, side);
        }
        new RoundSteps(inspections)
                .act(Actor.OPERATOR, round.round().id(), round.round().version(), new RoundStep.BeginField());
    }

    private static void write(Inspections inspections, RoundFile round, Side side) {
        String jurisdiction = round.round().division(side).prefix();
        Actor own = new Actor(OptionalLong.empty(), "operator", Role.BOUNDARY_INSPECTOR, jurisdiction);
        inspections.write(
                own,
                round.round().id(),
                new SideWork(
                        List.of(
                                new Participant(side == Side.LEFT ? "演示甲" : "演示丙", "组长", "社会事务办（虚构）"),
                                new Participant(side == Side.LEFT ? "演示乙" : "演示丁", "记录", "社会事务办（虚构）")),
                        Optional.empty(),
                        Optional.empty()));
        inspections.answer(own, round.round().id(), "desk-agreement", ItemAnswer.Verdict.FINE, Optional.empty());
    }

    private DemoInspection() {}
}
