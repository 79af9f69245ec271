package cn.diming.core.media;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.bucket.Bucket;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Photos and voice recordings of records. Files are kept by content in a folder that no web server looks into; a row says which
 * record one belongs to, and whoever may see the record may have the file.
 */
public final class Media {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_CAPTION = 200;
    /** Photos of people's doors, and of what is found on patrol, are not for the public unless somebody says so. */
    private static final Set<RecordKind> STAFF_ONLY = Set.of(RecordKind.DOOR_PLATE, RecordKind.SIGN);
    /** What no record refers to is kept this long: a row may be on its way, or a backup of yesterday be restored. */
    private static final Duration GRACE = Duration.ofDays(2);

    private final MediaStore store;
    private final MediaFolder folder;
    private final MediaLimits limits;
    private final MediaIntake intake;
    private final Uploads uploads;
    private final Records records;
    private final RecordStore recordStore;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * What is to be different of an item.
     *
     * @param caption empty = as before; an empty text clears it
     * @param position empty = as before; past the end is the end
     * @param staffOnly empty = as before
     */
    public record Edit(Optional<String> caption, OptionalInt position, Optional<Boolean> staffOnly) {}

    /** What media need of the rest of the core. */
    public record Setting(
            Db db, Clock clock, ChangeJournal journal, AuditLog audit, Records records, RecordStore recordStore) {}

    /** @param folder is made when the first file comes */
    public Media(Setting core, Path folder, MediaLimits limits) {
        this(core, folder, limits, Optional.empty());
    }

    /** @param bucket where the files are; the folder then holds those that were used lately */
    public Media(Setting core, Path folder, MediaLimits limits, Optional<Bucket> bucket) {
        this.store = new MediaStore(core.db);
        this.folder = new MediaFolder(folder, bucket);
        this.limits = limits;
        this.intake = new MediaIntake(this.folder, limits, core.clock);
        this.uploads = new Uploads(this.folder, intake, store, limits);
        this.records = core.records;
        this.recordStore = core.recordStore;
        this.journal = core.journal;
        this.audit = core.audit;
        this.clock = core.clock;
    }

    /** The photos and recordings of a record, in order; whether it may be seen is for the caller to ask. */
    public List<MediaItem> of(RecordKind kind, long recordId) {
        return store.list(kind, recordId);
    }

    /** @throws NotFound when there is no such record, or none that this actor may see */
    public List<MediaItem> list(Actor actor, long recordId) {
        return of(actor, records.get(actor, recordId));
    }

    /** The photos and recordings of a record that this actor may see, in order. */
    public List<MediaItem> of(Actor actor, StoredRecord record) {
        return store.list(record.kind(), record.id()).stream()
                .filter(item -> maySee(actor, record, item.staffOnly()))
                .toList();
    }

    private static boolean maySee(Actor actor, StoredRecord record, boolean staffOnly) {
        return Disclosure.maySee(actor, record) && (!staffOnly || Disclosure.isStaffFor(actor, record.divisionCode()));
    }

    /**
     * Adds a photo or a recording at the end; the same content twice is once.
     *
     * @throws Refused for what is neither, is broken, too large or too long
     * @throws cn.diming.core.access.Denied when the actor may not change the record
     */
    public MediaItem add(Actor actor, long recordId, InputStream in, Optional<String> caption) {
        writable(actor, recordId);
        Optional<String> words = clean(caption);
        Incoming incoming = intake.take(in);
        return journal.write(actor, changes -> add(changes, recordId, incoming, words));
    }

    /**
     * Changes the caption, the place in the list or who may see it.
     *
     * @return the list as it is then
     * @throws NotFound when the record has no such item
     */
    public List<MediaItem> change(Actor actor, long recordId, long mediaId, Edit edit) {
        return journal.write(actor, changes -> {
            changes.seq(); // the counter's lock: two who change the order follow one another
            StoredRecord record = writable(actor, recordId);
            List<MediaItem> items = new ArrayList<>(store.list(record.kind(), recordId));
            MediaItem item = find(items, mediaId);
            Optional<String> words = edit.caption.isPresent() ? clean(edit.caption) : item.caption();
            items.remove(item);
            int place = Math.min(edit.position.orElse(item.position()), items.size());
            items.add(place, item);
            for (int i = 0; i < items.size(); i++) {
                MediaItem at = items.get(i);
                boolean staffOnly = at == item ? edit.staffOnly.orElse(item.staffOnly()) : at.staffOnly();
                store.update(at.id(), at == item ? words : at.caption(), i, staffOnly);
            }
            log(changes, record, "修改" + title(item, words) + "的说明、次序或公开范围", item);
            return store.list(record.kind(), recordId);
        });
    }

