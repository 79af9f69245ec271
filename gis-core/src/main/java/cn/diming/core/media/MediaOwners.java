package cn.diming.core.media;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/** Which photos belong to which record, for steps that are proved by one. */
public final class MediaOwners {

    private final MediaStore store;

    public MediaOwners(Db db) {
        this.store = new MediaStore(db);
    }

    /** @throws Refused when the photo was not added to that very record before */
    public void requirePhoto(RecordKind kind, long recordId, Optional<String> sha256) {
        boolean missing = sha256.isPresent()
                && store.list(kind, recordId).stream()
                        .noneMatch(item -> item.kind() == MediaItem.Kind.PHOTO
                                && item.sha256().equals(sha256.get()));
        if (missing) {
            throw new Refused(List.of("这张照片不属于这条记录，请先上传"));
        }
    }
}
