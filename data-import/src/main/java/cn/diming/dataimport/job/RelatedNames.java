package cn.diming.dataimport.job;

import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.Map;

/** Names of records by the key they have in one source; each is read once. */
final class RelatedNames {

    private static final int REMEMBERED = 100_000;

    private final RecordStore store;
    private final String source;
    private final Map<String, String> names = new HashMap<>();

    RelatedNames(RecordStore store, String source) {
        this.store = store;
        this.source = source;
    }

    /** Empty when the source has no record under this key. */
    String of(String key) {
        if (names.size() > REMEMBERED) {
            names.clear();
        }
        return names.computeIfAbsent(
                key,
                missing -> store.find(source, missing).map(StoredRecord::title).orElse(""));
    }
}
