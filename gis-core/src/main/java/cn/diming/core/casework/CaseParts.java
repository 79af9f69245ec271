package cn.diming.core.casework;

import cn.diming.core.db.Db;
import cn.diming.core.deadline.Deadlines;
import cn.diming.core.history.StandardNames;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionTree;

/** What the services of this room share. */
record CaseParts(
        CaseStore store,
        CaseEventStore events,
        CasePaperStore papers,
        CaseCommentStore comments,
        ReservationStore reservations,
        CaseRulebook rulebook,
        CaseContents contents,
        CaseChecks checks,
        CaseDecisions decisions,
        Deadlines deadlines) {

    static CaseParts of(Db db, RecordStore records, DivisionTree divisions, Neighbours neighbours) {
        CasePaperStore papers = new CasePaperStore(db);
        return new CaseParts(
                new CaseStore(db),
                new CaseEventStore(db),
                papers,
                new CaseCommentStore(db),
                new ReservationStore(db),
                new CaseRulebook(neighbours.profiles, divisions),
                new CaseContents(records, divisions),
                new CaseChecks(records, neighbours.names, new CaseItemStore(db), papers),
                new CaseDecisions(neighbours.standardNames),
                neighbours.deadlines);
    }

    /** The rooms that a case leans on. */
    record Neighbours(RuleProfiles profiles, NameChecks names, StandardNames standardNames, Deadlines deadlines) {}
}
