package cn.diming.tiles;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.mvt.TileLayerStore;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the map's layers in memory as the tables are. Starts from nothing each time the program does. */
public final class TileFollower implements ChangeFollower {

    private static final int PAGE = 2000;

    private final TileLayerStore layers;
    private final RecordStore records;
    private final ChangeJournal journal;
    private volatile long cursor;

    public TileFollower(TileLayerStore layers, RecordStore records, ChangeJournal journal) {
        this.layers = layers;
        this.records = records;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "tiles";
    }

    @Override
    public long cursor() {
        return cursor;
    }

    /** What changes while the tables are read is applied once more afterwards: the cursor stands before the reading. */
    @Override
    public void rebuild() {
        long before = journal.latest();
        layers.replaceAll(
                RecordSchema.all().stream()
                        .map(RecordSchema::kind)
                        .flatMap(this::all)
                        .map(MapFeatures::of)
                        .flatMap(Optional::stream),
                before);
        cursor = before;
    }

    @Override
    public void apply(List<Change> changes) {
        Map<FeatureRef, MapFeature> upserts = new LinkedHashMap<>();
        Set<FeatureRef> deletes = new LinkedHashSet<>();
        for (Change change : changes) {
            if (RecordSchema.isMapRecord(change.kind())) {
                change.recordId().ifPresent(id -> leave(change.kind(), id, upserts, deletes));
                records.changedBy(change).forEach(record -> enter(record, upserts, deletes));
            }
        }
        long reached = changes.getLast().seq();
        layers.apply(upserts.values(), deletes, reached);
        cursor = reached;
    }

    private static void leave(RecordKind kind, long id, Map<FeatureRef, MapFeature> upserts, Set<FeatureRef> deletes) {
        for (FeatureRef place : MapFeatures.allPlaces(kind, id)) {
            upserts.remove(place);
            deletes.add(place);
        }
    }

    private static void enter(StoredRecord record, Map<FeatureRef, MapFeature> upserts, Set<FeatureRef> deletes) {
        leave(record.kind(), record.id(), upserts, deletes);
        MapFeatures.of(record).ifPresent(feature -> {
            deletes.remove(feature.ref());
            upserts.put(feature.ref(), feature);
        });
    }

    private Stream<StoredRecord> all(RecordKind kind) {
        return Stream.iterate(
                        records.page(kind, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> records.page(kind, page.getLast().id(), PAGE))
                .flatMap(List::stream);
    }
}