    /** @throws NotFound when the record has no such item */
    public void remove(Actor actor, long recordId, long mediaId) {
        journal.write(actor, changes -> {
            changes.seq();
            StoredRecord record = writable(actor, recordId);
            MediaItem item = find(store.list(record.kind(), recordId), mediaId);
            store.delete(mediaId);
            log(changes, record, "删除" + title(item, item.caption()), item);
            return true;
        });
    }

    /** @throws NotFound when there is no such file, or none of a record that this actor may see */
    public MediaFile file(Actor actor, String sha256, MediaSize size) {
        return store.ownersOf(sha256).stream()
                .filter(shown -> RecordSchema.isMapRecord(shown.owner().kind()))
                .flatMap(shown -> recordStore
                        .find(shown.owner().kind(), shown.owner().id())
                        .stream()
                        .filter(record -> maySee(actor, record, shown.staffOnly())))
                .findFirst()
                .flatMap(seen -> store.mediaTypeOf(sha256))
                .flatMap(mediaType -> stored(sha256, mediaType, size))
                .orElseThrow(() -> new NotFound("没有这个文件"));
    }

    /** The file of a photo that belongs to a record the caller may use, for printing; empty when it is missing. */
    public Optional<Path> photo(MediaItem item, MediaSize size) {
        return stored(item.sha256(), item.mediaType(), size).map(MediaFile::path);
    }

    /** The file of a photo or recording that belongs to something the caller may see; empty when it is missing. */
    public Optional<MediaFile> fileOf(MediaItem item, MediaSize size) {
        return stored(item.sha256(), item.mediaType(), size);
    }

    /** What comes in pieces, over lines that break. */
    public Uploads uploads() {
        return uploads;
    }

    /** A photo that was taken in and cleaned, or a document that was taken in as it is, before something has it. */
    public static final class Fresh {
        private final Incoming incoming;

        private Fresh(Incoming incoming) {
            this.incoming = incoming;
        }

        public String sha256() {
            return incoming.sha256();
        }

        /** With its dot. */
        public String ending() {
            return "." + incoming.format().extension();
        }
    }

    /** What something else has already, to be given once more. */
    public static Fresh fresh(MediaItem kept) {
        return new Fresh(Incoming.of(kept));
    }

    /**
     * Takes in and cleans a photo; whether its sender may is for the caller to ask before.
     *
     * @throws Refused for what is no photo, is broken or too large
     */
    public Fresh takePhoto(InputStream in) {
        Incoming incoming = intake.take(in);
        if (incoming.format().kind() != MediaItem.Kind.PHOTO) {
            throw refused("这不是照片：请用 JPEG、PNG 或 WebP");
        }
        return new Fresh(incoming);
    }

    /**
     * Takes in a document and keeps its bytes; whether its sender may is for the caller to ask before.
     *
     * @throws Refused for what is neither PDF, JPEG nor PNG, is broken or too large
     */
    public Fresh takeDocument(InputStream in) {
        return new Fresh(intake.takeDocument(in));
    }

    /**
     * Gives a photo or document, in the caller's transaction, to something that is no map record: only who has that may see it.
     *
     * @return as it is kept; the same content again is the same item
     */
    public MediaItem keep(ChangeSet changes, Fresh fresh, RecordKind kind, long ownerId) {
        List<MediaItem> known = store.list(kind, ownerId);
        return known.stream()
                .filter(item -> item.sha256().equals(fresh.incoming.sha256()))
                .findFirst()
                .orElseGet(() -> {
                    int position = known.isEmpty() ? 0 : known.getLast().position() + 1;
                    MediaItem item = item(changes, fresh.incoming, Optional.empty(), position, true);
                    store.insert(changes, new MediaStore.Owner(kind, ownerId), item);
                    return item;
                });
    }

