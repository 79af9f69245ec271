package cn.diming.core.boundary;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boundary lines and their agreements. A line is registered with its first agreement and moves with the next; nothing else moves
 * it (《行政区域界线管理条例》 Art. 6, 7, 9). Staff of either side sees a line; only whoever is above both may register an agreement,
 * since one side alone cannot agree.
 */
public final class BoundaryLines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_NAME = 60;

    private final LineStore store;
    private final MarkerStore markers;
    private final SurroundingsStore surroundings;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final RuleProfiles profiles;

    public BoundaryLines(Db db, ChangeJournal journal, AuditLog audit, RuleProfiles profiles) {
        this.store = new LineStore(db);
        this.markers = new MarkerStore(db);
        this.surroundings = new SurroundingsStore(db);
        this.journal = journal;
        this.audit = audit;
        this.profiles = profiles;
    }

    /** Lines of the actor's jurisdiction, of a division of it where one is named. */
    public List<BoundaryLine> list(Actor actor, Optional<String> divisionCode) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return store
                .list(divisionCode
                        .map(DivisionCode::parse)
                        .map(DivisionCode::prefix)
                        .orElse(actor.jurisdiction()))
                .stream()
                .filter(line -> maySee(actor, line))
                .toList();
    }

    /** @throws NotFound when there is no such line, or the actor's jurisdiction has no part in it */
    public BoundaryLine get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return find(id).filter(line -> maySee(actor, line)).orElseThrow(() -> missing(id));
    }

    /** For rooms that ask for rights themselves. */
    public Optional<BoundaryLine> find(long id) {
        return store.find(id);
    }

    /** The legal lines as everybody may see them; coordinates are for the caller to round. */
    public List<BoundaryLine> listPublic() {
        return store.list("").stream()
                .filter(line -> line.kind() != LineKind.PROPOSED)
                .toList();
    }

    /** All agreements about a line, the oldest first. */
    public List<LineVersion> versions(Actor actor, long id) {
        return store.versionsOf(get(actor, id));
    }

    /** A version of a line, for proofs about it. */
    public Optional<LineVersion> findVersion(long lineId, int number) {
        return store.findVersion(lineId, number)
                .or(() -> find(lineId).map(BoundaryLine::current).filter(version -> version.number() == number));
    }

    /** The next joint inspection: five years (profile) after the last, or after the agreement (Art. 12); empty where nothing is dated. */
    public Optional<LocalDate> inspectionDue(BoundaryLine line) {
        int years = tolerance(line).inspectionYears();
        Agreement agreement = line.current().agreement();
        return line.kind() == LineKind.LEGAL
                ? line.inspectedOn()
                        .or(agreement::effectiveOn)
                        .or(agreement::agreedOn)
                        .map(last -> last.plusYears(years))
                : Optional.empty();
    }

    /**
     * Registers a line that was not known.
     *
     * @param geometry EPSG:4490; walked from its start, the agreement's left is on the left
     * @throws Refused for one that is known already, or for a line no two neighbours of one level can have
     * @throws Denied when the actor's jurisdiction does not hold both sides
     */
    public BoundaryLine register(Actor actor, String name, LineKind kind, Agreement agreement, Geometry geometry) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        LineCode code = code(agreement);
        requireBothSides(actor, agreement);
        refuse(faults(name, agreement, geometry));
        return journal.write(actor, changes -> {
            changes.seq();
            if (store.findByCode(code.toString()).isPresent()) {
                throw new Refused(List.of("界线 " + code + " 已有登记，请以新的协议版本变更"));
            }
            LineVersion first = version(changes, 0, 1, code.toString(), agreement, geometry);
            long id = store.insert(changes, code, name.strip(), kind, first);
            BoundaryLine made = store.find(id).orElseThrow();
            log(changes, "create", made, Optional.empty());
            return made;
        });
    }

    /**
     * Takes a new agreement in: the only way in which a legal line moves.
     *
     * @param version the line's version that the caller saw
     * @throws Stale when somebody else was faster
     * @throws Denied when the actor's jurisdiction does not hold both sides
     */
    public BoundaryLine adopt(Actor actor, long id, int version, Agreement agreement, Geometry geometry) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        return journal.write(actor, changes -> {
            changes.seq();
            BoundaryLine seen = get(actor, id);
            requireBothSides(actor, agreement);
            requireBothSides(actor, seen.current().agreement());
            List<String> faults = faults(seen.name(), agreement, geometry);
            if (!code(agreement).equals(code(seen.current().agreement()))) {
                faults.add("协议两侧的区划应仍为 " + seen.code());
            }
            refuse(faults);
            if (seen.version() != version) {
                throw new Stale(seen.version());
            }
            if (store.findVersion(id, seen.current().number()).isEmpty()) {
                store.insertVersion(changes, id, seen.current()); // an imported line: what held until now stays on file
            }
            LineVersion next = version(changes, id, seen.current().number() + 1, seen.code(), agreement, geometry);
            store.insertVersion(changes, id, next);
            if (!store.adopt(changes, seen, next)) {
                throw new Stale(seen.version());
            }
            BoundaryLine after = store.find(id).orElseThrow();
            log(changes, "adopt", after, Optional.of(seen));
            return after;
        });
    }

    /** Notes in the caller's transaction that a joint inspection has ended; the caller has asked for the rights. */
    public void inspected(ChangeSet changes, BoundaryLine line, LocalDate on) {
        store.setInspected(changes, line, on);
        log(changes, "inspect", store.find(line.id()).orElseThrow(), Optional.of(line));
    }

    /** The course of a line as it is (走向说明), from its markers. */
    public CourseDescription course(Actor actor, long id) {
        BoundaryLine line = get(actor, id);
        return new CourseDescription(line.current(), markers.of(line));
    }

    /** Checks BL-01 to BL-15, by the rule profile of the left side. */
    public List<BoundaryFinding> check(Actor actor, long id) {
        BoundaryLine line = get(actor, id);
        BoundaryTolerance tolerance = tolerance(line);
        return new LineChecks(line, surroundings.of(line, markers, tolerance), tolerance).run();
    }

    /**
     * What is known of a place, to compare coordinates with: a line, or the edge of a division.
     *
     * @throws NotFound when the line or the division's outline is not known
     */
    public Optional<Geometry> place(Actor actor, Optional<Long> lineId, Optional<String> division) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        if (lineId.isPresent()) {
            return Optional.of(get(actor, lineId.get()).current().geometry());
        }
        return division.map(code -> surroundings
                .outline(DivisionCode.parse(code))
                .map(Geometry::getBoundary)
                .orElseThrow(() -> new NotFound("没有区划 " + code + " 的图形")));
    }

    private BoundaryTolerance tolerance(BoundaryLine line) {
        return BoundaryTolerance.of(profiles.nearest(Optional.of(line.left().digits())));
    }

    private static LineVersion version(
            ChangeSet changes, long lineId, int number, String code, Agreement agreement, Geometry geometry) {
        return new LineVersion(
                lineId, number, agreement, geometry, LineDigest.of(code, number, agreement, geometry), changes.at());
    }

    private static LineCode code(Agreement agreement) {
        try {
            return LineCode.between(agreement.left(), agreement.right());
        } catch (IllegalArgumentException wrong) {
            throw new Refused(List.of(String.valueOf(wrong.getMessage())));
        }
    }

    private static List<String> faults(String name, Agreement agreement, Geometry geometry) {
        List<String> faults = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add("界线名称应为 1 至 " + LONGEST_NAME + " 字");
        }
        if (!(geometry instanceof Lineal)) {
            faults.add("界线应为折线");
        } else {
            GeometryChecks.check(geometry).forEach(problem -> faults.add(problem.words()));
            faults.addAll(LineSection.faults(agreement.sections(), new LineMeasure(geometry).lengthMetres()));
        }
        return faults;
    }

    private static void requireBothSides(Actor actor, Agreement agreement) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY, agreement.left().digits());
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY, agreement.right().digits());
    }

    private static boolean maySee(Actor actor, BoundaryLine line) {
        return actor.covers(line.left().digits())
                || actor.covers(line.right().digits())
                || line.concerns(actor.jurisdiction());
    }

    private void log(ChangeSet changes, String action, BoundaryLine now, Optional<BoundaryLine> before) {
        audit.append(
                changes,
                action,
                RecordKind.BOUNDARY_LINE,
                now.id(),
                before.map(BoundaryLines::json),
                Optional.of(json(now)));
    }

    private static String json(BoundaryLine line) {
        return JSON.writeValueAsString(Map.of(
                "code", line.code(),
                "version", line.current().number(),
                "agreement", line.current().agreement().title(),
                "sha256", line.current().sha256(),
                "inspectedOn", line.inspectedOn().map(LocalDate::toString).orElse("")));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的界线");
    }
}
