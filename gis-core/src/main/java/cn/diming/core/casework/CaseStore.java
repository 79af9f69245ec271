package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of naming_case, with those of case_item that belong to them. */
final class CaseStore {

    private static final String MATCHING = """
            FROM naming_case c
            WHERE c.division_code LIKE :within
            """;
    private static final String WITH_TEXT = """
            AND (LOWER(c.title) LIKE :text ESCAPE '!' OR LOWER(c.applicant) LIKE :text ESCAPE '!'
               OR EXISTS (SELECT 1 FROM case_item i
                           WHERE i.case_id = c.id AND LOWER(i.name) LIKE :text ESCAPE '!'))
            """;
    private static final String WITH_OVERDUE = """
            AND EXISTS (SELECT 1 FROM deadline d WHERE d.subject_id = c.id AND d.stopped_on IS NULL
               AND d.paused_on IS NULL AND d.due_on < :today)
            """;
    private static final String OF_MINE = """
            AND (c.created_by = :me OR EXISTS (SELECT 1 FROM case_event e
               WHERE e.case_id = c.id AND e.account_id = :me))
            """;

    private final Db db;
    private final CaseItemStore items;

    CaseStore(Db db) {
        this.db = db;
        this.items = new CaseItemStore(db);
    }

    Optional<NamingCase> find(long id) {
        return db.sql("SELECT * FROM naming_case WHERE id = :id")
                .param("id", id)
                .find(row -> read(row, items.of(id)));
    }

    /** Whether it has ever been more than a draft. */
    boolean wasSubmitted(long id) {
        return db.sql("SELECT submitted_at FROM naming_case WHERE id = :id")
                .param("id", id)
                .find(row -> row.findInstant("submitted_at"))
                .flatMap(at -> at)
                .isPresent();
    }

    /** One more than the limit, when there are as many: then there is another page. */
    List<NamingCase> list(CaseQuery query, String within, OptionalLong me, LocalDate today) {
        String states = query.states().isEmpty() ? "" : "AND c.state IN (:states) ";
        String before = query.before().isEmpty() ? "" : "AND c.id < :before ";
        Statement select = filtered(
                        "SELECT c.* ", states + before + "ORDER BY c.id DESC LIMIT :limit", query, within, me, today)
                .param("limit", query.limit() + 1);
        if (!query.states().isEmpty()) {
            select.param("states", query.states().stream().map(Enum::name).toList());
        }
        query.before().ifPresent(id -> select.param("before", id));
        return withItems(select);
    }

    Map<CaseState, Long> counts(CaseQuery query, String within, OptionalLong me, LocalDate today) {
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        filtered("SELECT c.state, COUNT(*) AS number ", "GROUP BY c.state", query, within, me, today)
                .list(row -> counts.put(CaseState.valueOf(row.getText("state")), row.getLong("number")));
        return counts;
    }

    /** Those that the public may comment on that day, the first to end first. */
    List<NamingCase> inPublicComment(LocalDate day) {
        return withItems(db.sql("""
                SELECT * FROM naming_case WHERE state = :state AND comment_until >= :day
                ORDER BY comment_until, id LIMIT 500""").param("state", CaseState.PUBLIC_COMMENT).param("day", day));
    }

