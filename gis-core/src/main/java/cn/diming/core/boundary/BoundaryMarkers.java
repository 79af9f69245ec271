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
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boundary markers and three-way points. The managing side keeps a marker's registration; where it stands changes only with the
 * other side present, on a basis that is written down (Art. 6).
 */
public final class BoundaryMarkers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_NUMBER = 40;

    private final MarkerStore store;
    private final BoundaryLines lines;
    private final ChangeJournal journal;
    private final AuditLog audit;

    public BoundaryMarkers(Db db, BoundaryLines lines, ChangeJournal journal, AuditLog audit) {
        this.store = new MarkerStore(db);
        this.lines = lines;
        this.journal = journal;
        this.audit = audit;
    }

    /** The markers of a line in their order, those at its three-way points among them. */
    public List<BoundaryMarker> list(Actor actor, long lineId) {
        return store.of(lines.get(actor, lineId));
    }

    /** For rooms that ask for rights themselves. */
    public List<BoundaryMarker> of(BoundaryLine line) {
        return store.of(line);
    }

    public Optional<BoundaryMarker> find(long id) {
        return store.find(id);
    }

    /** @throws NotFound when there is no such marker, or the actor has no part in its line */
    public BoundaryMarker get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        BoundaryMarker marker = store.find(id).orElseThrow(() -> missing(id));
        boolean seen = marker.lineId().isPresent()
                ? lines.list(actor, Optional.empty()).stream()
                        .anyMatch(line -> line.id() == marker.lineId().getAsLong())
                : actor.covers(marker.detail().managingCode().orElse(""));
        if (!seen) {
            throw missing(id);
        }
        return marker;
    }

    /** Finds a marker by its key or an alias of it, {@code 440113440115-01}. */
    public Optional<BoundaryMarker> findByKey(Actor actor, String key) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return store.findByKey(key)
                .or(() -> parsed(key).flatMap(store::findByKey))
                .map(marker -> get(actor, marker.id()));
    }

    private static Optional<String> parsed(String key) {
        try {
            return Optional.of(MarkerKey.parse(key).toString());
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    public List<ThreeWayPoint> points(Actor actor, long lineId) {
        return store.pointsOf(lines.get(actor, lineId));
    }

    /**
     * Registers a marker of a line.
     *
     * @param wanted its ids and version count for nothing
     * @throws Refused for a number that the line has already, or a managing side that is none of the line's
     */
    public BoundaryMarker register(Actor actor, long lineId, BoundaryMarker wanted) {
        BoundaryLine line = lines.get(actor, lineId);
        AccessPolicy.require(
                actor, Action.EDIT_BOUNDARY, wanted.detail().managingCode().orElse(""));
        refuse(faults(line, wanted));
        return journal.write(actor, changes -> {
            changes.seq();
            BoundaryMarker complete = of(line, wanted);
            if (store.findByKey(complete.key()).isPresent()) {
                throw new Refused(List.of("界桩 " + complete.key() + " 已有登记"));
            }
            refuseSameNumber(line, complete);
            long id = store.insert(changes, complete);
            BoundaryMarker made = store.find(id).orElseThrow();
            log(changes, "create", made, Optional.empty(), Optional.empty());
            return made;
        });
    }

    /**
     * Changes what is registered of a marker; its key and line stay.
     *
     * @param wanted as it is to be; position as before unless {@code basis} is given
     * @param basis the record that both sides signed when it was moved or surveyed anew; needed to change the position
     * @throws Refused for a moved marker without a basis
     * @throws Denied for others than the managing side
     */
    public BoundaryMarker change(Actor actor, long id, int version, BoundaryMarker wanted, Optional<String> basis) {
        return journal.write(actor, changes -> {
            changes.seq();
            BoundaryMarker seen = get(actor, id);
            AccessPolicy.require(
                    actor, Action.EDIT_BOUNDARY, seen.detail().managingCode().orElse(""));
            if (seen.version() != version) {
                throw new Stale(seen.version());
            }
            return change(changes, seen, wanted, basis);
        });
    }

    /** In the caller's transaction, by a joint inspection that both sides take part in; the caller has asked for the rights. */
    public BoundaryMarker change(
            ChangeSet changes, BoundaryMarker seen, BoundaryMarker wanted, Optional<String> basis) {
        Optional<BoundaryLine> line =
                seen.lineId().isPresent() ? lines.find(seen.lineId().getAsLong()) : Optional.empty();
        line.ifPresent(found -> refuse(faults(found, wanted)));
        if (!wanted.position().equals(seen.position())
                && basis.filter(text -> !text.isBlank()).isEmpty()) {
            throw new Refused(List.of("移动或重新测定界桩须双方到场，请写明依据（《行政区域界线管理条例》第六条）"));
        }
        BoundaryMarker complete = new BoundaryMarker(
                seen.id(),
                seen.version(),
                seen.key(),
                wanted.officialNumber(),
                seen.lineId(),
                seen.pointId(),
                seen.sequence(),
                seen.kind(),
                wanted.status(),
                wanted.position(),
                wanted.detail(),
                wanted.witnesses());
        line.ifPresent(found -> refuseSameNumber(found, complete));
        if (!store.update(changes, seen, complete)) {
            throw new Stale(seen.version());
        }
        BoundaryMarker after = store.find(seen.id()).orElseThrow();
        log(changes, "update", after, Optional.of(seen), basis);
        return after;
    }

    /** Notes in the caller's transaction how a joint inspection left a marker; the caller has asked for the rights. */
    public void found(ChangeSet changes, BoundaryMarker seen, MarkerStatus status) {
        BoundaryMarker wanted = new BoundaryMarker(
                seen.id(),
                seen.version(),
                seen.key(),
                seen.officialNumber(),
                seen.lineId(),
                seen.pointId(),
                seen.sequence(),
                seen.kind(),
                status,
                seen.position(),
                seen.detail(),
                seen.witnesses());
        if (!store.update(changes, seen, wanted)) {
            throw new Stale(seen.version());
        }
        log(changes, "inspect", store.find(seen.id()).orElseThrow(), Optional.of(seen), Optional.empty());
    }

    /** @throws Refused for three divisions that have a point already */
    public ThreeWayPoint register(Actor actor, ThreeWayPoint point) {
        point.codes().forEach(code -> AccessPolicy.require(actor, Action.EDIT_BOUNDARY, code.digits()));
        return journal.write(actor, changes -> {
            changes.seq();
            boolean known =
                    store.points("").stream().anyMatch(other -> other.key().equals(point.key()));
            if (known) {
                throw new Refused(List.of("三交点 " + point.key() + " 已有登记"));
            }
            long id = store.insert(changes, point);
            audit.append(
                    changes,
                    "create",
                    RecordKind.THREE_WAY_POINT,
                    id,
                    Optional.empty(),
                    Optional.of(JSON.writeValueAsString(Map.of("key", point.key()))));
            changes.saved(RecordKind.THREE_WAY_POINT, id, Optional.empty());
            return store.findPoint(id).orElseThrow();
        });
    }

    private static BoundaryMarker of(BoundaryLine line, BoundaryMarker wanted) {
        String key;
        try {
            key = new MarkerKey(LineCode.between(line.left(), line.right()), wanted.sequence(), wanted.kind())
                    .toString();
        } catch (IllegalArgumentException wrong) {
            throw new Refused(List.of(String.valueOf(wrong.getMessage())));
        }
        return new BoundaryMarker(
                0,
                0,
                key,
                wanted.officialNumber().strip(),
                OptionalLong.of(line.id()),
                wanted.pointId(),
                wanted.sequence(),
                wanted.kind(),
                wanted.status(),
                wanted.position(),
                wanted.detail(),
                wanted.witnesses());
    }

    private static List<String> faults(BoundaryLine line, BoundaryMarker wanted) {
        List<String> faults = new ArrayList<>();
        if (wanted.officialNumber().isBlank() || wanted.officialNumber().length() > LONGEST_NUMBER) {
            faults.add("界桩号应为 1 至 " + LONGEST_NUMBER + " 字");
        }
        if (wanted.detail().managingCode().filter(line::concerns).isEmpty()) {
            faults.add("界桩的管理方应为界线一侧的区划");
        }
        return faults;
    }

    private void refuseSameNumber(BoundaryLine line, BoundaryMarker wanted) {
        boolean taken = store.of(line).stream()
                .anyMatch(other ->
                        other.id() != wanted.id() && other.officialNumber().equals(wanted.officialNumber()));
        if (taken) {
            throw new Refused(List.of("这条界线上已有界桩号 " + wanted.officialNumber()));
        }
    }

    private void log(
            ChangeSet changes,
            String action,
            BoundaryMarker now,
            Optional<BoundaryMarker> before,
            Optional<String> basis) {
        audit.append(
                changes,
                action,
                RecordKind.BOUNDARY_MARKER,
                now.id(),
                new AuditLog.Content(before.map(BoundaryMarkers::json), Optional.of(json(now)), basis));
    }

    private static String json(BoundaryMarker marker) {
        return JSON.writeValueAsString(Map.of(
                "key", marker.key(),
                "number", marker.officialNumber(),
                "status", marker.status(),
                "position",
                        marker.position()
                                .map(place -> place.lon() + " " + place.lat())
                                .orElse(""),
                "managing", marker.detail().managingCode().orElse(""),
                "witnesses", BoundaryJson.witnesses(marker.witnesses())));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的界桩");
    }
}
