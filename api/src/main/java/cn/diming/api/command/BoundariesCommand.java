package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryFinding;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.coverage.CoverageFinding;
import cn.diming.core.finding.Severity;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code diming boundaries check} and {@code patrol}: lines, coverages and patrols from the command line. */
@Command(
        name = "boundaries",
        description = {"界线、覆盖检查与巡查", "Boundary lines, coverages and patrols."},
        subcommands = {BoundariesCommand.Check.class, PatrolCommand.class})
final class BoundariesCommand extends DatabaseCommand implements Runnable {

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    /** Prints findings; the exit code says whether there are errors. */
    @Command(
            name = "check",
            description = {
                "检查一级区划的覆盖和界线（BL-01 至 BL-15）；有错误时返回 1",
                "Check the coverage of a level and the boundary lines; returns 1 when there are errors."
            })
    static final class Check implements Callable<Integer> {

        @ParentCommand
        BoundariesCommand parent = new BoundariesCommand();

        @Option(names = "--division", paramLabel = "代码", description = "只检查该区划之内 (only within this division)")
        @Nullable
        String division;

        @Option(
                names = "--level",
                paramLabel = "级别",
                defaultValue = "5",
                description = "3 县级、4 乡级、5 村级，缺省 5 (level of the coverage)")
        int level = 5;

        @Option(names = "--lines", description = "也检查界线 (the boundary lines as well)")
        boolean lines;

        @Override
        public Integer call() {
            try (Core core = parent.root().open()) {
                boolean wrong = coverage(core);
                wrong |= lines && lines(core);
                parent.out().flush();
                return wrong ? 1 : 0;
            } catch (Refused refused) {
                throw new CommandRefused(String.valueOf(refused.getMessage()));
            } catch (IllegalArgumentException refused) {
                throw new CommandRefused(String.valueOf(refused.getMessage()));
            }
        }

        private boolean coverage(Core core) {
            List<CoverageFinding> findings =
                    core.coverageChecks().check(Actor.OPERATOR, Optional.ofNullable(division), DivisionLevel.of(level));
            parent.out().printf("%s覆盖检查：%d 处%n", DivisionLevel.of(level).title(), findings.size());
            for (CoverageFinding finding : findings) {
                String where = finding.place()
                        .map(place -> String.format(Locale.ROOT, "  %.6f,%.6f", place.lon(), place.lat()))
                        .orElse("");
                parent.out().printf("  %s  %s%s%n", finding.rule().title(), finding.message(), where);
            }
            return findings.stream().anyMatch(finding -> finding.rule().severity() == Severity.ERROR);
        }

        private boolean lines(Core core) {
            boolean wrong = false;
            for (BoundaryLine line : core.boundaryLines().list(Actor.OPERATOR, Optional.ofNullable(division))) {
                List<BoundaryFinding> findings = core.boundaryLines().check(Actor.OPERATOR, line.id());
                parent.out().printf("%s（%s）：%d 处%n", line.name(), line.code(), findings.size());
                findings.forEach(finding ->
                        parent.out().printf("  %s %s%n", finding.rule().code(), finding.message()));
                wrong |= findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
            return wrong;
        }
    }
}
