package cn.diming.core.inspection;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.inspection.FieldRecord.Confirmation;
import cn.diming.core.inspection.FieldRecord.FieldPhoto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of records from the field and their photos. */
final class FieldRecordStore {

    private static final String PHOTOS_OF_ROUND = """
            SELECT f.* FROM inspection_file f JOIN inspection_record r ON r.id = f.record_id
            WHERE r.round_id = :round ORDER BY f.record_id, f.position""";

    private final Db db;

    FieldRecordStore(Db db) {
        this.db = db;
    }

    List<FieldRecord> ofRound(long roundId) {
        Map<Long, List<FieldPhoto>> photos =
                db.sql(PHOTOS_OF_ROUND).param("round", roundId).list(FieldRecordStore::photo).stream()
                        .collect(Collectors.groupingBy(FieldPhoto::recordId));
        return db.sql("SELECT * FROM inspection_record WHERE round_id = :round ORDER BY id")
                .param("round", roundId)
                .list(row -> record(row, photos.getOrDefault(row.getLong("id"), List.of())));
    }

    Optional<FieldRecord> find(UUID clientId) {
        return db.sql("SELECT * FROM inspection_record WHERE client_id = :id")
                .param("id", clientId.toString())
                .find(row -> record(row, photosOf(row.getLong("id"))));
    }

    Optional<FieldRecord> find(long id) {
        return db.sql("SELECT * FROM inspection_record WHERE id = :id")
                .param("id", id)
                .find(row -> record(row, photosOf(id)));
    }

    private List<FieldPhoto> photosOf(long recordId) {
        return db.sql("SELECT * FROM inspection_file WHERE record_id = :id ORDER BY position")
                .param("id", recordId)
                .list(FieldRecordStore::photo);
    }

    long insert(ChangeSet changes, long roundId, Side side, FieldRecordDraft draft, Finding finding) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO inspection_record (id, client_id, round_id, side, revision, withdrawn, marker_id, finding, checked_at,
                  received_at, account_id)
                VALUES (:id, :client, :round, :side, :revision, :withdrawn, :marker, :finding, :checked, :at, :by)""")
                .param("id", id)
                .param("client", draft.clientId().toString())
                .param("round", roundId)
                .param("side", side)
                .param("revision", draft.revision())
                .param("withdrawn", draft.withdrawn())
                .param("marker", marker(finding))
                .param("finding", FindingText.write(finding))
                .param("checked", draft.checkedAt())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        addPhotos(id, List.of(), draft.photos());
        return id;
    }

    void revise(ChangeSet changes, FieldRecord before, FieldRecordDraft draft, Finding finding) {
        db.sql("""
                UPDATE inspection_record SET revision = :revision, withdrawn = :withdrawn, marker_id = :marker, finding = :finding,
                  checked_at = :checked, received_at = :at, account_id = :by
                WHERE id = :id""")
                .param("revision", draft.revision())
                .param("withdrawn", draft.withdrawn())
                .param("marker", marker(finding))
                .param("finding", FindingText.write(finding))
                .param("checked", draft.checkedAt())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", before.id())
                .update();
        addPhotos(before.id(), before.photos(), draft.photos());
    }

    /** Photos are added, never taken away: what was sent is evidence. */
    private void addPhotos(long recordId, List<FieldPhoto> known, List<FieldRecordDraft.PhotoDraft> wanted) {
        int position = known.size();
        for (FieldRecordDraft.PhotoDraft photo : wanted) {
            if (known.stream().noneMatch(one -> one.id().equals(photo.id()))) {
                db.sql("""
                        INSERT INTO inspection_file (id, record_id, phase, bytes, position)
                        VALUES (:id, :record, :phase, :bytes, :position)""")
                        .param("id", photo.id().toString())
                        .param("record", recordId)
                        .param("phase", photo.phase())
                        .param("bytes", photo.bytes())
                        .param("position", position++)
                        .update();
            }
        }
    }

    private static OptionalLong marker(Finding finding) {
        return finding instanceof Finding.MarkerCheck check ? OptionalLong.of(check.markerId()) : OptionalLong.empty();
    }

    void confirm(ChangeSet changes, FieldRecord record) {
        db.sql("""
                UPDATE inspection_record SET confirmed_revision = :revision, confirmed_at = :at, confirmed_by = :by
                WHERE id = :id""")
                .param("revision", record.revision())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", record.id())
                .update();
    }

    Optional<FieldPhoto> findPhoto(UUID id) {
        return db.sql("SELECT * FROM inspection_file WHERE id = :id")
                .param("id", id.toString())
                .find(FieldRecordStore::photo);
    }

    /** Notes what a photo became, once. */
    void settle(FieldPhoto photo, OptionalLong mediaId, Optional<String> sha256, Optional<String> refusal) {
        db.sql("""
                UPDATE inspection_file SET media_id = :media, sha256 = :sha256, refusal = :refusal
                WHERE id = :id AND media_id IS NULL AND refusal IS NULL""")
                .param("media", mediaId)
                .param("sha256", sha256)
                .param("refusal", refusal)
                .param("id", photo.id().toString())
                .update();
    }

    private static FieldPhoto photo(Row row) {
        return new FieldPhoto(
                UUID.fromString(row.getText("id")),
                row.getLong("record_id"),
                PhotoPhase.valueOf(row.getText("phase")),
                row.getLong("bytes"),
                row.findLong("media_id"),
                row.findText("sha256"),
                row.findText("refusal"));
    }

    private static FieldRecord record(Row row, List<FieldPhoto> photos) {
        OptionalInt confirmed = row.findInt("confirmed_revision");
        return new FieldRecord(
                row.getLong("id"),
                UUID.fromString(row.getText("client_id")),
                row.getLong("round_id"),
                Side.valueOf(row.getText("side")),
                row.getInt("revision"),
                row.isTrue("withdrawn"),
                FindingText.read(row.getText("finding")),
                row.getInstant("checked_at"),
                row.getInstant("received_at"),
                row.findLong("account_id"),
                confirmed.isPresent()
                        ? Optional.of(new Confirmation(
                                confirmed.getAsInt(), row.getInstant("confirmed_at"), row.findLong("confirmed_by")))
                        : Optional.empty(),
                photos);
    }
}
