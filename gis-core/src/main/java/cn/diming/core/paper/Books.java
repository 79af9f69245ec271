package cn.diming.core.paper;

import cn.diming.core.change.RecordKind;
import cn.diming.core.history.ProtectedName;
import cn.diming.core.history.ProtectionClass;
import cn.diming.core.history.ProtectionMeasure;
import cn.diming.core.history.ProtectionText;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.paper.ProtectionBook.BookPicture;
import cn.diming.core.paper.ProtectionBook.Chapter;
import cn.diming.core.paper.ProtectionBook.IndexLine;
import cn.diming.core.paper.ProtectionBook.ProtectedEntry;
import cn.diming.core.record.NameKey;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the protection list into a book. */
final class Books {

    private static final int MOST_PICTURES = 4;

    private final RecordStore records;
    private final Offices offices;
    private final Media media;

    Books(RecordStore records, Offices offices, Media media) {
        this.records = records;
        this.offices = offices;
        this.media = media;
    }

    /** @param area code of the division whose book it is */
    ProtectionBook book(String area, List<ProtectedName> names, LocalDate day) {
        List<Chapter> chapters = Stream.of(ProtectionClass.values())
                .map(one -> new Chapter(one.title(), entries(names, one)))
                .filter(chapter -> !chapter.entries().isEmpty())
                .toList();
        return new ProtectionBook(offices.address(area), offices.bureau(area), day, chapters, index(names));
    }

    private List<ProtectedEntry> entries(List<ProtectedName> names, ProtectionClass of) {
        return names.stream()
                .filter(name -> name.protectionClass() == of)
                .map(this::entry)
                .toList();
    }

    private ProtectedEntry entry(ProtectedName name) {
        return new ProtectedEntry(
                name.id(),
                name.name(),
                name.romanised(),
                Optional.of(offices.address(name.divisionCode())),
                new ProtectedEntry.Words(
                        name.text(ProtectionText.MEANING),
                        name.text(ProtectionText.ORIGIN),
                        name.text(ProtectionText.EVOLUTION),
                        name.text(ProtectionText.EVENTS),
                        name.text(ProtectionText.PEOPLE),
                        name.text(ProtectionText.LEGENDS),
                        measures(name),
                        formerNames(name)),
                name.placeId().isPresent() ? pictures(name.placeId().getAsLong()) : List.of());
    }

    private static Optional<String> measures(ProtectedName name) {
        String kinds =
                name.measures().stream().sorted().map(ProtectionMeasure::title).collect(Collectors.joining("、"));
        String all = Stream.concat(Stream.of(kinds), name.text(ProtectionText.MEASURES_TEXT).stream())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("。"));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Optional<String> formerNames(ProtectedName name) {
        if (name.placeId().isEmpty()) {
            return Optional.empty();
        }
        long place = name.placeId().getAsLong();
        String former = records.namesOf(List.of(place)).getOrDefault(place, List.of()).stream()
                .filter(one -> one.kind() == RecordDraft.NameKind.FORMER)
                .map(RecordDraft.Name::text)
                .collect(Collectors.joining("、"));
        return former.isEmpty() ? Optional.empty() : Optional.of(former);
    }

    /** By the letters of the names. */
    private static List<IndexLine> index(List<ProtectedName> names) {
        Map<ProtectedName, String> keys = names.stream()
                .collect(Collectors.toMap(name -> name, name -> NameKey.of(name.name(), name.romanised())));
        List<ProtectedName> ordered = names.stream()
                .sorted(Comparator.comparing((ProtectedName name) -> keys.getOrDefault(name, ""))
                        .thenComparing(ProtectedName::name)
                        .thenComparing(ProtectedName::id))
                .toList();
        List<IndexLine> lines = new ArrayList<>();
        String before = "";
        for (ProtectedName name : ordered) {
            String key = keys.getOrDefault(name, "");
            String letter = key.isEmpty() ? "" : key.substring(0, 1).toUpperCase(Locale.ROOT);
            lines.add(new IndexLine(
                    name.id(),
                    name.name(),
                    name.protectionClass().title(),
                    letter.equals(before) ? Optional.empty() : Optional.of(letter)));
            before = letter;
        }
        return lines;
    }

    private List<BookPicture> pictures(long placeId) {
        return media.of(RecordKind.PLACE, placeId).stream()
                .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                .flatMap(this::picture)
                .limit(MOST_PICTURES)
                .toList();
    }

    private Stream<BookPicture> picture(MediaItem photo) {
        return media.photo(photo, MediaSize.MEDIUM).stream()
                .flatMap(file -> BookPicture.read(file, photo.caption()).stream());
    }
}
