package cn.diming.core.history;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened to places, with the decisions it rests on; also the links between predecessors and successors. */
public final class PlaceEvents {

    private final Db db;

    public PlaceEvents(Db db) {
        this.db = db;
    }

    /** Everything that happened to a place or led from another one to it, the newest first. */
    public List<PlaceEvent> of(long placeId) {
        return db.sql("""
                SELECT * FROM place_event WHERE place_id = :id OR other_id = :id
                ORDER BY effective_on DESC, change_seq DESC, id DESC""").param("id", placeId).list(PlaceEvents::read);
    }

    void append(ChangeSet changes, long placeId, PlaceEvent.Kind kind, Told told) {
        db.sql("""
                INSERT INTO place_event (id, place_id, other_id, kind, effective_on, old_name, new_name, basis, case_id,
                  change_seq, recorded_at, account_id)
                VALUES (:id, :place, :other, :kind, :on, :old, :new, :basis, :case, :seq, :at, :account)""")
                .param("id", changes.newId())
                .param("place", placeId)
                .param("other", told.other)
                .param("kind", kind)
                .param("on", told.on)
                .param("old", told.oldName)
                .param("new", told.newName)
                .param("basis", told.basis)
                .param("case", told.caseId)
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("account", changes.actor().accountId())
                .update();
    }

    /** What there is to tell of an event. */
    record Told(
            LocalDate on,
            String basis,
            OptionalLong caseId,
            Optional<String> oldName,
            Optional<String> newName,
            OptionalLong other) {

        static Told of(Decision decision, Optional<String> oldName, Optional<String> newName) {
            return new Told(
                    decision.effectiveOn(),
                    decision.basis(),
                    decision.caseId(),
                    oldName,
                    newName,
                    OptionalLong.empty());
        }

        Told with(long otherId) {
            return new Told(on, basis, caseId, oldName, newName, OptionalLong.of(otherId));
        }
    }

    private static PlaceEvent read(Row row) {
        return new PlaceEvent(
                row.getLong("place_id"),
                row.findLong("other_id"),
                PlaceEvent.Kind.valueOf(row.getText("kind")),
                row.findDate("effective_on").orElseThrow(),
                row.findText("old_name"),
                row.findText("new_name"),
                row.findText("basis"),
                row.findLong("case_id"),
                row.getInstant("recorded_at"),
                row.findLong("account_id"));
    }
}
