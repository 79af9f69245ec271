package cn.diming.core.history;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Corrections of what the database believes of a day gone by. A correction is no change: no day of valid time moves, and
 * what was believed until now stays in recorded time.
 */
public final class Corrections {

    private final ChangeJournal journal;
    private final RecordStore store;
    private final Records records;
    private final AuditLog audit;
    private final PlaceEvents events;

    public Corrections(ChangeJournal journal, RecordStore store, Records records, AuditLog audit, PlaceEvents events) {
        this.journal = journal;
        this.store = store;
        this.records = records;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Corrects non-name columns of the state of a day.
     *
     * @param version of the record that the caller saw
     * @param values from the state of that day, by column; empty = clear
     * @throws NotFound when there was no such place on that day
     * @throws Stale when the record has another version by now
     * @throws Refused for names and states, which only a decision changes, and for values that do not fit
     */
    public PlaceState correct(
            Actor actor,
            long id,
            int version,
            LocalDate day,
            Function<PlaceState, Map<String, Optional<Object>>> values,
            String reason) {
        AccessPolicy.require(actor, Action.REGISTER);
        return journal.write(actor, changes -> {
            StoredRecord seen =
                    store.find(RecordKind.PLACE, id).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的地名"));
            AccessPolicy.require(actor, Action.EDIT_PLACE, seen.divisionCode().orElse(null));
            PlaceState state = store.states()
                    .find(id, AsOf.on(day))
                    .orElseThrow(() -> new NotFound("编号 " + id + " 在 " + day + " 没有地名"));
            if (state.current()) {
                records.change(
                        actor,
                        id,
                        version,
                        new Records.Edit(values.apply(state), Optional.empty(), Optional.of(reason)));
            } else {
                correctFormer(changes, seen, version, state, values.apply(state), reason);
            }
            return store.states().find(id, AsOf.on(day)).orElseThrow();
        });
    }

    private void correctFormer(
            ChangeSet changes,
            StoredRecord seen,
            int version,
            PlaceState state,
            Map<String, Optional<Object>> values,
            String reason) {
        if (seen.version() != version) {
            throw new Stale(seen.version());
        }
        refuseFaults(state, values);
        if (!store.correct(changes, seen, state, values)) {
            throw new Stale(seen.version());
        }
        PlaceState after = store.states()
                .find(seen.id(), AsOf.on(state.to().orElseThrow().minusDays(1)))
                .orElseThrow();
        LocalDate from = state.from().orElse(state.to().orElseThrow().minusDays(1));
        events.append(
                changes,
                seen.id(),
                PlaceEvent.Kind.CORRECTED,
                new PlaceEvents.Told(
                        from,
                        reason,
                        OptionalLong.empty(),
                        Optional.of(state.name()),
                        Optional.empty(),
                        OptionalLong.empty()));
        audit.append(
                changes,
                "correct",
                RecordKind.PLACE,
                seen.id(),
                new AuditLog.Content(
                        Optional.of(as(seen, seen.version(), state).toJson()),
                        Optional.of(as(seen, seen.version() + 1, after).toJson()),
                        Optional.of(reason)));
    }

    private static void refuseFaults(PlaceState state, Map<String, Optional<Object>> values) {
        for (String decided : List.of("name", "status", "valid_from", "valid_to")) {
            if (values.containsKey(decided)) {
                throw new Refused(List.of("名称、状态与启用停用日期不能更正，须走程序（地名管理条例第四条）"));
            }
        }
        Map<String, Object> all = new HashMap<>(state.values());
        values.forEach(
                (column, value) -> value.ifPresentOrElse(given -> all.put(column, given), () -> all.remove(column)));
        List<String> faults = RecordRules.faults(
                RecordSchema.of(RecordKind.PLACE),
                new RecordDraft("edit", all, state.geometry(), List.of(), List.of()));
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static StoredRecord as(StoredRecord seen, int version, PlaceState state) {
        return new StoredRecord(
                RecordKind.PLACE,
                seen.id(),
                version,
                state.recordedFrom(),
                state.values(),
                state.geometry(),
                seen.createdAt(),
                seen.updatedAt());
    }
}
