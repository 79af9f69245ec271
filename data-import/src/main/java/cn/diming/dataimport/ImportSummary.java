package cn.diming.dataimport;

import cn.diming.core.geo.Crs;
import cn.diming.core.record.IntakeResult;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.job.PlateTally;
import cn.diming.dataimport.plan.ImportPlan;
import java.io.PrintWriter;
import java.util.Optional;

/** The one summary at the end of a check or a commit. */
final class ImportSummary {

    private final PrintWriter out;

    ImportSummary(PrintWriter out) {
        this.out = out;
    }

    /** @param crs in which the coordinates were read; empty for a table without any */
    void print(ImportPlan plan, Optional<Crs> crs, ImportReport report) {
        report.notes().forEach(note -> out.println("注意：" + Shown.line(note)));
        report.samples().forEach(sample -> out.println(Shown.line(sample)));
        if (report.rejected() > report.samples().size()) {
            out.println("…… 其余 " + (report.rejected() - report.samples().size()) + " 行见被拒行文件");
        }
        out.printf(
                "%s → %s（%s）：读 %,d 行，可用 %,d 条，方案略去 %,d 行，被拒 %,d 行%n",
                plan.title(),
                plan.target().title(),
                crs.map(known -> "坐标系 " + known.title()).orElse("没有坐标"),
                report.read(),
                report.accepted(),
                report.leftOut(),
                report.rejected());
        IntakeResult stored = report.stored();
        if (!stored.equals(IntakeResult.NONE)) {
            out.printf("写入：新增 %,d，更新 %,d，未变 %,d%n", stored.inserted(), stored.updated(), stored.unchanged());
        }
        print(report.plates());
        report.rejects().ifPresent(file -> out.println("被拒的行：" + file));
        out.flush();
    }

    private void print(PlateTally found) {
        if (found.plates() > 0) {
            out.printf("门牌检查：所涉乡镇共 %,d 块门牌，%s%n", found.plates(), found.counts().isEmpty() ? "没有问题" : "发现：");
            found.lines().forEach(line -> out.println("  " + Shown.line(line)));
        }
    }
}
