package cn.diming.core.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A record from the field.
 *
 * @param confirmation of the other side, for what takes both
 */
public record FieldRecord(
        long id,
        UUID clientId,
        long roundId,
        Side side,
        int revision,
        boolean withdrawn,
        Finding finding,
        Instant checkedAt,
        Instant receivedAt,
        OptionalLong accountId,
        Optional<Confirmation> confirmation,
        List<FieldPhoto> photos) {

    public FieldRecord {
        photos = List.copyOf(photos);
    }

    /** The other side was there; it says so of one revision. */
    public record Confirmation(int revision, Instant at, OptionalLong accountId) {}

    /**
     * A photo.
     *
     * @param mediaId what it became, once it has come whole
     * @param refusal why it was not kept
     */
    public record FieldPhoto(
            UUID id,
            long recordId,
            PhotoPhase phase,
            long bytes,
            OptionalLong mediaId,
            Optional<String> sha256,
            Optional<String> refusal) {

        /** Whether nothing more is to come. */
        public boolean isSettled() {
            return mediaId.isPresent() || refusal.isPresent();
        }
    }

    public Optional<Finding.MarkerCheck> marker() {
        return finding instanceof Finding.MarkerCheck check ? Optional.of(check) : Optional.empty();
    }

    public Optional<Finding.SegmentCheck> segment() {
        return finding instanceof Finding.SegmentCheck check ? Optional.of(check) : Optional.empty();
    }

    /** Whether something was done that takes both sides. */
    public boolean needsConfirmation() {
        return marker().filter(check -> check.action().needsBothSides()).isPresent();
    }

    /** Whether the other side has confirmed it as it stands now. */
    public boolean isConfirmed() {
        return confirmation.filter(one -> one.revision() == revision).isPresent();
    }

    /** How many sound photos of a phase it has. */
    long photos(PhotoPhase phase) {
        return photos.stream()
                .filter(photo -> photo.phase() == phase && photo.mediaId().isPresent())
                .count();
    }
}
