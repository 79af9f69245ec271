package cn.diming.core.shop;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.NotFound;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The photos of a filing, and those of them that are on the public page. */
final class FilingPhotos {

    private static final int LICENCES = 2;
    private static final Media.Edit FIRST = new Media.Edit(Optional.empty(), OptionalInt.of(0), Optional.empty());

    private final Shops.Setting core;
    private final Media media;
    private final ShopFilingStore store;

    FilingPhotos(Shops.Setting core, Media media, ShopFilingStore store) {
        this.core = core;
        this.media = media;
        this.store = store;
    }

    List<ShopPhoto> of(long filing) {
        Map<Long, PhotoPurpose> purposes = store.purposes(filing);
        return media.of(RecordKind.SHOP_FILING, filing).stream()
                .filter(item -> purposes.containsKey(item.id()))
                .map(item -> new ShopPhoto(item, purposes.getOrDefault(item.id(), PhotoPurpose.LICENCE)))
                .toList();
    }

    Media.Fresh take(InputStream in) {
        return media.takePhoto(in);
    }

    void add(ChangeSet changes, ShopFiling filing, Media.Fresh fresh, PhotoPurpose purpose) {
        List<ShopPhoto> known = of(filing.id());
        long ofThat = known.stream()
                .filter(photo -> photo.purpose().isPublic() == purpose.isPublic())
                .count();
        int most = purpose.isPublic()
                ? ShopRules.of(core.profiles(), filing.divisionCode()).photos()
                : LICENCES;
        if (ofThat >= most) {
            throw Words.refused(purpose.isPublic() ? "照片至多 " + most + " 张" : "营业执照照片至多 " + most + " 张");
        }
        MediaItem item = media.keep(changes, fresh, RecordKind.SHOP_FILING, filing.id());
        if (purpose == PhotoPurpose.FRONT) {
            known.stream()
                    .filter(photo -> photo.purpose() == PhotoPurpose.FRONT)
                    .forEach(
                            photo -> store.insertPhoto(filing.id(), photo.item().id(), PhotoPurpose.GENERAL));
        }
        store.insertPhoto(filing.id(), item.id(), purpose);
    }

    void remove(long filing, long photoId) {
        ShopPhoto photo = find(filing, photoId);
        store.deletePhoto(photoId);
        media.release(photo.item());
    }

    void removeAll(long filing) {
        of(filing).forEach(photo -> remove(filing, photo.item().id()));
    }

    ShopPhoto find(long filing, long photoId) {
        return of(filing).stream()
                .filter(photo -> photo.item().id() == photoId)
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这张照片"));
    }

    MediaFile file(long filing, long photoId, MediaSize size) {
        return media.fileOf(find(filing, photoId).item(), size).orElseThrow(() -> new NotFound("没有这张照片"));
    }

    /** Whether the public page has other photos than the filing. */
    boolean differ(ShopFiling filing) {
        return filing.shopId().isPresent()
                && !contents(media.of(RecordKind.SHOP, filing.shopId().getAsLong()))
                        .equals(contents(shown(filing.id())));
    }

    private static List<String> contents(List<MediaItem> items) {
        return items.stream().map(MediaItem::sha256).sorted().toList();
    }

    /** What the public sees: the front first. */
    private List<MediaItem> shown(long filing) {
        List<ShopPhoto> photos = of(filing);
        return Stream.of(PhotoPurpose.FRONT, PhotoPurpose.GENERAL)
                .flatMap(purpose -> photos.stream().filter(photo -> photo.purpose() == purpose))
                .map(ShopPhoto::item)
                .toList();
    }

    /** Makes the photos of the record those of the filing, without the licence. */
    void publish(ChangeSet changes, long filing, long shop) {
        List<MediaItem> wanted = shown(filing);
        List<String> contents = contents(wanted);
        for (MediaItem old : media.of(RecordKind.SHOP, shop)) {
            if (!contents.contains(old.sha256())) {
                media.remove(changes.actor(), shop, old.id());
            }
        }
        media.copy(changes, wanted, shop);
        wanted.stream().findFirst().ifPresent(front -> putFirst(changes, shop, front));
    }

    /** The front is what a page and a poster begin with, also when it came last. */
    private void putFirst(ChangeSet changes, long shop, MediaItem front) {
        media.of(RecordKind.SHOP, shop).stream()
                .skip(1)
                .filter(item -> item.sha256().equals(front.sha256()))
                .findFirst()
                .ifPresent(item -> media.change(changes.actor(), shop, item.id(), FIRST));
    }

    /** Takes from the filing what it has more, and gives it what it has less than the record. */
    void restore(ChangeSet changes, ShopFiling filing) {
        List<MediaItem> published = media.of(RecordKind.SHOP, filing.shopId().orElseThrow());
        List<String> contents = contents(published);
        for (ShopPhoto photo : of(filing.id())) {
            if (photo.purpose().isPublic() && !contents.contains(photo.item().sha256())) {
                remove(filing.id(), photo.item().id());
            }
        }
        List<String> left = contents(shown(filing.id()));
        for (MediaItem item : published) {
            if (!left.contains(item.sha256())) {
                MediaItem again = media.keep(changes, Media.fresh(item), RecordKind.SHOP_FILING, filing.id());
                store.insertPhoto(filing.id(), again.id(), PhotoPurpose.GENERAL);
            }
        }
    }
}
