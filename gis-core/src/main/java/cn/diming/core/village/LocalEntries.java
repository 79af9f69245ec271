package cn.diming.core.village;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 地名+ (乡村著名行动, 民函〔2023〕44号): produce, sights and routes, stays, places of parcels and stories, each tied to a village and, where
 * there is one, to the name it belongs to. Entries are map records, so journal, audit, photos, search and map are those of all records;
 * a draft is for staff alone.
 */
public final class LocalEntries {

    static final String PUBLISHED = "PUBLISHED";
    private static final String DRAFT = "DRAFT";
    private static final String BY_HAND = "manual";
    private static final Set<RecordKind> NAMED = Set.of(RecordKind.PLACE, RecordKind.DIVISION);

    private final Records records;
    private final VillageStore store;

    LocalEntries(Records records, VillageStore store) {
        this.records = records;
        this.store = store;
    }

    /** The newest first: what is published and, for staff, the drafts of its jurisdiction. */
    public List<StoredRecord> list(Actor actor, LocalEntryFilter filter, int limit) {
        boolean staff = AccessPolicy.allows(actor.role(), Action.READ_STAFF);
        return store.entries(filter, staff ? Optional.of(actor.jurisdiction()) : Optional.empty(), limit);
    }

    /** @throws NotFound when there is no such entry, or none that this actor may see */
    public StoredRecord get(Actor actor, long id) {
        return Optional.of(records.get(actor, id))
                .filter(record -> record.kind() == RecordKind.LOCAL_ENTRY)
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的地名+条目"));
    }

    /**
     * Writes a new entry.
     *
     * @throws Refused when it belongs to no division, or to a name that does not exist
     */
    public StoredRecord create(Actor actor, LocalEntryDraft draft) {
        AccessPolicy.require(actor, Action.EDIT_LOCAL_ENTRY);
        Map<String, Object> values = new HashMap<>();
        values(actor, draft).forEach((column, value) -> value.ifPresent(given -> values.put(column, given)));
        if (!values.containsKey("division_code") && draft.geometry().isEmpty()) {
            throw new Refused(List.of("请说明属于哪个村（居），或在地图上定位"));
        }
        if (draft.category() == LocalCategory.ROUTE && draft.geometry().isEmpty()) {
            throw new Refused(List.of("游览线路须画成线"));
        }
        return records.create(
                actor,
                RecordKind.LOCAL_ENTRY,
                new RecordDraft(BY_HAND, values, draft.geometry(), List.of(), List.of()));
    }

    /**
     * Writes an entry anew; what the draft does not say is cleared, but for the geometry.
     *
     * @throws cn.diming.core.record.Stale when the entry has another version by now
     */
    public StoredRecord change(Actor actor, long id, int version, LocalEntryDraft draft) {
        AccessPolicy.require(actor, Action.EDIT_LOCAL_ENTRY);
        StoredRecord before = get(actor, id);
        Map<String, Optional<Object>> values = values(actor, draft);
        if (values.getOrDefault("division_code", Optional.empty()).isEmpty()) {
            values.remove("division_code");
        }
        values.forEach((column, value) -> {
            if (column.equals("division_code")) {
                AccessPolicy.require(actor, Action.EDIT_LOCAL_ENTRY, String.valueOf(value.orElse("")));
            }
        });
        if (draft.geometry().isEmpty() && isLine(before) != (draft.category() == LocalCategory.ROUTE)) {
            throw new Refused(List.of("换了类别，请重新定位：线路是线，其他是点"));
        }
        return records.change(actor, id, version, values, draft.geometry());
    }

    /** @throws cn.diming.core.record.Stale when the entry has another version by now */
    public void remove(Actor actor, long id, int version) {
        AccessPolicy.require(actor, Action.EDIT_LOCAL_ENTRY);
        get(actor, id);
        records.delete(actor, id, version);
    }

    /** An entry that is nowhere can become anything but a route. */
    private static boolean isLine(StoredRecord entry) {
        return entry.geometry().filter(shape -> shape.getDimension() == 1).isPresent();
    }

    private Map<String, Optional<Object>> values(Actor actor, LocalEntryDraft draft) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        values.put("name", Optional.of(draft.name().strip()));
        values.put("category", Optional.of(draft.category().name()));
        values.put("status", Optional.of(draft.published() ? PUBLISHED : DRAFT));
        LocalEntryDraft.TEXTS.forEach(column -> values.put(
                column,
                Optional.ofNullable(draft.texts().get(column))
                        .map(String::strip)
                        .filter(words -> !words.isEmpty())
                        .map(words -> words)));
        Optional<StoredRecord> place = draft.placeId().isPresent()
                ? Optional.of(named(actor, draft.placeId().getAsLong()))
                : Optional.empty();
        values.put("place_id", place.map(StoredRecord::id));
        values.put(
                "division_code",
                draft.divisionCode()
                        .or(() ->
                                place.filter(name -> draft.geometry().isEmpty()).flatMap(StoredRecord::divisionCode))
                        .map(code -> code));
        return values;
    }

    private StoredRecord named(Actor actor, long placeId) {
        try {
            return Optional.of(records.get(actor, placeId))
                    .filter(record -> NAMED.contains(record.kind()))
                    .orElseThrow(() -> new NotFound(""));
        } catch (NotFound missing) {
            throw new Refused(List.of("没有编号为 " + placeId + " 的地名"));
        }
    }
}
