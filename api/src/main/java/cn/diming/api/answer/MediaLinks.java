package cn.diming.api.answer;

import cn.diming.core.media.MediaItem;
import java.util.Optional;

/** Where photos and recordings are fetched from. */
public final class MediaLinks {

    public static String full(MediaItem item) {
        return full(item.sha256());
    }

    /** Of a file that is known by its content alone. */
    public static String full(String sha256) {
        return "/media/" + sha256;
    }

    /** Photos only. */
    public static Optional<String> small(MediaItem item) {
        return item.kind() == MediaItem.Kind.PHOTO ? Optional.of(full(item) + "?size=small") : Optional.empty();
    }

    private MediaLinks() {}
}
