package cn.diming.core.plate;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.NumberedStreet;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.numbering.StreetNumbering;
import cn.diming.core.numbering.StreetPlan;
import cn.diming.core.numbering.StreetPlan.Assignment;
import cn.diming.core.numbering.VillageNumbering;
import cn.diming.core.plate.Proposal.Open;
import cn.diming.core.plate.Proposal.Proposed;
import cn.diming.core.plate.Proposal.Reserved;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers the doors of a street or a whole village: first as a proposal that people look at and correct, then as one change
 * with the old and the new address of every door on record (江门市门楼号牌管理办法 Art. 22).
 */
public final class DoorNumbering {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_REASON = 500;

    private final PlateStore store;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final NumberingProfiles profiles;

    public DoorNumbering(Db db, ChangeJournal journal, AuditLog audit, NumberingProfiles profiles) {
        this.store = new PlateStore(db);
        this.journal = journal;
        this.audit = audit;
        this.profiles = profiles;
    }

    public NumberingProfiles profiles() {
        return profiles;
    }

    /**
     * The numbers as they would be.
     *
     * @throws Refused when there is no such profile, or nothing to be numbered
     * @throws cn.diming.core.access.Denied outside of the actor's jurisdiction
     */
    public Proposal propose(Actor actor, NumberingRequest request) {
        AccessPolicy.require(actor, Action.EDIT_DOOR_PLATE, request.selection().divisionCode());
        return work(request).proposal;
    }

