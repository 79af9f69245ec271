package cn.diming.core.inspection;

import static cn.diming.core.inspection.Inspections.refused;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.inspection.FieldRecord.FieldPhoto;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What telephones send of a round: records and photos in pieces, after hours without a line. Telephones made the ids, so what comes
 * twice is there once; each record is its side's alone, so nobody's overwrites anybody else's.
 */
public final class FieldWork {

    private final Inspections inspections;
    private final Media media;

    public FieldWork(Inspections inspections, Media media) {
        this.inspections = inspections;
        this.media = media;
    }

    /** Rounds in the field in which the actor's side takes part. */
    public List<RoundFile> own(Actor actor) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        return inspections.list(actor, Optional.empty()).stream()
                .filter(round -> round.state() == RoundState.FIELD)
                .filter(round -> round.sideOf(actor.jurisdiction()).isPresent())
                .map(inspections::file)
                .toList();
    }

    /**
     * Takes a record in. The same revision again, or an older one, changes nothing. One that comes late, when the round waits for
     * signatures already, takes it back to the field and voids them: what was found outside is not lost.
     *
     * @throws NotFound when the id is the other side's
     * @throws Refused for faults of form, or a round that has not begun or is filed
     */
    public FieldRecord put(Actor actor, long roundId, FieldRecordDraft draft) {
        return inspections.core().journal().write(actor, changes -> {
            changes.seq();
            InspectionRound round = inspections.access().visible(actor, roundId);
            Side side = RoundAccess.requireOwnSide(actor, round);
            Optional<FieldRecord> known = inspections.records().find(draft.clientId());
            known.ifPresent(record -> requireOwn(record, round, side));
            if (known.filter(record -> record.revision() >= draft.revision()).isPresent()) {
                return known.get();
            }
            requireField(round);
            Finding finding = checked(round, draft);
            refusePhotos(round, known, draft);
            if (known.isPresent()) {
                inspections.records().revise(changes, known.get(), draft, finding);
            } else {
                inspections.records().insert(changes, roundId, side, draft, finding);
            }
            FieldRecord kept = inspections.records().find(draft.clientId()).orElseThrow();
            log(changes, round, known.isPresent() ? "revise-record" : "add-record", kept);
            inspections.changed(changes, round, side.title() + "补充了外业记录");
            return kept;
        });
    }

    private void log(ChangeSet changes, InspectionRound round, String action, FieldRecord record) {
        inspections.log(
                changes,
                action,
                round,
                Optional.of(record.clientId() + " " + record.revision() + " " + FindingText.write(record.finding())));
    }

    private static void requireOwn(FieldRecord record, InspectionRound round, Side side) {
        if (record.roundId() != round.id() || record.side() != side) {
            throw new NotFound("本方没有这条记录");
        }
    }

    private static void requireField(InspectionRound round) {
        Inspections.requireOpen(round);
        if (round.state() == RoundState.PLANNED) {
            throw refused("联检还没有开始外业");
        }
    }

    /** The finding with what only this side of the line can know: the offset in metres. */
    private Finding checked(InspectionRound round, FieldRecordDraft draft) {
        return switch (draft.finding()) {
            case Finding.MarkerCheck check -> check.withOffset(offset(marker(round, check.markerId()), check));
            case Finding.SegmentCheck segment -> {
                double length = new LineMeasure(inspections.version(round).geometry()).lengthMetres();
                if (segment.toMetres() > length + 1) {
                    throw refused("界线段超出界线长度 " + Math.round(length) + " 米");
                }
                yield segment;
            }
        };
    }

    private BoundaryMarker marker(InspectionRound round, long id) {
        BoundaryLine line = inspections.line(round);
        return inspections.core().markers().of(line).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> refused("编号 " + id + " 不是这条界线的界桩"));
    }

    private static OptionalDouble offset(BoundaryMarker marker, Finding.MarkerCheck check) {
        return check.fix().isPresent() && marker.position().isPresent()
                ? OptionalDouble.of(Ellipsoid.distanceMetres(
                        marker.position().get(), check.fix().get().at()))
                : OptionalDouble.empty();
    }

    private void refusePhotos(InspectionRound round, Optional<FieldRecord> known, FieldRecordDraft draft) {
        int most = inspections.rules(inspections.line(round)).mostPhotos();
        List<UUID> all = new ArrayList<>(
                known.map(record -> record.photos().stream().map(FieldPhoto::id).toList())
                        .orElse(List.of()));
        draft.photos().stream()
                .map(FieldRecordDraft.PhotoDraft::id)
                .filter(id -> !all.contains(id))
                .forEach(all::add);
        if (all.size() > most) {
            throw refused("一条记录至多 " + most + " 张照片");
        }
        long limit = media.uploads().limit(MediaItem.Kind.PHOTO);
        for (FieldRecordDraft.PhotoDraft photo : draft.photos()) {
            if (photo.bytes() < 1 || photo.bytes() > limit) {
                throw refused("照片过大或是空的，至多 " + limit / 1_000_000 + " MB");
            }
            requireNew(known, photo.id());
        }
    }

    private void requireNew(Optional<FieldRecord> known, UUID photo) {
        boolean foreign = inspections
                .records()
                .findPhoto(photo)
                .filter(one ->
                        known.filter(record -> record.id() == one.recordId()).isEmpty())
                .isPresent();
        if (foreign) {
            throw refused("照片编号 " + photo + " 已属于另一条记录");
        }
    }

    /**
     * The other side says that it was there when a marker was repaired or set anew (Art. 6).
     *
     * @param revision that was seen; a later one has to be confirmed again
     * @throws Refused for one's own record, one that needs none, or another revision
     */
    public FieldRecord confirm(Actor actor, UUID clientId, int revision) {
        return inspections.core().journal().write(actor, changes -> {
            changes.seq();
            FieldRecord record = inspections.records().find(clientId).orElseThrow(() -> new NotFound("没有这条联检记录"));
            InspectionRound round = inspections.access().visible(actor, record.roundId());
            Side side = RoundAccess.requireOwnSide(actor, round);
            requireField(round);
            if (record.side() == side) {
                throw refused("修复、重埋须由毗邻一方确认，本方不能自行确认（《行政区域界线管理条例》第六条）");
            }
            if (!record.needsConfirmation() || record.withdrawn()) {
                throw refused("这条记录没有修复或重埋界桩，不需要确认");
            }
            if (record.revision() != revision) {
                throw refused("这条记录已有修改，请重新查看后再确认");
            }
            if (record.isConfirmed()) {
                return record;
            }
            inspections.records().confirm(changes, record);
            log(changes, round, "confirm-record", record);
            inspections.changed(changes, round, side.title() + "确认了外业记录");
            return inspections.records().find(clientId).orElseThrow();
        });
    }

    /**
     * A photo and how much of it has come.
     *
     * @param offset where the next piece begins; its length when nothing more is to come
     */
    public record Progress(FieldPhoto photo, long offset) {}

    public Progress progress(FieldPhoto photo) {
        return new Progress(
                photo, photo.isSettled() ? photo.bytes() : media.uploads().received(photo.id()));
    }

    /** @throws NotFound when nobody announced it in a record of this actor's side */
    public Progress progress(Actor actor, UUID photoId) {
        return progress(ownPhoto(actor, photoId));
    }

    /** Takes the next piece of a photo; one that begins elsewhere changes nothing, and the answer says where to go on. */
    public Progress receive(Actor actor, UUID photoId, long offset, InputStream piece) {
        FieldPhoto photo = ownPhoto(actor, photoId);
        if (photo.isSettled()) {
            return new Progress(photo, photo.bytes());
        }
        long received = media.uploads().receive(photoId, offset, photo.bytes(), piece);
        if (received < photo.bytes()) {
            return new Progress(photo, received);
        }
        settle(actor, photo);
        return progress(actor, photoId);
    }

    private void settle(Actor actor, FieldPhoto photo) {
        media.uploads()
                .finish(
                        photo.id(),
                        MediaItem.Kind.PHOTO,
                        (sound, refusal) -> inspections.core().journal().write(actor, changes -> {
                            changes.seq();
                            Optional<MediaItem> kept = sound.map(one ->
                                    media.uploads().keep(changes, one, RecordKind.INSPECTION_RECORD, photo.recordId()));
                            inspections
                                    .records()
                                    .settle(
                                            photo,
                                            kept.map(item -> OptionalLong.of(item.id()))
                                                    .orElse(OptionalLong.empty()),
                                            kept.map(MediaItem::sha256),
                                            refusal);
                            return true;
                        }));
    }

    private FieldPhoto ownPhoto(Actor actor, UUID photoId) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        FieldPhoto photo = inspections.records().findPhoto(photoId).orElseThrow(FieldWork::unknownPhoto);
        FieldRecord record = inspections.records().find(photo.recordId()).orElseThrow(FieldWork::unknownPhoto);
        InspectionRound round = inspections.store().find(record.roundId()).orElseThrow(FieldWork::unknownPhoto);
        if (!round.isOf(record.side(), actor.jurisdiction())) {
            throw unknownPhoto();
        }
        return photo;
    }

    private static NotFound unknownPhoto() {
        return new NotFound("没有这张照片，请先上报记录再传照片");
    }

    /** @throws NotFound when there is no such photo in a round that the actor may see */
    public MediaFile file(Actor actor, long roundId, long mediaId, MediaSize size) {
        return media(inspections.get(actor, roundId), mediaId)
                .flatMap(item -> media.fileOf(item, size))
                .orElseThrow(() -> new NotFound("没有这张照片"));
    }

    private Optional<MediaItem> media(RoundFile file, long mediaId) {
        return file.records().stream()
                .flatMap(record -> record.photos().stream())
                .filter(photo -> photo.mediaId().equals(OptionalLong.of(mediaId)))
                .findFirst()
                .flatMap(photo -> media.of(RecordKind.INSPECTION_RECORD, photo.recordId()).stream()
                        .filter(item -> item.id() == mediaId)
                        .findFirst());
    }
}
