package cn.diming.api.village;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.LocalCategory;
import cn.diming.api.generated.model.LocalEntry;
import cn.diming.api.generated.model.LocalEntryDraft;
import cn.diming.api.generated.model.LocalMedia;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.StoredRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of 地名+ field by field. */
@Component
final class LocalEntryDtos {

    private static final String STORED_CRS = "EPSG:4490";

    private final Core core;
    private final Media media;
    private final Precision precision;

    LocalEntryDtos(Core core, Media media, Precision precision) {
        this.core = core;
        this.media = media;
        this.precision = precision;
    }

    static cn.diming.core.record.LocalCategory category(LocalCategory category) {
        return cn.diming.core.record.LocalCategory.valueOf(category.getValue());
    }

    static cn.diming.core.village.LocalEntryDraft draft(LocalEntryDraft wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "summary", wanted.getSummary());
        put(texts, "description", wanted.getDescription());
        put(texts, "season", wanted.getSeason());
        put(texts, "price", wanted.getPrice());
        put(texts, "delivery", wanted.getDelivery());
        put(texts, "address", wanted.getAddress());
        put(texts, "phone", wanted.getPhone());
        put(texts, "opening_hours", wanted.getOpeningHours());
        return new cn.diming.core.village.LocalEntryDraft(
                wanted.getName(),
                category(wanted.getCategory()),
                Optional.ofNullable(wanted.getDivisionCode()),
                Given.number(wanted.getPlaceId()),
                texts,
                wanted.getPublished(),
                Optional.ofNullable(wanted.getGeometry()).map(json -> GeoJson.read(json, wanted.getCrs())));
    }

    private static void put(Map<String, String> texts, String column, @Nullable String words) {
        if (words != null) {
            texts.put(column, words);
        }
    }

    LocalEntry entry(Actor actor, StoredRecord stored) {
        LocalEntry entry = new LocalEntry(
                stored.id(),
                stored.version(),
                stored.title(),
                LocalCategory.fromValue(stored.text("category").orElseThrow()),
                stored.text("status").filter("PUBLISHED"::equals).isPresent(),
                media.of(actor, stored).stream().map(LocalEntryDtos::media).toList());
        words(stored, "summary", entry::summary);
        words(stored, "description", entry::description);
        words(stored, "season", entry::season);
        words(stored, "price", entry::price);
        words(stored, "delivery", entry::delivery);
        words(stored, "address", entry::address);
        words(stored, "phone", entry::phone);
        words(stored, "opening_hours", entry::openingHours);
        where(actor, stored, entry);
        return entry.updatedAt(Times.of(stored.updatedAt()));
    }

    private static void words(StoredRecord stored, String column, Consumer<String> into) {
        stored.text(column).ifPresent(into);
    }

    private void where(Actor actor, StoredRecord stored, LocalEntry entry) {
        stored.divisionCode().ifPresent(code -> {
            entry.divisionCode(code);
            core.divisions().find(code).ifPresent(division -> entry.divisionName(division.name()));
        });
        stored.number("place_id")
                .flatMap(id -> core.store().find(id))
                .ifPresent(place -> entry.placeId(place.id()).placeName(place.title()));
        stored.geometry().filter(shape -> !shape.isEmpty()).ifPresent(shape -> {
            entry.geometry(GeoJson.write(shape, OutputCrs.parse(STORED_CRS, precision.decimalsFor(actor))));
            if (shape.getDimension() == 1) {
                entry.lengthMetres((double) Math.round(Ellipsoid.lengthMetres(shape)));
            }
        });
    }

    private static LocalMedia media(MediaItem item) {
        LocalMedia dto = new LocalMedia(
                item.id(), LocalMedia.KindEnum.fromValue(item.kind().name()), MediaLinks.full(item));
        MediaLinks.small(item).ifPresent(dto::thumbnailUrl);
        item.caption().ifPresent(dto::caption);
        return dto;
    }
}
