package cn.diming.api.status;

import cn.diming.api.generated.model.KindCount;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many records of each kind there are, counted anew every ten seconds at most: counting reads whole tables. */
final class RecordCounts {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final RecordStore store;
    private final Clock clock;
    private Instant countedAt = Instant.MIN;
    private List<KindCount> counts = List.of();

    RecordCounts(RecordStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized List<KindCount> now() {
        if (countedAt.isBefore(clock.instant().minus(FRESH))) {
            counts = count();
            countedAt = clock.instant();
        }
        return counts;
    }

    private List<KindCount> count() {
        long streets = store.countPlaces(PlaceCategory.STREET);
        long places = store.count(cn.diming.core.change.RecordKind.PLACE);
        return List.of(
                new KindCount(RecordKind.DIVISION, store.count(cn.diming.core.change.RecordKind.DIVISION)),
                new KindCount(RecordKind.PLACE, places - streets),
                new KindCount(RecordKind.STREET, streets),
                new KindCount(RecordKind.DOOR_PLATE, store.count(cn.diming.core.change.RecordKind.DOOR_PLATE)),
                new KindCount(RecordKind.SHOP, store.count(cn.diming.core.change.RecordKind.SHOP)),
                new KindCount(RecordKind.FACILITY, store.count(cn.diming.core.change.RecordKind.FACILITY)),
                new KindCount(RecordKind.LOCAL_ENTRY, store.count(cn.diming.core.change.RecordKind.LOCAL_ENTRY)));
    }
}
