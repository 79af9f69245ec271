package cn.diming.core.inspection;

import static cn.diming.core.inspection.Inspections.refused;

import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a round moves from the plan to the archive. Neither side ends it alone: both sign the same content, with two accounts, and it is
 * filed jointly (《行政区域界线管理条例》 Art. 12); what is filed is kept (Art. 13).
 */
public final class RoundSteps {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_WORDS = 200;

    private final Inspections inspections;

    public RoundSteps(Inspections inspections) {
        this.inspections = inspections;
    }

    /**
     * Does a step.
     *
     * @param version the round's version that the caller saw
     * @throws Refused for a step that the state, the law or what is still lacking forbids
     * @throws Stale when somebody else was faster
     */
    public RoundFile act(Actor actor, long id, int version, RoundStep step) {
        return inspections.core().journal().write(actor, changes -> {
            changes.seq();
            InspectionRound seen = inspections.access().visible(actor, id);
            RoundAccess.requirePart(actor, seen);
            if (step instanceof RoundStep.Sign) {
                RoundAccess.requireSigner(actor, seen);
            }
            if (seen.version() != version) {
                throw new Stale(seen.version());
            }
            switch (step) {
                case RoundStep.BeginField ignored -> beginField(changes, seen);
                case RoundStep.Compile ignored -> compile(changes, seen);
                case RoundStep.Sign sign -> sign(changes, seen, sign.sha256());
                case RoundStep.Reopen reopen -> reopen(changes, seen, reopen.reason());
                case RoundStep.File file -> file(changes, seen, file);
                case RoundStep.Cancel cancel -> cancel(changes, seen, cancel.reason());
            }
            InspectionRound after = inspections.store().find(id).orElseThrow();
            inspections.log(
                    changes, verb(step), after, Optional.of(after.state().name()));
            return inspections.file(after);
        });
    }

    private static String verb(RoundStep step) {
        return switch (step) {
            case RoundStep.BeginField ignored -> "begin-field";
            case RoundStep.Compile ignored -> "compile";
            case RoundStep.Sign ignored -> "sign";
            case RoundStep.Reopen ignored -> "reopen";
            case RoundStep.File ignored -> "file";
            case RoundStep.Cancel ignored -> "cancel";
        };
    }

    private void beginField(ChangeSet changes, InspectionRound seen) {
        require(seen, seen.state() == RoundState.PLANNED, "开始外业");
        RoundFile file = inspections.file(seen);
        for (Side side : Side.values()) {
            if (file.side(side).participants().isEmpty()) {
                throw refused(side.title() + "还没有参加人员，联检须双方共同进行（《行政区域界线管理条例》第十二条）");
            }
        }
        inspections.move(changes, seen, RoundState.FIELD, "开始外业");
    }

    private void compile(ChangeSet changes, InspectionRound seen) {
        require(seen, seen.state() == RoundState.FIELD, "汇总");
        requireSameLine(seen);
        List<String> lacks = inspections.lacks(inspections.file(seen));
        if (!lacks.isEmpty()) {
            throw new Refused(lacks);
        }
        inspections.move(changes, seen, RoundState.COMPILED, "汇总完成，待双方签字");
    }

    private void sign(ChangeSet changes, InspectionRound seen, String sha256) {
        require(seen, seen.state() == RoundState.COMPILED || seen.state() == RoundState.SIGNED_ONE, "签字");
        requireSameLine(seen);
        Side side = RoundAccess.requireSigner(changes.actor(), seen);
        RoundFile file = inspections.file(seen);
        if (file.signature(side).isPresent()) {
            throw refused(side.title() + "已经签字；须由" + side.other().title() + "签字，一方不能代替另一方（《行政区域界线管理条例》第十二条）");
        }
        if (!file.sha256().equals(sha256)) {
            throw refused("您看到的内容已有变化，请重新阅读后再签字");
        }
        requireOtherAccount(changes.actor(), file.signature(side.other()));
        requireUnbroken(file);
        inspections.store().sign(changes, seen.id(), side, sha256);
        RoundState to = seen.state() == RoundState.COMPILED ? RoundState.SIGNED_ONE : RoundState.SIGNED_BOTH;
        inspections.move(changes, seen, to, side.title() + "签字");
    }

