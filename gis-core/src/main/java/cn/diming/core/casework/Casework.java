package cn.diming.core.casework;

import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.deadline.Deadlines;
import cn.diming.core.history.StandardNames;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionTree;

/** The services of this room, built together because they share what lies behind them. */
public record Casework(Cases cases, CaseSteps steps, CasePapers papers, CaseComments comments) {

    /** What cases are written with and where. */
    public record Ground(Db db, RecordStore records, DivisionTree divisions, ChangeJournal journal, AuditLog audit) {}

    /** What cases are judged by, and what an approval changes. */
    public static Casework open(
            Ground ground, RuleProfiles profiles, NameChecks names, StandardNames standardNames, Deadlines deadlines) {
        CaseParts parts = CaseParts.of(
                ground.db,
                ground.records,
                ground.divisions,
                new CaseParts.Neighbours(profiles, names, standardNames, deadlines));
        Cases cases = new Cases(parts, ground.journal, ground.audit);
        return new Casework(
                cases,
                new CaseSteps(parts, cases, ground.journal, ground.audit),
                new CasePapers(parts, cases, ground.journal, ground.audit),
                new CaseComments(parts, cases, ground.journal, ground.audit));
    }
}
