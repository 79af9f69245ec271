package cn.diming.core.inspection;

import cn.diming.core.record.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A record as a telephone sends it, once or many times.
 *
 * @param clientId made by the telephone; the same id is the same record
 * @param revision counts up when it is changed; an older one changes nothing
 * @param withdrawn written by mistake; it stays, and counts for nothing
 * @param photos what will follow in pieces
 */
public record FieldRecordDraft(
        UUID clientId, int revision, boolean withdrawn, Finding finding, Instant checkedAt, List<PhotoDraft> photos) {

    /** A photo that is announced: its id is made by the telephone, too. */
    public record PhotoDraft(UUID id, PhotoPhase phase, long bytes) {}

    /** @throws Refused with a sentence for each fault */
    public FieldRecordDraft {
        photos = List.copyOf(photos);
        List<String> faults = new ArrayList<>();
        if (revision < 1) {
            faults.add("版次应从 1 起");
        }
        if (photos.stream().map(PhotoDraft::id).distinct().count() < photos.size()) {
            faults.add("同一张照片重复给出");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
