package cn.diming.core.collect;

import cn.diming.core.media.MediaItem;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A photo or recording of a report.
 *
 * @param bytes its length as announced
 * @param mediaId what it became, once it has come whole
 * @param refusal why it was not kept
 */
public record ReportFile(
        UUID id, long reportId, MediaItem.Kind kind, long bytes, OptionalLong mediaId, Optional<String> refusal) {

    /** Whether nothing more is to come. */
    public boolean isSettled() {
        return mediaId.isPresent() || refusal.isPresent();
    }
}
