package cn.diming.core.history;

import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordDraft.NameKind;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.NameParts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * The only way a standard name comes, changes or goes (地名管理条例 Art. 4: 未经批准不得擅自命名、更名). A naming case calls it
 * in its own transaction when the decision takes effect; rights and the rules of naming are the case's. Each call keeps the
 * state before, the former name, the event with its basis, audit and journal. A day in the future is refused: the row of a
 * place is what it is today.
 */
public final class StandardNames {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String STANDARD = "STANDARD";
    private static final String RETIRED = "RETIRED";

    private final RecordStore store;
    private final AuditLog audit;
    private final PlaceEvents events;
    private final FurtherNames names;
    private final StreetPlates plates;

    public StandardNames(Db db, RecordStore store, AuditLog audit, PlaceEvents events) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.names = new FurtherNames(db);
        this.plates = new StreetPlates(db, store, audit);
    }

    /**
     * Makes a new place with a standard name.
     *
     * @return its number
     * @throws Refused when the form is wrong or the day lies ahead
     */
    public long establish(ChangeSet changes, Establishment wanted, Decision decision) {
        refuseFuture(changes, decision);
        Map<String, Object> values = new HashMap<>(Map.of(
                "name", wanted.name(),
                "category", wanted.category().name(),
                "status", STANDARD,
                "division_code", wanted.divisionCode(),
                "valid_from", decision.effectiveOn()));
        contents(wanted).forEach((column, value) -> value.ifPresent(given -> values.put(column, given)));
        RecordDraft draft = new RecordDraft("case", values, wanted.geometry(), List.of(), List.of());
        refuseFaults(draft);
        long id = store.insert(changes, RecordSchema.of(RecordKind.PLACE), draft);
        StoredRecord made = store.find(RecordKind.PLACE, id).orElseThrow();
        store.begin(made, decision.effectiveOn());
        tell(changes, "name", Optional.empty(), made, decision);
        events.append(
                changes,
                id,
                PlaceEvent.Kind.ESTABLISHED,
                PlaceEvents.Told.of(decision, Optional.empty(), Optional.of(wanted.name())));
        return id;
    }

    /** Gives a place that was only recorded or proposed its standard name; another name that it was recorded under stays as an alias. */
    public void adopt(ChangeSet changes, long placeId, Establishment wanted, Decision decision) {
        StoredRecord seen = alive(placeId);
        Map<String, Optional<Object>> values = new LinkedHashMap<>(contents(wanted));
        values.put("name", Optional.of(wanted.name()));
        values.put("status", Optional.of(STANDARD));
        values.put("category", Optional.of(wanted.category().name()));
        values.put("division_code", Optional.of(wanted.divisionCode()));
        if (!seen.values().containsKey("valid_from")) {
            values.put("valid_from", Optional.of(decision.effectiveOn()));
        }
        succeed(changes, seen, "name", values, wanted.geometry(), decision);
        if (!seen.title().equals(wanted.name())) {
            outlive(changes, seen, NameKind.ALIAS, placeId, decision);
        }
        follow(changes, seen, wanted.name(), placeId, decision);
        events.append(
                changes,
                placeId,
                PlaceEvent.Kind.ESTABLISHED,
                PlaceEvents.Told.of(decision, Optional.of(seen.title()), Optional.of(wanted.name())));
    }

    /** Gives a place another standard name; the old one becomes a former name, and the door plates of a street follow. */
    public void rename(ChangeSet changes, long placeId, String newName, Optional<String> romanised, Decision decision) {
        name(changes, placeId, newName, romanised, decision, PlaceEvent.Kind.RENAMED);
    }

    /** Makes one of several names or spellings in use the standard one (一地多名、一名多写); the other stays as an alias. */
    public void standardise(
            ChangeSet changes, long placeId, String name, Optional<String> romanised, Decision decision) {
        name(changes, placeId, name, romanised, decision, PlaceEvent.Kind.STANDARDISED);
    }

    private void name(
            ChangeSet changes,
            long placeId,
            String newName,
            Optional<String> romanised,
            Decision decision,
            PlaceEvent.Kind kind) {
        StoredRecord seen = alive(placeId);
        if (seen.title().equals(newName)
                && seen.text("status").filter(STANDARD::equals).isPresent()) {
            throw new Refused(List.of("新名称与现用名称相同：" + newName));
        }
        Map<String, Optional<Object>> values = new LinkedHashMap<>(nameColumns(newName, romanised));
        values.put("status", Optional.of(STANDARD));
        succeed(changes, seen, "rename", values, Optional.empty(), decision);
        if (!seen.title().equals(newName)) {
            NameKind stays = kind == PlaceEvent.Kind.RENAMED ? NameKind.FORMER : NameKind.ALIAS;
            outlive(changes, seen, stays, placeId, decision);
            names.of(placeId).stream()
                    .filter(known -> known.text().equals(newName) && known.isEditable())
                    .forEach(names::remove);
        }
        follow(changes, seen, newName, placeId, decision);
        events.append(
                changes, placeId, kind, PlaceEvents.Told.of(decision, Optional.of(seen.title()), Optional.of(newName)));
    }

    /** Keeps another way to write a place's name as an alias, unless it is known as one (一名多写). */
    public void keepAlias(ChangeSet changes, long placeId, String alias, Decision decision) {
        StoredRecord seen = alive(placeId);
        boolean known = alias.equals(seen.title())
                || names.of(placeId).stream().anyMatch(name -> name.text().equals(alias));
        if (!known) {
            RecordDraft.Name name = new RecordDraft.Name(
                    alias, NameKind.ALIAS, Optional.empty(), Optional.of(decision.effectiveOn()), Optional.empty());
            names.add(changes, placeId, name, Optional.of(decision.basis()));
            changes.saved(RecordKind.PLACE, placeId, seen.box()); // it is found by one more name now
            tell(changes, "alias", Optional.of(seen), seen, decision);
        }
    }

    /** Retires a name (销名): the record stays, out of force from that day. */
    public void cancel(ChangeSet changes, long placeId, Decision decision) {
        StoredRecord seen = alive(placeId);
        retire(changes, seen, "retire", decision);
        events.append(
                changes,
                placeId,
                PlaceEvent.Kind.RETIRED,
                PlaceEvents.Told.of(decision, Optional.of(seen.title()), Optional.empty()));
    }

    /** Lets places go into another one: their names become former names of it, their door plates its own. */
    public void merge(ChangeSet changes, List<Long> absorbed, long intoId, Decision decision) {
        StoredRecord into = alive(intoId);
        if (absorbed.isEmpty()
                || absorbed.contains(intoId)
                || absorbed.stream().distinct().count() < absorbed.size()) {
            throw new Refused(List.of("合并须有被并入的地名，且不能重复或包括并入后的地名"));
        }
        for (long id : absorbed) {
            StoredRecord seen = alive(id);
            retire(changes, seen, "merge", decision);
            if (!seen.title().equals(into.title())) {
                outlive(changes, seen, NameKind.FORMER, intoId, decision);
            }
            follow(changes, seen, into.title(), intoId, decision);
            events.append(
                    changes,
                    id,
                    PlaceEvent.Kind.MERGED,
                    PlaceEvents.Told.of(decision, Optional.of(seen.title()), Optional.of(into.title()))
                            .with(intoId));
        }
        changes.saved(RecordKind.PLACE, intoId, into.box()); // it is found by more names now
        tell(changes, "merge", Optional.of(into), into, decision);
    }

    /**
     * Parts a place into new ones. Door plates go to the nearest part.
     *
     * @param remainder what goes on under the old name; empty = the old name is retired
     * @return the numbers of the new places, in the order of {@code parts}
     */
    public List<Long> split(
            ChangeSet changes,
            long placeId,
            Optional<Geometry> remainder,
            List<Establishment> parts,
            Decision decision) {
        StoredRecord seen = alive(placeId);
        if (parts.isEmpty() || (remainder.isEmpty() && parts.size() < 2)) {
            throw new Refused(List.of("拆分后至少要有两个地名"));
        }
        if (remainder.isPresent()) {
            succeed(changes, seen, "split", Map.of(), remainder, decision);
        } else {
            retire(changes, seen, "split", decision);
        }
        List<Long> ids = new ArrayList<>();
        for (Establishment part : parts) {
            long id = establish(changes, part, decision);
            ids.add(id);
            events.append(
                    changes,
                    placeId,
                    PlaceEvent.Kind.SPLIT,
                    PlaceEvents.Told.of(decision, Optional.of(seen.title()), Optional.of(part.name()))
                            .with(id));
        }
        plates.divide(changes, seen, remainder, ids, decision.basis());
        return ids;
    }

    private void retire(ChangeSet changes, StoredRecord seen, String action, Decision decision) {
        succeed(
                changes,
                seen,
                action,
                Map.of("status", Optional.of(RETIRED), "valid_to", Optional.of(decision.effectiveOn())),
                Optional.empty(),
                decision);
    }

    private void succeed(
            ChangeSet changes,
            StoredRecord seen,
            String action,
            Map<String, Optional<Object>> values,
            Optional<Geometry> geometry,
            Decision decision) {
        refuseFuture(changes, decision);
        LocalDate begun = store.states().believed(seen.id()).getFirst().from().orElse(LocalDate.MIN);
        if (decision.effectiveOn().isBefore(begun)) {
            throw new Refused(List.of("“" + seen.title() + "”的现状始于 " + begun + "，生效日期不能更早"));
        }
        Map<String, Object> all = new HashMap<>(seen.values());
        values.forEach(
                (column, value) -> value.ifPresentOrElse(given -> all.put(column, given), () -> all.remove(column)));
        refuseFaults(new RecordDraft("case", all, geometry.or(seen::geometry), List.of(), List.of()));
        if (!store.succeed(changes, seen, values, geometry, decision.effectiveOn())) {
            throw new Stale(seen.version());
        }
        tell(
                changes,
                action,
                Optional.of(seen),
                store.find(RecordKind.PLACE, seen.id()).orElseThrow(),
                decision);
    }

    private void outlive(ChangeSet changes, StoredRecord seen, NameKind kind, long placeId, Decision decision) {
        RecordDraft.Name name = new RecordDraft.Name(
                seen.title(),
                kind,
                seen.text("romanised"),
                nameFrom(seen),
                kind == NameKind.FORMER ? Optional.of(decision.effectiveOn()) : Optional.empty());
        names.outlive(changes, placeId, name, decision.basis());
    }

    /** Since when the place had the name that it had until now. */
    private Optional<LocalDate> nameFrom(StoredRecord seen) {
        Optional<LocalDate> from = Optional.empty();
        boolean met = false;
        for (PlaceState state : store.states().believed(seen.id())) {
            if (state.name().equals(seen.title())) {
                from = state.from();
                met = true;
            } else if (met) {
                break;
            }
        }
        return from;
    }

    private void follow(ChangeSet changes, StoredRecord seen, String newName, long toId, Decision decision) {
        if (!seen.title().equals(newName) || seen.id() != toId) {
            plates.follow(changes, seen, newName, toId, decision.basis());
        }
    }

    private void tell(
            ChangeSet changes, String action, Optional<StoredRecord> before, StoredRecord after, Decision decision) {
        audit.append(
                changes,
                action,
                RecordKind.PLACE,
                after.id(),
                new AuditLog.Content(
                        before.map(StoredRecord::toJson), Optional.of(after.toJson()), Optional.of(decision.basis())));
    }

    private StoredRecord alive(long placeId) {
        StoredRecord seen =
                store.find(RecordKind.PLACE, placeId).orElseThrow(() -> new NotFound("没有编号为 " + placeId + " 的地名"));
        if (seen.text("status").filter(RETIRED::equals).isPresent()) {
            throw new Refused(List.of("“" + seen.title() + "”已经销名"));
        }
        return seen;
    }

    private static Map<String, Optional<Object>> contents(Establishment wanted) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>(nameColumns(wanted.name(), wanted.romanised()));
        wanted.classCode().ifPresent(code -> values.put("class_code", Optional.of(code)));
        wanted.meaning().ifPresent(meaning -> values.put("meaning", Optional.of(meaning)));
        wanted.origin().ifPresent(origin -> values.put("origin", Optional.of(origin)));
        return values;
    }

    private static Map<String, Optional<Object>> nameColumns(String name, Optional<String> romanised) {
        Optional<NameParts> parts = name.isBlank() ? Optional.empty() : Optional.of(GenericTerms.split(name));
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        values.put("name", Optional.of(name));
        values.put("romanised", romanised.map(spelling -> spelling));
        values.put("specific_term", parts.map(NameParts::specific));
        values.put("generic_term", parts.flatMap(NameParts::generic).map(term -> term.text()));
        return values;
    }

    private static void refuseFuture(ChangeSet changes, Decision decision) {
        if (decision.effectiveOn().isAfter(LocalDate.ofInstant(changes.at(), CHINA))) {
            throw new Refused(List.of("生效日期不能晚于今天：" + decision.effectiveOn()));
        }
    }

    private static void refuseFaults(RecordDraft draft) {
        List<String> faults = RecordRules.faults(RecordSchema.of(RecordKind.PLACE), draft);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
