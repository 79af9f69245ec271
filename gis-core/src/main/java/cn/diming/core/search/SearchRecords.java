package cn.diming.core.search;

import cn.diming.core.change.Change;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what is searched from the tables, many records at a time. */
final class SearchRecords {

    /** The kinds that are searched. */
    static final Set<RecordKind> KINDS = Set.of(
            RecordKind.DIVISION,
            RecordKind.PLACE,
            RecordKind.DOOR_PLATE,
            RecordKind.SHOP,
            RecordKind.FACILITY,
            RecordKind.LOCAL_ENTRY);

    private static final int CHUNK = 1000;

    private final RecordStore store;

    SearchRecords(RecordStore store) {
        this.store = store;
    }

    /** All records, in chunks and in constant memory. */
    void forEachChunk(Consumer<List<SearchRecord>> work) {
        for (RecordKind kind : KINDS) {
            List<StoredRecord> chunk = new ArrayList<>(CHUNK);
            store.forEach(kind, record -> {
                chunk.add(record);
                if (chunk.size() == CHUNK) {
                    work.accept(complete(kind, chunk));
                    chunk.clear();
                }
            });
            work.accept(complete(kind, chunk));
        }
    }

    /** The records a journal entry speaks of, as they are now. */
    List<SearchRecord> changedBy(Change change) {
        List<StoredRecord> records = store.changedBy(change);
        List<SearchRecord> complete = new ArrayList<>(records.size());
        for (int from = 0; from < records.size(); from += CHUNK) {
            complete.addAll(complete(change.kind(), records.subList(from, Math.min(records.size(), from + CHUNK))));
        }
        return complete;
    }

    /** At most about a thousand records with their names, registrations and sources. */
    List<SearchRecord> complete(RecordKind kind, List<StoredRecord> records) {
        List<Long> ids = records.stream().map(StoredRecord::id).toList();
        boolean places = kind == RecordKind.PLACE;
        Map<Long, List<RecordDraft.Name>> names = places ? store.namesOf(ids) : Map.of();
        Map<Long, List<RecordDraft.Registration>> registrations = places ? store.registrationsOf(ids) : Map.of();
        Map<Long, List<RecordStore.SourceKey>> sources = store.sourcesOf(ids);
        return records.stream()
                .map(record -> new SearchRecord(
                        record,
                        names.getOrDefault(record.id(), List.of()),
                        registrations.getOrDefault(record.id(), List.of()),
                        sources.getOrDefault(record.id(), List.of())))
                .toList();
    }
}
