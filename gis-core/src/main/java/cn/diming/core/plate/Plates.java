package cn.diming.core.plate;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.media.MediaOwners;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of door plates: numbered, confirmed by the authority, made, hung, damaged, taken down. A street belongs to civil
 * affairs, its plates to whoever numbers them; handing over is the step {@link PlateStatus#CONFIRMED}.
 */
public final class Plates {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_REPORT = 500;
    private static final int MOST_IN_A_LIST = 50_000;

    private final PlateLifeStore store;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final MediaOwners photos;

    public Plates(Db db, ChangeJournal journal, AuditLog audit) {
        this.store = new PlateLifeStore(db);
        this.journal = journal;
        this.audit = audit;
        this.photos = new MediaOwners(db);
    }

    /** @throws cn.diming.core.access.Denied for those who are not staff */
    public void requireStaff(Actor actor) {
        AccessPolicy.require(actor, Action.READ_STAFF);
    }

    /** @throws NotFound when there is no such plate, or none that this actor may see */
    public PlateCard get(Actor actor, long id) {
        PlateCard card = existing(id);
        AccessPolicy.require(actor, Action.READ_STAFF, card.divisionCode());
        return card;
    }

    /** What everybody may know of a plate: its address and place; none of a number that is only kept or planned. */
    public PlateCard getPublic(long id) {
        PlateCard card = existing(id);
        if (!card.status().isGiven()) {
            throw missing(id);
        }
        return card.withoutEvents();
    }

    private PlateCard existing(long id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的门牌");
    }

    /** A page of the plates of a division, by number of record. */
    public List<PlateCard> list(
            Actor actor, Selection selection, Optional<PlateStatus> status, long afterId, int limit) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        return store.list(selection.prefix(), status, afterId, limit);
    }

    /**
     * All plates of a division, for a list to be printed.
     *
     * @throws Refused when there are more than anybody orders at once
     */
    public List<PlateCard> listAll(Actor actor, Selection selection, Optional<PlateStatus> status) {
        List<PlateCard> all = list(actor, selection, status, 0, MOST_IN_A_LIST + 1);
        if (all.size() > MOST_IN_A_LIST) {
            throw new Refused(List.of("所选范围的门牌超过 " + MOST_IN_A_LIST + " 块，请按镇或村分别导出"));
        }
        return all;
    }

    /**
     * Takes a plate one step further.
     *
     * @throws Stale when somebody else was faster
     * @throws Refused when that may not follow
     */
    public PlateCard advance(Actor actor, long id, int version, PlateStep step) {
        return journal.write(actor, changes -> {
            changes.seq();
            PlateCard seen = existing(id);
            AccessPolicy.require(actor, Action.EDIT_DOOR_PLATE, seen.divisionCode());
            if (!seen.status().next().contains(step.to())) {
                throw new Refused(List.of(
                        "“" + seen.status().title() + "”的门牌不能变为“" + step.to().title() + "”"));
            }
            photos.requirePhoto(RecordKind.DOOR_PLATE, id, step.photoSha256());
            if (seen.version() != version || !store.advance(changes, seen, step)) {
                throw new Stale(seen.version());
            }
            audit.append(
                    changes,
                    "update",
                    RecordKind.DOOR_PLATE,
                    id,
                    Optional.of(JSON.writeValueAsString(Map.of("status", seen.status()))),
                    Optional.of(JSON.writeValueAsString(Map.of(
                            "status", step.to(),
                            "authority", step.authority().orElse(""),
                            "document", step.document().orElse("")))));
            return existing(id);
        });
    }

    /** Anybody reports that something is wrong with a plate; nothing is kept of who did. */
    public void report(long plateId, ErrorReport.Kind kind, Optional<String> text) {
        getPublic(plateId);
        if (text.filter(words -> words.length() > LONGEST_REPORT).isPresent()) {
            throw new Refused(List.of("说明至多 " + LONGEST_REPORT + " 字"));
        }
        journal.write(Actor.PUBLIC, changes -> {
            store.insertReport(changes, plateId, kind, text.map(String::strip).filter(words -> !words.isEmpty()));
            return true;
        });
    }

    /** Reports about plates of a division, newest first. */
    public List<ErrorReport> reports(Actor actor, Selection selection, boolean openOnly, int limit) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        return store.reports(selection.prefix(), openOnly, limit);
    }

    /** Says what was done about a report. */
    public ErrorReport answer(Actor actor, long reportId, String answer) {
        if (answer.isBlank() || answer.length() > LONGEST_REPORT) {
            throw new Refused(List.of("请填写处理情况（至多 " + LONGEST_REPORT + " 字）"));
        }
        return journal.write(actor, changes -> {
            ErrorReport report =
                    store.findReport(reportId).orElseThrow(() -> new NotFound("没有编号为 " + reportId + " 的纠错"));
            AccessPolicy.require(actor, Action.EDIT_DOOR_PLATE, report.divisionCode());
            store.answer(changes, report, answer.strip());
            audit.append(
                    changes,
                    "answer",
                    RecordKind.DOOR_PLATE,
                    report.plateId(),
                    Optional.empty(),
                    Optional.of(JSON.writeValueAsString(Map.of("report", reportId, "answer", answer.strip()))));
            return store.findReport(reportId).orElseThrow();
        });
    }
}