    /**
     * Carries a proposal out.
     *
     * @param sha256 of the proposal that was looked at
     * @throws Refused when the register has changed since, so that the numbers would be others
     */
    public Renumbering commit(Actor actor, NumberingRequest request, String sha256, String reason) {
        AccessPolicy.require(actor, Action.EDIT_DOOR_PLATE, request.selection().divisionCode());
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused(List.of("请填写编号依据或理由（至多 " + LONGEST_REASON + " 字）"));
        }
        return journal.write(actor, changes -> {
            changes.seq(); // nobody else writes from here on: what is read now is what is numbered
            Work work = work(request);
            if (!work.proposal.sha256().equals(sha256)) {
                throw new Refused(List.of("预览之后地名册有变化，请重新预览再提交"));
            }
            return apply(changes, request, work, reason.strip());
        });
    }

    public Renumbering get(Actor actor, long id) {
        Renumbering found = store.findRenumbering(id).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的门牌编号记录"));
        AccessPolicy.require(actor, Action.READ_STAFF, found.divisionCode());
        return found;
    }

    /** The numberings of a division and what lies in it, newest first. */
    public List<Renumbering> list(Actor actor, Selection selection, int limit) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        return store.renumberings(selection.prefix(), limit);
    }

    /** Old and new addresses. */
    public List<Renumbering.Line> lines(Actor actor, long id) {
        return store.linesOf(get(actor, id).id());
    }

    private record Work(Survey survey, Proposal proposal, List<NumberedPlate> plates, List<KeptNumber> kept) {}

    private Work work(NumberingRequest request) {
        NumberingProfile profile = profiles.find(request.profile())
                .orElseThrow(() -> new Refused(List.of("没有名为“" + request.profile() + "”的编号方案")));
        Survey survey = new Survey(request, profile, store);
        if (survey.inside.isEmpty()) {
            throw new Refused(List.of("所选范围内没有门户"));
        }
        List<NumberedStreet> streets = survey.numberedStreets();
        VillageNumbering.VillagePlan plan = new VillageNumbering(profile).number(streets, survey.doors);
        List<Proposed> doors = new ArrayList<>();
        List<Reserved> reserved = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        List<NumberedPlate> plates = new ArrayList<>();
        for (NumberedStreet street : streets) {
            StreetPlan there = plan.streets().get(street.id());
            if (there != null) {
                add(survey, Optional.of(street), there, doors, open, plates);
                reserved.addAll(reserved(profile, street, there));
            }
        }
        add(survey, Optional.empty(), plan.village(), doors, open, plates);
        survey.unmatched.forEach(row ->
                open.add(new Open(row.id(), row.address(), survey.position(row), StreetPlan.Reason.NO_STREET, false)));
        ProposedPlates proposed = new ProposedPlates(survey, plates, reserved);
        Proposal proposal = new Proposal(
                doors,
                reserved,
                open,
                plan.corners(),
                proposed.findings(profile, store, request),
                hash(plates, reserved));
        return new Work(survey, proposal, plates, kept(survey, reserved));
    }

    private static void add(
            Survey survey,
            Optional<NumberedStreet> street,
            StreetPlan plan,
            List<Proposed> doors,
            List<Open> open,
            List<NumberedPlate> plates) {
        for (Assignment assignment : plan.assignments()) {
            PlateRow row = survey.inside.get(assignment.door().id());
            if (row == null) {
                continue;
            }
            NumberedPlate plate = new NumberedPlate(
                    row,
                    street.map(s -> OptionalLong.of(s.id())).orElse(OptionalLong.empty()),
                    street.map(NumberedStreet::name).orElse(""),
                    assignment.number(),
                    status(row, assignment),
                    survey.movedTo(row));
            plates.add(plate);
            doors.add(new Proposed(
                    row.id(),
                    street.map(NumberedStreet::id),
                    plate.streetName(),
                    assignment.number().text(),
                    row.address(),
                    assignment.side(),
                    assignment.chainage(),
                    assignment.door().position(),
                    assignment.door().locked(),
                    plate.isChanged()));
        }
        plan.undecided().forEach(undecided -> addOpen(survey, undecided, false, open));
        plan.conflicts().forEach(conflict -> addOpen(survey, conflict, true, open));
    }

    /** A plate that hangs with another number than the one given now must be made anew. */
    private static PlateStatus status(PlateRow row, Assignment assignment) {
        return assignment.isNew() ? PlateStatus.PLANNED : row.status();
    }

    private static void addOpen(Survey survey, StreetPlan.Undecided undecided, boolean conflict, List<Open> open) {
        PlateRow row = survey.inside.get(undecided.door().id());
        if (row != null) {
            open.add(new Open(
                    row.id(), row.address(), Optional.of(undecided.door().position()), undecided.reason(), conflict));
        }
    }

    private static List<Reserved> reserved(NumberingProfile profile, NumberedStreet street, StreetPlan plan) {
        var axis = new StreetNumbering(profile).axis(street);
        return plan.reserved().stream()
                .map(kept -> new Reserved(
                        street.id(), street.name(), kept.number(), axis.at(kept.chainage()), kept.reason()))
                .toList();
    }

    private static List<KeptNumber> kept(Survey survey, List<Reserved> reserved) {
        return reserved.stream()
                .map(kept -> new KeptNumber(
                        kept.streetId(),
                        kept.streetName(),
                        Optional.ofNullable(survey.streets.get(kept.streetId()))
                                .map(StreetRow::divisionCode)
                                .orElse(""),
                        kept.number(),
                        kept.position()))
                .toList();
    }

    private static String hash(List<NumberedPlate> plates, List<Reserved> reserved) {
        StringBuilder text = new StringBuilder();
        plates.stream()
                .sorted((a, b) -> Long.compare(a.row().id(), b.row().id()))
                .forEach(plate -> text.append(plate.row().id())
                        .append('\t')
                        .append(plate.row().version())
                        .append('\t')
                        .append(plate.address())
                        .append('\t')
                        .append(plate.moved())
                        .append('\n'));
        reserved.forEach(kept ->
                text.append(kept.streetId()).append('/').append(kept.number()).append('\n'));
        return Sha256.hex(text.toString());
    }

    private Renumbering apply(ChangeSet changes, NumberingRequest request, Work work, String reason) {
        List<Renumbering.Line> lines = new ArrayList<>();
        Optional<Bbox> box = Optional.empty();
        for (NumberedPlate plate : work.plates) {
            if (!plate.isToBeWritten()) {
                continue;
            }
            if (!store.number(changes, plate)) {
                throw new Refused(List.of("预览之后地名册有变化，请重新预览再提交"));
            }
            if (plate.isChanged()) {
                lines.add(new Renumbering.Line(plate.row().id(), plate.row().address(), plate.address()));
            }
            Bbox place = Bbox.of(plate.row().position().orElseThrow());
            Bbox both = plate.moved().map(to -> place.union(Bbox.around(to, 0))).orElse(place);
            box = box.isPresent() ? Optional.of(box.get().union(both)) : Optional.of(both);
        }
        store.deleteReserved(changes, work.survey.reserved);
        store.insertReserved(changes, work.kept);
        union(box, work.kept).ifPresent(all -> changes.savedBatch(RecordKind.DOOR_PLATE, Optional.of(all)));
        Renumbering made = made(changes, request, work, lines, reason);
        store.insert(changes, made, lines);
        audit.append(
                changes,
                "number",
                RecordKind.RENUMBERING,
                made.id(),
                new AuditLog.Content(
                        Optional.empty(), Optional.of(JSON.writeValueAsString(made)), Optional.of(reason)));
        return made;
    }

    private static Optional<Bbox> union(Optional<Bbox> box, List<KeptNumber> kept) {
        Optional<Bbox> all = box;
        for (KeptNumber number : kept) {
            LonLat place = number.position();
            Bbox there = Bbox.around(place, 0);
            all = Optional.of(all.map(known -> known.union(there)).orElse(there));
        }
        return all;
    }

    private static Renumbering made(
            ChangeSet changes, NumberingRequest request, Work work, List<Renumbering.Line> lines, String reason) {
        StringBuilder written = new StringBuilder();
        lines.forEach(line -> written.append(line.written()));
        String title = request.selection().street().stream()
                .mapToObj(work.survey.streets::get)
                .map(StreetRow::name)
                .findFirst()
                .orElse("整村编号");
        return new Renumbering(
                changes.newId(),
                changes.at(),
                request.selection().divisionCode(),
                title,
                request.profile(),
                reason,
                work.survey.inside.size(),
                lines.size(),
                work.kept.size(),
                Sha256.hex(written.toString()));
    }
}
