package cn.diming.api.media;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.MediaApi;
import cn.diming.api.generated.model.MediaChange;
import cn.diming.api.generated.model.MediaItem;
import cn.diming.api.generated.model.MediaList;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaSize;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes, lists and shows photos and recordings. */
@RestController
class MediaController implements MediaApi {

    /** Shared caches keep none: what is public today may not be tomorrow. */
    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();

    private final Media media;
    private final Visitor visitor;

    MediaController(Media media, Visitor visitor) {
        this.media = media;
        this.visitor = visitor;
    }

    @Override
    public ResponseEntity<MediaList> listMedia(Long id) {
        return ResponseEntity.ok(list(media.list(visitor.actor(), id)));
    }

    @Override
    public ResponseEntity<MediaItem> addMedia(Long id, MultipartFile file, @Nullable String caption) {
        AccessPolicy.require(visitor.actor(), Action.REGISTER);
        try (InputStream in = file.getInputStream()) {
            var item = media.add(visitor.actor(), id, in, Optional.ofNullable(caption));
            return ResponseEntity.created(URI.create("/api/v1/places/" + id + "/media/" + item.id()))
                    .body(item(item));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException("reading an upload", broken);
        }
    }

    @Override
    public ResponseEntity<MediaList> changeMedia(Long id, Long mediaId, MediaChange change) {
        OptionalInt position =
                change.getPosition() == null ? OptionalInt.empty() : OptionalInt.of(change.getPosition());
        Media.Edit edit = new Media.Edit(
                Optional.ofNullable(change.getCaption()), position, Optional.ofNullable(change.getStaffOnly()));
        return ResponseEntity.ok(list(media.change(visitor.actor(), id, mediaId, edit)));
    }

    @Override
    public ResponseEntity<Void> deleteMedia(Long id, Long mediaId) {
        media.remove(visitor.actor(), id, mediaId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Resource> getMedia(String sha256, String size) {
        MediaFile file = media.file(visitor.actor(), sha256, MediaSize.valueOf(size.toUpperCase(Locale.ROOT)));
        return FileAnswers.harmless(file)
                .cacheControl(CACHE)
                .eTag("\"" + sha256 + "-" + size + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(new FileSystemResource(file.path()));
    }

    private static MediaList list(List<cn.diming.core.media.MediaItem> items) {
        return new MediaList(items.stream().map(MediaController::item).toList());
    }

    private static MediaItem item(cn.diming.core.media.MediaItem stored) {
        MediaItem item = new MediaItem(
                stored.id(),
                MediaItem.KindEnum.fromValue(stored.kind().name()),
                MediaLinks.full(stored),
                stored.mediaType(),
                stored.bytes(),
                stored.position(),
                stored.staffOnly(),
                Times.of(stored.addedAt()));
        MediaLinks.small(stored).ifPresent(item::thumbnailUrl);
        stored.width().ifPresent(item::width);
        stored.height().ifPresent(item::height);
        stored.duration().map(Duration::toMillis).map(millis -> millis / 1000.0).ifPresent(item::durationSeconds);
        stored.caption().ifPresent(item::caption);
        stored.takenAt().map(Times::of).ifPresent(item::takenAt);
        return item;
    }
}
