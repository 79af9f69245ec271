package cn.diming.core.history;

import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** The door plates of a street: they follow its name into what it is called or what it went into. */
final class StreetPlates {

    /** A plate that only names its street belongs to it within this distance of its box. */
    private static final double REACH_METRES = 500;

    private static final int MOST_NAMESAKES = 100;

    private final Db db;
    private final RecordStore store;
    private final AuditLog audit;

    StreetPlates(Db db, RecordStore store, AuditLog audit) {
        this.db = db;
        this.store = store;
        this.audit = audit;
    }

    /** The plates of {@code street}, as it was until now, become those of {@code toId} under its name. */
    void follow(ChangeSet changes, StoredRecord street, String newName, long toId, String basis) {
        for (StoredRecord plate : of(street)) {
            move(changes, plate, newName, toId, basis);
        }
    }

    /** Each plate goes to the nearest of the parts; to none while the remainder of the old street is nearer. */
    void divide(ChangeSet changes, StoredRecord street, Optional<Geometry> remainder, List<Long> parts, String basis) {
        List<StoredRecord> streets = parts.stream()
                .map(id -> store.find(RecordKind.PLACE, id).orElseThrow())
                .toList();
        for (StoredRecord plate : of(street)) {
            double stays = distance(plate, remainder);
            streets.stream()
                    .min((a, b) -> Double.compare(distance(plate, a.geometry()), distance(plate, b.geometry())))
                    .filter(part -> distance(plate, part.geometry()) < stays || remainder.isEmpty())
                    .ifPresent(part -> move(changes, plate, part.title(), part.id(), basis));
        }
    }

    private void move(ChangeSet changes, StoredRecord plate, String name, long streetId, String basis) {
        Map<String, Optional<Object>> values =
                Map.of("street_name", Optional.of(name), "street_id", Optional.of(streetId));
        if (!store.update(changes, plate, values, Optional.empty())) {
            throw new Stale(plate.version());
        }
        StoredRecord after = store.find(RecordKind.DOOR_PLATE, plate.id()).orElseThrow();
        audit.append(
                changes,
                "follow",
                RecordKind.DOOR_PLATE,
                plate.id(),
                new AuditLog.Content(
                        Optional.of(plate.toJson()), Optional.of(after.toJson()), Optional.of("街路巷更名：" + basis)));
    }

    /** The plates that point to the street, and those near it that only bear its name and no namesake's that is nearer. */
    private List<StoredRecord> of(StoredRecord street) {
        if (street.text("category").filter(PlaceCategory.STREET.name()::equals).isEmpty()) {
            return List.of();
        }
        Set<Long> ids = new LinkedHashSet<>(db.sql("SELECT id FROM door_plate WHERE street_id = :id ORDER BY id")
                .param("id", street.id())
                .list(row -> row.getLong("id")));
        List<StoredRecord> plates = new ArrayList<>(ids.stream()
                .flatMap(id -> store.find(RecordKind.DOOR_PLATE, id).stream())
                .toList());
        street.box().ifPresent(box -> plates.addAll(nearby(street, box.growMetres(REACH_METRES))));
        return plates;
    }

    private List<StoredRecord> nearby(StoredRecord street, Bbox box) {
        List<StoredRecord> namesakes = store.inBox(RecordKind.PLACE, box, MOST_NAMESAKES).stream()
                .filter(place -> place.id() != street.id() && place.title().equals(street.title()))
                .filter(place -> place.text("category").equals(street.text("category")))
                .toList();
        return db
                .sql("SELECT id FROM door_plate p WHERE street_id IS NULL AND street_name = :name AND "
                        + db.boxTest("door_plate", "p") + " ORDER BY id")
                .param("name", street.title())
                .box(box)
                .list(row -> row.getLong("id"))
                .stream()
                .flatMap(id -> store.find(RecordKind.DOOR_PLATE, id).stream())
                .filter(plate -> namesakes.stream()
                        .noneMatch(other -> distance(plate, other.geometry()) < distance(plate, street.geometry())))
                .toList();
    }

    private static double distance(StoredRecord plate, Optional<Geometry> to) {
        return plate.geometry().isPresent() && to.isPresent()
                ? plate.geometry().get().distance(to.get())
                : Double.POSITIVE_INFINITY;
    }
}
