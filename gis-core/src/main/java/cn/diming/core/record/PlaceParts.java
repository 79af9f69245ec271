package cn.diming.core.record;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that hang on a place: its further names and its registrations. */
final class PlaceParts {

    private static final List<String> NAME_COLUMNS =
            List.of("id", "place_id", "name", "kind", "romanised", "from_date", "to_date");
    private static final List<String> REGISTRATION_COLUMNS = List.of("id", "place_id", "class_code", "place_code");

    private final ChangeSet changes;
    private final List<@Nullable Object[]> names = new ArrayList<>();
    private final List<@Nullable Object[]> registrations = new ArrayList<>();

    PlaceParts(ChangeSet changes) {
        this.changes = changes;
    }

    void add(long placeId, RecordDraft draft) {
        draft.names()
                .forEach(name -> names.add(new @Nullable Object[] {
                    changes.newId(),
                    placeId,
                    name.text(),
                    name.kind().name(),
                    name.romanised().orElse(null),
                    name.from().orElse(null),
                    name.to().orElse(null)
                }));
        draft.registrations()
                .forEach(entry -> registrations.add(new @Nullable Object[] {
                    changes.newId(),
                    placeId,
                    entry.classCode(),
                    entry.placeCode().orElse(null)
                }));
    }

    void insert(Db db) {
        db.insertAll("place_name", NAME_COLUMNS, names);
        db.insertAll("place_registration", REGISTRATION_COLUMNS, registrations);
    }

    /** A source that names none leaves what is there, and none may replace what an officer or a case has written. */
    void replace(Db db, long placeId) {
        if (!names.isEmpty()) {
            db.sql("DELETE FROM place_name WHERE place_id = :id AND change_seq IS NULL")
                    .param("id", placeId)
                    .update();
        }
        if (!registrations.isEmpty()) {
            db.sql("DELETE FROM place_registration WHERE place_id = :id")
                    .param("id", placeId)
                    .update();
        }
        insert(db);
    }
}
