package cn.diming.api.place;

import cn.diming.api.answer.Attributes;
import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.NameKind;
import cn.diming.api.generated.model.NamePeriod;
import cn.diming.api.generated.model.Photo;
import cn.diming.api.generated.model.PlaceCard;
import cn.diming.api.generated.model.Registration;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.search.PlaceSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Puts together everything that is known of a record. */
@Component
final class PlaceCards {

    private static final String SOURCE = "source";

    private final Core core;
    private final Media media;
    private final Neighbours neighbours;

    PlaceCards(Core core, Media media, PlaceSearch search) {
        this.core = core;
        this.media = media;
        this.neighbours = new Neighbours(core.divisions(), core.store(), search);
    }

    /** @throws NotFound for records that have no card */
    PlaceCard card(Actor actor, StoredRecord record, OutputCrs crs) {
        var kind = CardKinds.find(record).orElseThrow(() -> new NotFound("没有编号为 " + record.id() + " 的记录"));
        List<Division> chain = chain(record);
        PlaceCard card = new PlaceCard(
                record.id(),
                kind,
                record.title(),
                CardKinds.status(record),
                names(record),
                registrations(record),
                Divisions.refs(chain),
                crs.id(),
                Attributes.read(record),
                photos(actor, record),
                neighbours.of(record, kind, crs),
                (long) record.version());
        texts(card, record);
        address(record, chain).ifPresent(card::address);
        record.divisionCode().ifPresent(card::divisionCode);
        place(card, record, crs);
        source(card, record);
        return card.updatedAt(Times.of(record.updatedAt()));
    }

    private static void texts(PlaceCard card, StoredRecord record) {
        record.text("class_code").ifPresent(card::classCode);
        className(record).ifPresent(card::className);
        record.text("specific_term").ifPresent(card::specificTerm);
        record.text("generic_term").ifPresent(card::genericTerm);
        record.text("romanised").ifPresent(card::romanised);
        record.text("meaning").ifPresent(card::meaning);
        record.text("origin").ifPresent(card::origin);
        record.text("history").ifPresent(card::history);
    }

    private static Optional<String> className(StoredRecord record) {
        return switch (record.kind()) {
            case DIVISION ->
                record.number("level").map(level -> ClassNames.ofDivision(DivisionLevel.of(level.intValue())));
            case DOOR_PLATE -> Optional.of("门牌");
            default -> ClassNames.name(record.text("class_code").or(() -> record.text("category")));
        };
    }

    /** The divisions above it; of a division, without itself. */
    private List<Division> chain(StoredRecord record) {
        return record.divisionCode()
                .map(code -> core.divisions().chain(code).stream()
                        .filter(division -> division.id() != record.id())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> address(StoredRecord record, List<Division> chain) {
        Optional<String> written = record.text("address");
        String names =
                String.join("", chain.stream().map(Division::name).distinct().toList());
        return written.or(() -> names.isEmpty() ? Optional.empty() : Optional.of(names));
    }

    private List<NamePeriod> names(StoredRecord record) {
        List<NamePeriod> names = new ArrayList<>();
        NamePeriod own = new NamePeriod(record.title(), NameKind.STANDARD);
        record.text("romanised").ifPresent(own::romanised);
        date(record.values().get("valid_from")).ifPresent(own::from);
        date(record.values().get("valid_to")).ifPresent(own::to);
        List<RecordDraft.Name> further =
                core.store().namesOf(List.of(record.id())).getOrDefault(record.id(), List.of());
        if (further.stream().noneMatch(name -> name.text().equals(record.title()))) {
            names.add(own);
        }
        further.stream().map(PlaceCards::name).forEach(names::add);
        return names;
    }

    private static NamePeriod name(RecordDraft.Name name) {
        NamePeriod period =
                new NamePeriod(name.text(), NameKind.fromValue(name.kind().name()));
        name.romanised().ifPresent(period::romanised);
        date(name.from().orElse(null)).ifPresent(period::from);
        date(name.to().orElse(null)).ifPresent(period::to);
        return period;
    }

    /** New Year's Day stands for a year of which no more is known: sources mostly give years. */
    private static Optional<String> date(@Nullable Object value) {
        return value instanceof LocalDate date
                ? Optional.of(date.getDayOfYear() == 1 ? Integer.toString(date.getYear()) : date.toString())
                : Optional.empty();
    }

    private List<Registration> registrations(StoredRecord record) {
        return core.store().registrationsOf(record.id()).stream()
                .map(entry -> {
                    Registration registration = new Registration(entry.classCode());
                    PlaceClasses.name(entry.classCode()).ifPresent(registration::className);
                    entry.placeCode().ifPresent(registration::code);
                    return registration;
                })
                .toList();
    }

    private List<Photo> photos(Actor actor, StoredRecord record) {
        return media.of(actor, record).stream()
                .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                .map(stored -> {
                    Photo photo = new Photo(stored.id(), MediaLinks.full(stored));
                    MediaLinks.small(stored).ifPresent(photo::thumbnailUrl);
                    stored.caption().ifPresent(photo::caption);
                    stored.takenAt().map(Times::of).ifPresent(photo::takenAt);
                    return photo;
                })
                .toList();
    }

    private static void place(PlaceCard card, StoredRecord record, OutputCrs crs) {
        record.position().map(crs::position).ifPresent(at -> card.lon(at.x()).lat(at.y()));
        record.box().map(crs::box).ifPresent(card::bbox);
        record.geometry().filter(geometry -> !geometry.isEmpty()).ifPresent(geometry -> {
            card.geometry(GeoJson.write(geometry, crs));
            measure(card, geometry);
        });
    }

    private static void measure(PlaceCard card, Geometry geometry) {
        if (geometry.getDimension() == 1) {
            card.lengthMetres(Math.round(Ellipsoid.lengthMetres(geometry) * 10) / 10.0);
        } else if (geometry.getDimension() == 2) {
            card.areaSquareMetres((double) Math.round(Ellipsoid.areaSquareMetres(geometry)));
        }
    }

    private void source(PlaceCard card, StoredRecord record) {
        List<RecordStore.SourceKey> sources = core.store().sourcesOf(record.id());
        String names = String.join(
                "；",
                Stream.concat(
                                Stream.ofNullable(Attributes.rest(record).get(SOURCE))
                                        .map(Object::toString),
                                sources.stream().map(RecordStore.SourceKey::source))
                        .distinct()
                        .toList());
        if (!names.isEmpty()) {
            card.source(names);
        }
        sources.stream().findFirst().map(RecordStore.SourceKey::key).ifPresent(card::sourceKey);
    }
}