    /** When the first of the open limits of each of these cases ends. */
    Map<Long, LocalDate> dueDates(Collection<Long> ids) {
        Map<Long, LocalDate> dates = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                    SELECT subject_id, MIN(due_on) AS due_on FROM deadline
                    WHERE subject_id IN (:ids) AND stopped_on IS NULL AND paused_on IS NULL GROUP BY subject_id""")
                    .param("ids", ids)
                    .list(row -> dates.put(
                            row.getLong("subject_id"), row.findDate("due_on").orElseThrow()));
        }
        return dates;
    }

    NamingCase insert(ChangeSet changes, CaseDraft draft, String title, String division) {
        long id = changes.newId();
        content(db.sql("""
                INSERT INTO naming_case (id, change_seq, type, state, title, division_code, applicant, contact, reason,
                  reports, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :seq, :type, 'DRAFT', :title, :division, :applicant, :contact, :reason, :reports,
                  :at, :by, :at, :by)"""), changes, draft, title, division).param("id", id).update();
        return afterwards(changes, id, draft.items());
    }

    NamingCase update(ChangeSet changes, NamingCase seen, CaseDraft draft, String title, String division) {
        int changed = content(db.sql("""
                UPDATE naming_case SET version = version + 1, change_seq = :seq, type = :type, title = :title,
                  division_code = :division, applicant = :applicant, contact = :contact, reason = :reason,
                  reports = :reports, updated_at = :at, updated_by = :by
                WHERE id = :id AND version = :version"""), changes, draft, title, division)
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        refuseStale(changed, seen);
        return afterwards(changes, seen.id(), draft.items());
    }

    /** What a step changes of a case; items are written when they are decided. */
    record Progress(
            CaseState state,
            Optional<NamingCase.ProfileVersion> profile,
            Optional<Approval> approval,
            Optional<LocalDate> commentUntil,
            List<CaseItem> items) {}

    NamingCase progress(ChangeSet changes, NamingCase seen, Progress to) {
        int changed = db.sql("""
                UPDATE naming_case SET version = version + 1, change_seq = :seq, state = :state,
                  profile_name = :profile, profile_version = :profileVersion,
                  submitted_at = COALESCE(submitted_at, :at), comment_until = :commentUntil,
                  approved_on = :approvedOn, approved_by = :approvedBy, approver_kind = :approverKind,
                  document_number = :documentNumber, effective_on = :effectiveOn, updated_at = :at, updated_by = :by
                WHERE id = :id AND version = :version""")
                .param("seq", changes.seq())
                .param("state", to.state)
                .param("profile", to.profile.map(NamingCase.ProfileVersion::name))
                .param("profileVersion", to.profile.map(NamingCase.ProfileVersion::version))
                .param("commentUntil", to.commentUntil)
                .param("approvedOn", to.approval.map(Approval::date))
                .param("approvedBy", to.approval.map(Approval::organisation))
                .param("approverKind", to.approval.map(Approval::kind))
                .param("documentNumber", to.approval.map(Approval::documentNumber))
                .param("effectiveOn", to.approval.map(Approval::effectiveOn))
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        refuseStale(changed, seen);
        return afterwards(changes, seen.id(), to.items);
    }

    /** Puts the report in the place of the one of its kind. */
    NamingCase report(ChangeSet changes, NamingCase seen, CaseDraft.Report report) {
        List<CaseDraft.Report> reports = new ArrayList<>(seen.content().reports());
        reports.removeIf(other -> other.paper() == report.paper());
        reports.add(report);
        int changed = db.sql("""
                UPDATE naming_case SET version = version + 1, change_seq = :seq, reports = :reports, updated_at = :at,
                  updated_by = :by
                WHERE id = :id AND version = :version""")
                .param("seq", changes.seq())
                .param("reports", CaseJson.reports(reports))
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        refuseStale(changed, seen);
        return find(seen.id()).orElseThrow();
    }

    void delete(ChangeSet changes, NamingCase seen) {
        items.replace(seen.id(), List.of());
        db.sql("DELETE FROM case_paper WHERE case_id = :id")
                .param("id", seen.id())
                .update();
        refuseStale(
                db.sql("DELETE FROM naming_case WHERE id = :id AND version = :version")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update(),
                seen);
        changes.deleted(RecordKind.NAMING_CASE, seen.id(), box(seen.content().items()));
    }

    private NamingCase afterwards(ChangeSet changes, long id, List<CaseItem> newItems) {
        items.replace(id, newItems);
        changes.saved(RecordKind.NAMING_CASE, id, box(newItems));
        return find(id).orElseThrow();
    }

    private static void refuseStale(int changed, NamingCase seen) {
        if (changed == 0) {
            throw new Stale(seen.version());
        }
    }

    private Statement filtered(
            String select, String end, CaseQuery query, String within, OptionalLong me, LocalDate today) {
        boolean text = !query.text().isBlank();
        Statement statement = db.sql(select
                        + MATCHING
                        + (query.type().isPresent() ? "AND c.type = :type " : "")
                        + (text ? WITH_TEXT : "")
                        + (query.overdue() ? WITH_OVERDUE : "")
                        + (query.mine() ? OF_MINE : "")
                        + end)
                .param("within", within + "%");
        query.type().ifPresent(type -> statement.param("type", type));
        if (text) {
            statement.param("text", pattern(query.text()));
        }
        if (query.overdue()) {
            statement.param("today", today);
        }
        if (query.mine()) {
            statement.param("me", me.orElse(-1));
        }
        return statement;
    }

    private static String pattern(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static Statement content(
            Statement statement, ChangeSet changes, CaseDraft draft, String title, String division) {
        return statement
                .param("seq", changes.seq())
                .param("type", draft.type())
                .param("title", title)
                .param("division", division)
                .param("applicant", draft.applicant())
                .param("contact", draft.contact())
                .param("reason", draft.reason())
                .param("reports", CaseJson.reports(draft.reports()))
                .param("at", changes.at())
                .param("by", changes.actor().accountId());
    }

    private List<NamingCase> withItems(Statement select) {
        List<Long> ids = new ArrayList<>();
        List<NamingCase> bare = select.list(row -> {
            ids.add(row.getLong("id"));
            return read(row, List.of());
        });
        Map<Long, List<CaseItem>> all = items.of(ids);
        return bare.stream()
                .map(found -> with(found, all.getOrDefault(found.id(), List.of())))
                .toList();
    }

    private static NamingCase with(NamingCase bare, List<CaseItem> items) {
        CaseDraft content = bare.content();
        return new NamingCase(
                bare.id(),
                bare.version(),
                bare.state(),
                bare.title(),
                bare.divisionCode(),
                new CaseDraft(
                        content.type(),
                        content.title(),
                        content.divisionCode(),
                        content.applicant(),
                        content.contact(),
                        content.reason(),
                        content.reports(),
                        items),
                bare.profile(),
                bare.approval(),
                bare.commentUntil(),
                bare.createdBy(),
                bare.createdAt(),
                bare.updatedAt());
    }

    private static NamingCase read(Row row, List<CaseItem> items) {
        CaseDraft content = new CaseDraft(
                CaseType.valueOf(row.getText("type")),
                row.findText("title"),
                row.findText("division_code"),
                row.findText("applicant"),
                row.findText("contact"),
                row.findText("reason"),
                CaseJson.readReports(row.findText("reports")),
                items);
        return new NamingCase(
                row.getLong("id"),
                row.getInt("version"),
                CaseState.valueOf(row.getText("state")),
                row.getText("title"),
                row.getText("division_code"),
                content,
                row.findText("profile_name")
                        .map(name -> new NamingCase.ProfileVersion(name, row.getInt("profile_version"))),
                readApproval(row),
                row.findDate("comment_until"),
                row.findLong("created_by"),
                row.getInstant("created_at"),
                row.getInstant("updated_at"));
    }

    private static Optional<Approval> readApproval(Row row) {
        return row.findDate("approved_on")
                .map(date -> new Approval(
                        date,
                        row.getText("approved_by"),
                        Approval.OrganisationKind.valueOf(row.getText("approver_kind")),
                        row.getText("document_number"),
                        row.findDate("effective_on").orElseThrow()));
    }

    private static Optional<Bbox> box(List<CaseItem> items) {
        return items.stream()
                .flatMap(item -> item.geometry().stream())
                .filter(geometry -> !geometry.isEmpty())
                .map(Bbox::of)
                .reduce(Bbox::union);
    }
}
