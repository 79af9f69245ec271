package cn.diming.dataimport;

import cn.diming.core.geo.Crs;
import cn.diming.core.record.IntakeResult;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.plan.ImportPlan;
import java.io.PrintWriter;

/** The one summary at the end of a check or a commit. */
final class ImportSummary {

    private final PrintWriter out;

    ImportSummary(PrintWriter out) {
        this.out = out;
    }

    void print(ImportPlan plan, Crs crs, ImportReport report) {
        report.notes().forEach(note -> out.println("注意：" + note));
        report.samples().forEach(out::println);
        if (report.rejected() > report.samples().size()) {
            out.println("…… 其余 " + (report.rejected() - report.samples().size()) + " 行见被拒行文件");
        }
        out.printf(
                "%s → %s（坐标系 %s）：读 %,d 行，可用 %,d 条，方案略去 %,d 行，被拒 %,d 行%n",
                plan.title(),
                plan.target().title(),
                crs,
                report.read(),
                report.accepted(),
                report.leftOut(),
                report.rejected());
        IntakeResult stored = report.stored();
        if (!stored.equals(IntakeResult.NONE)) {
            out.printf("写入：新增 %,d，更新 %,d，未变 %,d%n", stored.inserted(), stored.updated(), stored.unchanged());
        }
        report.rejects().ifPresent(file -> out.println("被拒的行：" + file));
        out.flush();
    }
}
