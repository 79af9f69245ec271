package cn.diming.core.history;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The protection list (地名保护名录), public for all to read. A listed name is renamed only when protective measures were
 * prepared first (地名管理条例 Art. 25); the check of a rename asks {@link #isProtected}.
 */
public final class ProtectionList {

    /** Digits of a county's code: the list is made from there upwards (Art. 25: 县级以上地名行政主管部门). */
    private static final int COUNTY_DIGITS = 6;

    private final ChangeJournal journal;
    private final RecordStore records;
    private final AuditLog audit;
    private final ProtectionStore store;

    public ProtectionList(Db db, ChangeJournal journal, RecordStore records, AuditLog audit) {
        this.journal = journal;
        this.records = records;
        this.audit = audit;
        this.store = new ProtectionStore(db);
    }

    public boolean isProtected(long placeId) {
        return store.ofPlace(placeId).isPresent();
    }

    /** The entry of a place. */
    public Optional<ProtectedName> ofPlace(long placeId) {
        return store.ofPlace(placeId);
    }

    /** @throws NotFound when there is no such entry */
    public ProtectedName get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("保护名录中没有编号为 " + id + " 的条目"));
    }

    /**
     * A page of the list by batch, class and pinyin.
     *
     * @param page from 1
     */
    public ProtectionPage list(ProtectionFilter filter, int page, int size) {
        return store.page(filter, page, size);
    }

    /**
     * Puts a name on the list.
     *
     * @throws Refused for a name that is not decided, or listed already, and for officers below the county
     * @throws NotFound when there is no such place
     */
    public ProtectedName add(Actor actor, ProtectionDraft draft) {
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE);
        return journal.write(actor, changes -> {
            ProtectedName wanted = entry(actor, draft);
            refuse(actor, wanted);
            if (draft.placeId().isPresent() && isProtected(draft.placeId().getAsLong())) {
                throw new Refused(List.of("“" + wanted.name() + "”已在保护名录中"));
            }
            ProtectedName listed = get(store.insert(changes, wanted));
            tell(changes, "protect", Optional.empty(), Optional.of(listed), Optional.empty());
            return listed;
        });
    }

    /** @throws Stale when the entry has another version by now */
    public ProtectedName change(Actor actor, long id, int version, ProtectionChange change) {
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE);
        return journal.write(actor, changes -> {
            ProtectedName before = writable(actor, id, version);
            ProtectedName wanted = changed(before, change);
            if (!store.update(changes, wanted)) {
                throw new Stale(before.version());
            }
            ProtectedName after = get(id);
            tell(changes, "update", Optional.of(before), Optional.of(after), Optional.empty());
            return after;
        });
    }

    /**
     * Takes a name off the list.
     *
     * @param reason with the paper it rests on
     * @throws Stale when the entry has another version by now
     */
    public void remove(Actor actor, long id, int version, String reason) {
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, Action.EDIT_PLACE);
        journal.write(actor, changes -> {
            ProtectedName before = writable(actor, id, version);
            if (!store.delete(before)) {
                throw new Stale(before.version());
            }
            tell(changes, "unprotect", Optional.of(before), Optional.empty(), Optional.of(reason));
            return true;
        });
    }

    private ProtectedName writable(Actor actor, long id, int version) {
        ProtectedName before = get(id);
        refuse(actor, before);
        if (before.version() != version) {
            throw new Stale(before.version());
        }
        return before;
    }

    private static void refuse(Actor actor, ProtectedName entry) {
        AccessPolicy.require(actor, Action.EDIT_PLACE, entry.divisionCode());
        if (actor.jurisdiction().length() > COUNTY_DIGITS) {
            throw new Refused(List.of("保护名录由县级以上地名行政主管部门编制（地名管理条例第二十五条）"));
        }
        List<String> faults = RecordRules.nameFaults(entry.name());
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private ProtectedName entry(Actor actor, ProtectionDraft draft) {
        Optional<StoredRecord> place = draft.placeId().isPresent()
                ? Optional.of(place(actor, draft.placeId().getAsLong()))
                : Optional.empty();
        Optional<String> name = place.map(StoredRecord::title).or(draft::name);
        Optional<String> division = place.flatMap(StoredRecord::divisionCode).or(draft::divisionCode);
        if (name.isEmpty() || division.isEmpty()) {
            throw new Refused(List.of("没有关联地名册中的记录时，须给出名称与所在区划"));
        }
        return new ProtectedName(
                0,
                1,
                draft.placeId(),
                name.get(),
                place.flatMap(found -> found.text("romanised")).or(draft::romanised),
                division.get(),
                draft.protectionClass(),
                draft.batch(),
                draft.listedOn(),
                kept(draft.texts()),
                draft.measures(),
                Instant.EPOCH);
    }

    private StoredRecord place(Actor actor, long placeId) {
        StoredRecord place = records.find(RecordKind.PLACE, placeId)
                .filter(found -> Disclosure.maySee(actor, found))
                .orElseThrow(() -> new NotFound("没有编号为 " + placeId + " 的地名"));
        if (!Disclosure.isPublic(place)) {
            throw new Refused(List.of("“" + place.title() + "”尚未定名，不能列入保护名录"));
        }
        return place;
    }

    private static ProtectedName changed(ProtectedName before, ProtectionChange change) {
        Map<ProtectionText, String> texts = new EnumMap<>(ProtectionText.class);
        texts.putAll(before.texts());
        texts.putAll(change.texts());
        return new ProtectedName(
                before.id(),
                before.version(),
                before.placeId(),
                before.name(),
                before.romanised(),
                before.divisionCode(),
                change.protectionClass().orElse(before.protectionClass()),
                change.batch().orElse(before.batch()),
                change.listedOn().or(before::listedOn),
                kept(texts),
                change.measures().orElse(before.measures()),
                before.updatedAt());
    }

    private static Map<ProtectionText, String> kept(Map<ProtectionText, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (a, b) -> b,
                        () -> new EnumMap<>(ProtectionText.class)));
    }

    private void tell(
            ChangeSet changes,
            String action,
            Optional<ProtectedName> before,
            Optional<ProtectedName> after,
            Optional<String> reason) {
        ProtectedName entry = after.or(() -> before).orElseThrow();
        audit.append(
                changes,
                action,
                RecordKind.PROTECTED_NAME,
                entry.id(),
                new AuditLog.Content(before.map(ProtectionList::toJson), after.map(ProtectionList::toJson), reason));
    }

    private static String toJson(ProtectedName entry) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", entry.version());
        content.put("name", entry.name());
        entry.placeId().ifPresent(id -> content.put("place_id", id));
        content.put("division_code", entry.divisionCode());
        content.put("class", entry.protectionClass().name());
        content.put("batch", entry.batch());
        entry.listedOn().ifPresent(day -> content.put("listed_on", day.toString()));
        entry.texts().forEach((text, told) -> content.put(text.column(), told));
        content.put("measures", entry.measures().stream().map(Enum::name).toList());
        return JsonMapper.shared().writeValueAsString(content);
    }
}