    private static void requireOtherAccount(Actor actor, Optional<RoundSignature> other) {
        boolean same = other.map(RoundSignature::accountId)
                .filter(OptionalLong::isPresent)
                .filter(id -> id.equals(actor.accountId()))
                .isPresent();
        if (same) {
            throw refused("双方须用各自的账号签字（《行政区域界线管理条例》第十二条）");
        }
    }

    /** Whatever changed the content behind our back breaks the signatures under it. */
    private static void requireUnbroken(RoundFile file) {
        String now = file.sha256();
        boolean broken = file.signatures().stream()
                .anyMatch(one -> one.holds() && !one.sha256().equals(now));
        if (broken) {
            throw refused("内容与已签字的摘要不符，签字无效；请退回外业，核对后重新签字");
        }
    }

    private void reopen(ChangeSet changes, InspectionRound seen, String reason) {
        require(seen, seen.state().isCompiled(), "退回外业");
        String words = words(reason, "退回的原因");
        inspections.store().voidSignatures(changes, seen.id(), words);
        inspections.move(changes, seen, RoundState.FIELD, words);
    }

    private void cancel(ChangeSet changes, InspectionRound seen, String reason) {
        require(seen, seen.state() == RoundState.PLANNED || seen.state() == RoundState.FIELD, "取消");
        inspections.move(changes, seen, RoundState.CANCELLED, words(reason, "取消的原因"));
    }

    private void file(ChangeSet changes, InspectionRound seen, RoundStep.File step) {
        require(seen, seen.state().isCompiled(), "归档");
        if (seen.state() != RoundState.SIGNED_BOTH) {
            throw refused("须双方签字后才能归档，一方不能单独完成（《行政区域界线管理条例》第十二条）");
        }
        requireSameLine(seen);
        requireUnbroken(inspections.file(seen));
        LocalDate today = changes.at().atZone(CHINA).toLocalDate();
        if (step.on().isAfter(today) || step.on().isBefore(seen.plan().from())) {
            throw refused("报送日期应在计划开始之后、今天之前");
        }
        String receiver = words(step.receiver(), "接收单位");
        if (!inspections.store().move(changes, seen, RoundState.FILED, Optional.of(step.on()), Optional.of(receiver))) {
            throw new Stale(seen.version());
        }
        inspections
                .store()
                .events()
                .insert(changes, seen.id(), Optional.of(seen.state()), RoundState.FILED, Optional.of("报送" + receiver));
        settle(changes, seen, step.on());
    }

    /** The clock of the line begins anew after a regular round, and markers are as both sides left them. */
    private void settle(ChangeSet changes, InspectionRound seen, LocalDate on) {
        BoundaryLine line = inspections.line(seen);
        RoundFile file = inspections.file(seen);
        for (BoundaryMarker marker : inspections.core().markers().of(line)) {
            last(file, marker).ifPresent(check -> {
                MarkerStatus after = check.action().after(check.status());
                if (after != marker.status()) {
                    inspections.core().markers().found(changes, marker, after);
                }
            });
        }
        if (seen.kind() == RoundKind.REGULAR) {
            inspections.core().lines().inspected(changes, line, on);
        }
    }

    private static Optional<Finding.MarkerCheck> last(RoundFile file, BoundaryMarker marker) {
        return file.valid().stream()
                .filter(record -> record.marker()
                        .filter(check -> check.markerId() == marker.id())
                        .isPresent())
                .max(Comparator.comparing(FieldRecord::checkedAt))
                .flatMap(FieldRecord::marker);
    }

    private void requireSameLine(InspectionRound round) {
        if (inspections.line(round).current().number() != round.lineNumber()) {
            throw refused("界线已有新的协议版本，本次联检所依据的版本不再有效，请取消后重新发起（《行政区域界线管理条例》第六条、第九条）");
        }
    }

    private static void require(InspectionRound round, boolean allowed, String step) {
        if (!allowed) {
            throw refused("联检" + round.state().title() + "，不能" + step + "（《行政区域界线管理条例》第十二条）");
        }
    }

    private static String words(String given, String title) {
        return Words.fit(Optional.of(given), LONGEST_WORDS, title).orElseThrow(() -> refused("请写明" + title));
    }
}
