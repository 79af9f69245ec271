package cn.diming.core.record;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Creates, changes and deletes single records: rights, form, version and audit. Names that have passed a naming case are
 * not changed here (地名管理条例 Art. 4: 未经批准不得擅自命名、更名); only what was merely recorded is.
 */
public final class Records {

    private static final String RECORDED = "RECORDED";
    private static final String DIVISION_CODE = "division_code";

    private final RecordStore store;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final DivisionTree divisions;

    public Records(RecordStore store, ChangeJournal journal, AuditLog audit, DivisionTree divisions) {
        this.store = store;
        this.journal = journal;
        this.audit = audit;
        this.divisions = divisions;
    }

    /** @throws NotFound when there is no such record */
    public StoredRecord get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的记录"));
    }

    /** @throws NotFound when there is no such record, or none that this actor may see */
    public StoredRecord get(Actor actor, long id) {
        return store.find(id)
                .filter(record -> Disclosure.maySee(actor, record))
                .map(record -> Disclosure.shown(actor, record))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的记录"));
    }

    /**
     * Stores a new record; the division follows from where it is when the draft does not say.
     *
     * @throws Refused when the draft has faults
     * @throws cn.diming.core.access.Denied when the actor may not do this in that division
     */
    public StoredRecord create(Actor actor, RecordKind kind, RecordDraft draft) {
        RecordSchema schema = RecordSchema.of(kind);
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, schema.action());
        RecordDraft placed = withDivision(schema, draft);
        refuse(RecordRules.faults(schema, placed));
        refuse(formFaults(kind, Map.of(), placed));
        AccessPolicy.require(actor, schema.action(), (String) placed.values().get(schema.divisionColumn()));
        return journal.write(actor, changes -> {
            long id = store.insert(changes, schema, placed);
            StoredRecord after = store.find(kind, id).orElseThrow();
            audit.append(changes, "create", kind, id, Optional.empty(), Optional.of(after.toJson()));
            return after;
        });
    }

    /**
     * Changes columns and perhaps the geometry of a record.
     *
     * @param values by column; empty = clear
     * @param version the version the caller saw
     * @throws Stale when the record has another version by now
     * @throws Refused for a change of a name or geometry that only a case may make
     */
    public StoredRecord change(
            Actor actor, long id, int version, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        return change(actor, id, version, new Edit(values, geometry, Optional.empty()));
    }

    /**
     * What is to be different.
     *
     * @param values by column; empty = clear
     * @param geometry empty = as before; the division follows from it
     * @param reason for the audit log
     */
    public record Edit(Map<String, Optional<Object>> values, Optional<Geometry> geometry, Optional<String> reason) {}

    /** See {@link #change(Actor, long, int, Map, Optional)}. */
    public StoredRecord change(Actor actor, long id, int version, Edit edit) {
        return journal.write(actor, changes -> change(changes, writable(actor, id, version), edit));
    }

    /** A record and the version that the caller saw. */
    public record Versioned(long id, int version) {}

    /**
     * Changes many places alike, all of them or none.
     *
     * @param edit what is to be different in one of them
     * @return the places as they are afterwards, in the same order
     * @throws BulkRefused with one fault for each place that could not be changed
     */
    public List<StoredRecord> changeAll(Actor actor, List<Versioned> wanted, Function<StoredRecord, Edit> edit) {
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE);
        return journal.write(actor, changes -> {
            List<RowFault> faults = new ArrayList<>();
            List<StoredRecord> changed = new ArrayList<>();
            Set<Long> seen = new HashSet<>();
            for (Versioned one : wanted) {
                try {
                    if (!seen.add(one.id)) {
                        throw new Refused(List.of("重复给出"));
                    }
                    StoredRecord before = writable(actor, one);
                    changed.add(change(changes, before, edit.apply(before)));
                } catch (NotFound missing) {
                    faults.add(new RowFault(one.id, RowFault.Kind.NOT_FOUND, "没有这条地名"));
                } catch (Denied denied) {
                    faults.add(new RowFault(one.id, RowFault.Kind.DENIED, String.valueOf(denied.getMessage())));
                } catch (Stale stale) {
                    faults.add(new RowFault(
                            one.id,
                            RowFault.Kind.STALE,
                            "第 " + one.version + " 版已过时，现为第 " + stale.currentVersion() + " 版"));
                } catch (Refused refused) {
                    faults.add(new RowFault(one.id, RowFault.Kind.REFUSED, String.valueOf(refused.getMessage())));
                }
            }
            if (!faults.isEmpty()) {
                throw new BulkRefused(faults);
            }
            return changed;
        });
    }

    private StoredRecord writable(Actor actor, Versioned wanted) {
        StoredRecord place = get(actor, wanted.id);
        if (place.kind() != RecordKind.PLACE) {
            throw new NotFound("");
        }
        return writable(actor, wanted.id, wanted.version);
    }

    private StoredRecord change(ChangeSet changes, StoredRecord before, Edit edit) {
        RecordSchema schema = RecordSchema.of(before.kind());
        refuse(forbidden(before, edit.values, edit.geometry));
        Map<String, Optional<Object>> values = new LinkedHashMap<>(edit.values);
        edit.geometry.ifPresent(geometry -> moveDivision(changes.actor(), schema, geometry, values));
        RecordDraft wanted = merged(before, values, edit.geometry);
        refuse(RecordRules.faults(schema, wanted));
        refuse(formFaults(before.kind(), before.values(), wanted));
        if (!store.update(changes, before, values, edit.geometry)) {
            throw new Stale(before.version());
        }
        StoredRecord after = store.find(before.kind(), before.id()).orElseThrow();
        audit.append(
                changes,
                "update",
                before.kind(),
                before.id(),
                new AuditLog.Content(Optional.of(before.toJson()), Optional.of(after.toJson()), edit.reason));
        return after;
    }

    private static List<String> formFaults(RecordKind kind, Map<String, Object> before, RecordDraft wanted) {
        return kind == RecordKind.PLACE
                ? RegistrationForm.faults(attributes(before), attributes(wanted.values()))
                : List.of();
    }

    private static Optional<String> attributes(Map<String, Object> values) {
        return Optional.ofNullable((String) values.get("attributes"));
    }

    /** A record that moves into another division must be allowed there, too. */
    private void moveDivision(
            Actor actor, RecordSchema schema, Geometry geometry, Map<String, Optional<Object>> values) {
        if (schema.divisionColumn().equals(DIVISION_CODE)
                && !values.containsKey(DIVISION_CODE)
                && !geometry.isEmpty()) {
            Optional<String> code = divisionAt(geometry);
            AccessPolicy.require(actor, schema.action(), code.orElse(null));
            values.put(DIVISION_CODE, code.map(found -> found));
        }
    }

    /**
     * Deletes a record that was merely recorded.
     *
     * @throws Stale when the record has another version by now
     * @throws Refused for a standard name, which can only be retired
     */
    public void delete(Actor actor, long id, int version) {
        journal.write(actor, changes -> {
            StoredRecord before = writable(actor, id, version);
            if (before.kind() == RecordKind.PLACE && !isRecorded(before)) {
                throw new Refused(List.of("标准地名只能按程序销名，不能删除（地名管理条例第四条）"));
            }
            audit.append(changes, "delete", before.kind(), id, Optional.of(before.toJson()), Optional.empty());
            if (!store.delete(changes, before)) {
                throw new Stale(before.version());
            }
            return true;
        });
    }

    private StoredRecord writable(Actor actor, long id, int version) {
        AccessPolicy.require(actor, Action.REGISTER);
        StoredRecord record = get(id);
        AccessPolicy.require(
                actor,
                RecordSchema.of(record.kind()).action(),
                record.divisionCode().orElse(null));
        if (record.version() != version) {
            throw new Stale(record.version());
        }
        return record;
    }

    private static List<String> forbidden(
            StoredRecord record, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        if (record.kind() != RecordKind.PLACE) {
            return List.of();
        }
        if (values.containsKey("name") || values.containsKey("status")) {
            return List.of("名称与状态不能直接修改，须走命名、更名或销名程序（地名管理条例第四条）");
        }
        return geometry.isPresent() && !isRecorded(record) ? List.of("标准地名的位置不能直接修改，只有已采集、尚未定名的记录可以") : List.of();
    }

    private static boolean isRecorded(StoredRecord record) {
        return record.text("status").filter(RECORDED::equals).isPresent();
    }

    private static RecordDraft merged(
            StoredRecord before, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        Map<String, Object> all = new HashMap<>(before.values());
        values.forEach((column, value) -> {
            if (value.isPresent()) {
                all.put(column, value.get());
            } else {
                all.remove(column);
            }
        });
        return new RecordDraft("edit", all, geometry.or(before::geometry), List.of(), List.of());
    }

    private RecordDraft withDivision(RecordSchema schema, RecordDraft draft) {
        String column = schema.divisionColumn();
        if (!column.equals(DIVISION_CODE) || draft.values().containsKey(column)) {
            return draft;
        }
        Optional<String> code = draft.geometry().filter(g -> !g.isEmpty()).flatMap(this::divisionAt);
        if (code.isEmpty()) {
            return draft;
        }
        Map<String, Object> values = new HashMap<>(draft.values());
        values.put(column, code.get());
        return new RecordDraft(draft.sourceKey(), values, draft.geometry(), draft.names(), draft.registrations());
    }

    private Optional<String> divisionAt(Geometry geometry) {
        Coordinate middle = geometry.getInteriorPoint().getCoordinate();
        List<Division> chain = divisions.at(new LonLat(middle.x, middle.y));
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.getLast().code().digits());
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
