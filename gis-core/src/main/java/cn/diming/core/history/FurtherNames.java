package cn.diming.core.history;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordDraft.NameKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rows of further names; rights, rules and audit are the callers'. */
final class FurtherNames {

    private final Db db;

    FurtherNames(Db db) {
        this.db = db;
    }

    List<FurtherName> of(long placeId) {
        return db.sql("SELECT * FROM place_name WHERE place_id = :id ORDER BY to_date, id")
                .param("id", placeId)
                .list(FurtherNames::read);
    }

    Optional<FurtherName> find(long placeId, long nameId) {
        return db.sql("SELECT * FROM place_name WHERE id = :id AND place_id = :place")
                .param("id", nameId)
                .param("place", placeId)
                .find(FurtherNames::read);
    }

    long add(ChangeSet changes, long placeId, RecordDraft.Name name, Optional<String> basis) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO place_name (id, place_id, name, kind, romanised, from_date, to_date, basis, change_seq)
                VALUES (:id, :place, :name, :kind, :romanised, :from, :to, :basis, :seq)""")
                .param("id", id)
                .param("place", placeId)
                .param("name", name.text())
                .param("kind", name.kind())
                .param("romanised", name.romanised())
                .param("from", name.from())
                .param("to", name.to())
                .param("basis", basis)
                .param("seq", changes.seq())
                .update();
        return id;
    }

    boolean set(ChangeSet changes, FurtherName seen, RecordDraft.Name name, Optional<String> basis) {
        return db.sql("""
                UPDATE place_name SET name = :name, kind = :kind, romanised = :romanised, from_date = :from, to_date = :to,
                  basis = :basis, change_seq = :seq, version = version + 1 WHERE id = :id AND version = :version""")
                        .param("name", name.text())
                        .param("kind", name.kind())
                        .param("romanised", name.romanised())
                        .param("from", name.from())
                        .param("to", name.to())
                        .param("basis", basis)
                        .param("seq", changes.seq())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    boolean remove(FurtherName seen) {
        return db.sql("DELETE FROM place_name WHERE id = :id AND version = :version")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** A name that was the standard one goes on as what {@code kind} says; a source may have listed it already. */
    void outlive(ChangeSet changes, long placeId, RecordDraft.Name name, String basis) {
        List<FurtherName> listed = of(placeId).stream()
                .filter(known -> known.text().equals(name.text()) && known.kind() == NameKind.STANDARD)
                .toList();
        if (listed.isEmpty()) {
            add(changes, placeId, name, Optional.of(basis));
        }
        for (FurtherName known : listed) {
            Optional<LocalDate> from = known.from().or(name::from);
            set(
                    changes,
                    known,
                    new RecordDraft.Name(
                            name.text(), name.kind(), known.romanised().or(name::romanised), from, name.to()),
                    Optional.of(basis));
        }
    }

    private static FurtherName read(Row row) {
        return new FurtherName(
                row.getLong("id"),
                row.getLong("place_id"),
                row.getText("name"),
                NameKind.valueOf(row.getText("kind")),
                row.findText("romanised"),
                row.findDate("from_date"),
                row.findDate("to_date"),
                row.findText("basis"),
                row.getInt("version"));
    }
}
