package cn.diming.core.media;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The table of photos and recordings. */
final class MediaStore {

    private final Db db;

    MediaStore(Db db) {
        this.db = db;
    }

    /** A record that something belongs to. */
    record Owner(RecordKind kind, long id) {}

    /** An owner, and whether it shows the content to staff alone. */
    record Shown(Owner owner, boolean staffOnly) {}

    List<MediaItem> list(RecordKind kind, long recordId) {
        return db.sql("""
                        SELECT * FROM media WHERE record_kind = :kind AND record_id = :record ORDER BY position, id""").param("kind", kind).param("record", recordId).list(MediaStore::read);
    }

    List<Shown> ownersOf(String sha256) {
        return db.sql("SELECT record_kind, record_id, staff_only FROM media WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .list(row -> new Shown(
                        new Owner(RecordKind.valueOf(row.getText("record_kind")), row.getLong("record_id")),
                        row.isTrue("staff_only")));
    }

    Optional<String> mediaTypeOf(String sha256) {
        return db.sql("SELECT media_type FROM media WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .find(row -> row.getText("media_type"));
    }

    Set<String> allContent() {
        return new HashSet<>(db.sql("SELECT DISTINCT sha256 FROM media").list(row -> row.getText("sha256")));
    }

    void insert(ChangeSet changes, Owner owner, MediaItem item) {
        OptionalLong millis = item.duration()
                .map(duration -> OptionalLong.of(duration.toMillis()))
                .orElseGet(OptionalLong::empty);
        db.sql("""
                INSERT INTO media (id, kind, record_kind, record_id, sha256, media_type, bytes, width, height,
                  duration_millis, caption, position, staff_only, taken_at, created_at, created_by)
                VALUES (:id, :kind, :recordKind, :record, :sha256, :mediaType, :bytes, :width, :height,
                  :duration, :caption, :position, :staffOnly, :takenAt, :at, :by)""")
                .param("id", item.id())
                .param("kind", item.kind())
                .param("recordKind", owner.kind)
                .param("record", owner.id)
                .param("sha256", item.sha256())
                .param("mediaType", item.mediaType())
                .param("bytes", item.bytes())
                .param("width", item.width())
                .param("height", item.height())
                .param("duration", millis)
                .param("caption", item.caption())
                .param("position", item.position())
                .param("staffOnly", item.staffOnly())
                .param("takenAt", item.takenAt())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    void update(long id, Optional<String> caption, int position, boolean staffOnly) {
        db.sql("UPDATE media SET caption = :caption, position = :position, staff_only = :staffOnly WHERE id = :id")
                .param("staffOnly", staffOnly)
                .param("caption", caption)
                .param("position", position)
                .param("id", id)
                .update();
    }

    void delete(long id) {
        db.sql("DELETE FROM media WHERE id = :id").param("id", id).update();
    }

    private static MediaItem read(Row row) {
        OptionalLong millis = row.findLong("duration_millis");
        return new MediaItem(
                row.getLong("id"),
                MediaItem.Kind.valueOf(row.getText("kind")),
                row.getText("sha256"),
                row.getText("media_type"),
                row.getLong("bytes"),
                row.findInt("width"),
                row.findInt("height"),
                millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty(),
                row.findText("caption"),
                row.getInt("position"),
                row.isTrue("staff_only"),
                row.findInstant("taken_at"),
                row.getInstant("created_at"));
    }
}
