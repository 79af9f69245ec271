package cn.diming.tiles;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.history.ProtectedName;
import cn.diming.core.history.ProtectionFilter;
import cn.diming.core.history.ProtectionList;
import cn.diming.core.history.ProtectionText;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.village.LocalEntries;
import cn.diming.core.village.LocalEntryFilter;
import cn.diming.tiles.sheet.Inserts;
import cn.diming.tiles.sheet.canvas.Photo;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.margin.TextBlock.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sheet tells beside its map: stories of protected names (地名管理条例 Art. 25) with photos, and of 地名+ what is published: stories,
 * produce, sights, routes, stays, and what the shops of the place sell.
 */
public final class SheetInserts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STORIES = 3;
    private static final int TALES = 3;
    private static final int PICTURES = 6;
    private static final int ENTRIES = 6;
    private static final int SHOPS = 8;

    /** More paragraphs would not fit beside each other on the back of a sheet of A4. */
    private static final int OFFERS = 10;

    private static final Set<LocalCategory> OFFERING =
            EnumSet.of(LocalCategory.PRODUCE, LocalCategory.SPOT, LocalCategory.ROUTE, LocalCategory.STAY);
    private static final int LONGEST_STORY = 110;
    private static final int LONGEST_OFFER = 60;

    private final ProtectionList protection;
    private final Media media;
    private final RecordStore store;
    private final LocalEntries entries;

    public SheetInserts(ProtectionList protection, Media media, RecordStore store, LocalEntries entries) {
        this.protection = protection;
        this.media = media;
        this.store = store;
        this.entries = entries;
    }

    /** Of one division; what cannot be read is named among the faults. */
    public Inserts of(Territory own) {
        List<ProtectedName> names = protection
                .list(
                        new ProtectionFilter(
                                Optional.empty(), Optional.of(own.prefix()), Optional.empty(), OptionalInt.empty()),
                        1,
                        PICTURES)
                .items();
        List<Inserts.Picture> pictures = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        names.forEach(name -> pictures(name, pictures, faults));
        return new Inserts(pictures, stories(names, own), offers(own), faults);
    }

    private List<Paragraph> stories(List<ProtectedName> names, Territory own) {
        Stream<Paragraph> ofNames = names.stream()
                .flatMap(name -> story(name).stream().map(text -> new Paragraph(name.name(), text)))
                .limit(STORIES);
        Stream<Paragraph> tales = told(own, LocalCategory.STORY)
                .flatMap(tale -> words(tale, List.of("description", "summary"), LONGEST_STORY).stream()
                        .map(text -> new Paragraph(tale.title(), text)))
                .limit(TALES);
        return Stream.concat(ofNames, tales).toList();
    }

    /** What is published of a category, the newest first; a sheet is for everybody, whoever orders it. */
    private Stream<StoredRecord> told(Territory own, LocalCategory category) {
        return entries
                .list(
                        Actor.PUBLIC,
                        new LocalEntryFilter(
                                own.prefix(),
                                Optional.of(category),
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.empty()),
                        ENTRIES)
                .stream();
    }

    /** The first of these columns that says something, in one line. */
    private static Optional<String> words(StoredRecord record, List<String> columns, int longest) {
        return columns.stream()
                .flatMap(column -> record.text(column).stream())
                .map(text -> text.strip().replaceAll("\\s*\\n\\s*", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> shortened(text, longest))
                .findFirst();
    }

    private static Optional<String> story(ProtectedName name) {
        return Stream.of(ProtectionText.LEGENDS, ProtectionText.ORIGIN, ProtectionText.MEANING)
                .flatMap(what -> name.text(what).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> shortened(text, LONGEST_STORY))
                .findFirst();
    }

    private void pictures(ProtectedName name, List<Inserts.Picture> pictures, List<String> faults) {
        if (name.placeId().isEmpty() || pictures.size() >= PICTURES) {
            return;
        }
        long place = name.placeId().getAsLong();
        media.of(RecordKind.PLACE, place).stream()
                .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                .findFirst()
                .ifPresent(item -> photo(item)
                        .ifPresentOrElse(
                                photo -> pictures.add(new Inserts.Picture(
                                        photo, item.caption().orElse(name.name()), Optional.of(place))),
                                () -> faults.add("照片缺失或已损坏：" + name.name())));
    }

    private Optional<Photo> photo(MediaItem item) {
        Optional<Path> file = media.photo(item, MediaSize.MEDIUM);
        try {
            return file.isEmpty() ? Optional.empty() : Photo.read(Files.readAllBytes(file.get()));
        } catch (IOException unreadable) {
            return Optional.empty(); // told as missing, like one that is not there
        }
    }

    private List<Paragraph> offers(Territory own) {
        List<Paragraph> offers = OFFERING.stream()
                .flatMap(category -> told(own, category)
                        .flatMap(entry -> words(entry, List.of("summary", "description"), LONGEST_OFFER).stream()
                                .map(text -> new Paragraph(entry.title(), category.title() + "：" + text))))
                .limit(ENTRIES)
                .toList();
        return Stream.concat(offers.stream(), shops(own).stream()).limit(OFFERS).toList();
    }

    private List<Paragraph> shops(Territory own) {
        List<StoredRecord> offering = new ArrayList<>();
        store.forEach(RecordKind.SHOP, shop -> {
            boolean here = shop.divisionCode().orElse("").startsWith(own.prefix());
            if (here && isOpen(shop) && offer(shop).isPresent()) {
                offering.add(shop);
            }
        });
        return offering.stream()
                .sorted(Comparator.comparingLong(StoredRecord::id))
                .limit(SHOPS)
                .map(shop -> new Paragraph(shop.title(), offer(shop).orElseThrow()))
                .toList();
    }

    private static boolean isOpen(StoredRecord shop) {
        return Disclosure.isPublic(shop)
                && shop.text("status").filter("RETIRED"::equals).isEmpty();
    }

    private static Optional<String> offer(StoredRecord shop) {
        List<String> words = new ArrayList<>();
        shop.text("products").ifPresent(json -> products(json, words));
        shop.text("description").ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(shortened(String.join("、", words), LONGEST_OFFER));
    }

    private static void products(String json, List<String> words) {
        try {
            for (JsonNode product : JSON.readTree(json)) {
                product.asStringOpt()
                        .or(() -> product.path("name").asStringOpt())
                        .filter(name -> !name.isBlank())
                        .ifPresent(words::add);
            }
        } catch (JacksonException broken) {
            words.clear(); // products that are no list are not told; the shop itself is on the map
        }
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