    /** Takes a photo away, in the caller's transaction, from something that is no map record. */
    public void release(MediaItem item) {
        store.delete(item.id());
    }

    /** Gives a record, in the caller's transaction, what something else has: the same files, which are there once. */
    public void copy(ChangeSet changes, List<MediaItem> items, long recordId) {
        for (MediaItem item : items) {
            add(changes, recordId, Incoming.of(item), item.caption());
        }
    }

    /** How many files one record may have. */
    public int mostPerRecord() {
        return limits.perRecord();
    }

    /** Deletes files that no record refers to any more; returns how many. */
    public int sweep() {
        return folder.sweep(store.allContent(), clock.instant().minus(GRACE));
    }

    private Optional<MediaFile> stored(String sha256, String mediaType, MediaSize size) {
        MediaFormat format = MediaFormat.ofMediaType(mediaType).orElse(MediaFormat.JPEG);
        String suffix = format.kind() == MediaItem.Kind.PHOTO ? size.suffix() : "";
        return folder.find(sha256, suffix)
                .map(path -> new MediaFile(path, mediaType, sha256.substring(0, 12) + "." + format.extension()));
    }

    private MediaItem add(ChangeSet changes, long recordId, Incoming incoming, Optional<String> caption) {
        changes.seq();
        StoredRecord record = writable(changes.actor(), recordId);
        List<MediaItem> items = store.list(record.kind(), recordId);
        Optional<MediaItem> known = items.stream()
                .filter(item -> item.sha256().equals(incoming.sha256()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (items.size() >= limits.perRecord()) {
            throw refused("一条记录至多有 " + limits.perRecord() + " 张照片和录音");
        }
        MediaItem item = item(changes, incoming, caption, items.size(), STAFF_ONLY.contains(record.kind()));
        store.insert(changes, new MediaStore.Owner(record.kind(), recordId), item);
        log(changes, record, "添加" + title(item, caption), item);
        return item;
    }

    static MediaItem item(
            ChangeSet changes, Incoming incoming, Optional<String> caption, int position, boolean staffOnly) {
        return new MediaItem(
                changes.newId(),
                incoming.kind(),
                incoming.sha256(),
                incoming.format().mediaType(),
                incoming.bytes(),
                incoming.width(),
                incoming.height(),
                incoming.duration(),
                caption,
                position,
                staffOnly,
                incoming.takenAt(),
                changes.at());
    }

    /** Who may not edit at all is told so before anything is said of the record. */
    private StoredRecord writable(Actor actor, long recordId) {
        AccessPolicy.require(actor, Action.REGISTER);
        StoredRecord record = records.get(actor, recordId);
        AccessPolicy.require(
                actor,
                RecordSchema.of(record.kind()).action(),
                record.divisionCode().orElse(null));
        return record;
    }

    /** In the record's own history; that its card looks different now is a change of the record to whoever follows. */
    private void log(ChangeSet changes, StoredRecord record, String what, MediaItem item) {
        changes.saved(record.kind(), record.id(), record.box());
        String json = JSON.createObjectNode()
                .put("version", record.version())
                .put("media", item.sha256())
                .toString();
        audit.append(
                changes,
                "media",
                record.kind(),
                record.id(),
                new AuditLog.Content(Optional.empty(), Optional.of(json), Optional.of(what)));
    }

    private static String title(MediaItem item, Optional<String> caption) {
        return item.kind().title() + caption.map(words -> "“" + words + "”").orElse("");
    }

    private static MediaItem find(List<MediaItem> items, long mediaId) {
        return items.stream()
                .filter(item -> item.id() == mediaId)
                .findFirst()
                .orElseThrow(() -> new NotFound("这条记录没有编号为 " + mediaId + " 的照片或录音"));
    }

    private static Optional<String> clean(Optional<String> caption) {
        Optional<String> words = caption.map(String::strip).filter(text -> !text.isEmpty());
        if (words.filter(text ->
                        text.length() > LONGEST_CAPTION || text.codePoints().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw refused("说明至多 " + LONGEST_CAPTION + " 字，不能有换行等控制字符");
        }
        return words;
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }
}
