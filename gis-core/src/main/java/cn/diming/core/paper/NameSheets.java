package cn.diming.core.paper;

import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.change.RecordKind;
import cn.diming.core.document.Image;
import cn.diming.core.history.PlaceEvents;
import cn.diming.core.paper.NameSheet.Sides;
import cn.diming.core.paper.NameSheet.Words;
import cn.diming.core.paper.SketchMap.Feature;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.text.HanText;
import cn.diming.core.text.StandardCharacters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** What papers say of one name of a case. */
final class NameSheets {

    /** In a larger batch no paper has room for a sketch of each. */
    private static final int MOST_SKETCHES = 40;

    private final RecordStore records;
    private final PlaceEvents events;
    private final Offices offices;
    private final Surroundings surroundings;

    NameSheets(RecordStore records, PlaceEvents events, Offices offices) {
        this.records = records;
        this.events = events;
        this.offices = offices;
        this.surroundings = new Surroundings(records);
    }

    NameSheet sheet(NamingCase of, CaseItem item) {
        Optional<StoredRecord> place = place(item);
        Optional<String> old = oldName(of, item, place);
        Optional<String> name =
                item.action() == CaseType.CANCEL ? old : item.name().or(() -> old);
        Optional<Geometry> geometry = item.geometry().or(() -> place.flatMap(StoredRecord::geometry));
        List<Feature> neighbours = geometry.map(shape -> surroundings.neighbours(shape, number(place)))
                .orElse(List.of());
        return new NameSheet(
                item.action().title(),
                name,
                item.action() == CaseType.NAME ? Optional.empty() : old,
                item.romanised().or(() -> place.flatMap(record -> record.text("romanised"))),
                item.divisionCode()
                        .or(() -> place.flatMap(StoredRecord::divisionCode))
                        .or(() -> Optional.of(of.divisionCode()))
                        .map(offices::address),
                className(item, place),
                words(item, place),
                name.map(NameSheets::characters),
                otherWritings(item),
                geometry.map(shape -> surroundings.sides(shape, neighbours)).orElse(Sides.UNKNOWN),
                sketch(of, name, geometry, neighbours));
    }

    private Optional<StoredRecord> place(CaseItem item) {
        OptionalLong id =
                item.decision().placeId().isPresent() ? item.decision().placeId() : item.placeId();
        return id.isPresent() ? records.find(RecordKind.PLACE, id.getAsLong()) : Optional.empty();
    }

    private static OptionalLong number(Optional<StoredRecord> place) {
        return place.map(record -> OptionalLong.of(record.id())).orElse(OptionalLong.empty());
    }

    /** As long as nothing is decided the place still bears it; afterwards the decision remembers it. */
    private Optional<String> oldName(NamingCase of, CaseItem item, Optional<StoredRecord> place) {
        if (item.action() == CaseType.NAME || place.isEmpty()) {
            return Optional.empty();
        }
        return events.of(place.get().id()).stream()
                .filter(event -> event.caseId().isPresent() && event.caseId().getAsLong() == of.id())
                .flatMap(event -> event.oldName().stream())
                .findFirst()
                .or(() -> place.map(StoredRecord::title));
    }

    private static Optional<String> className(CaseItem item, Optional<StoredRecord> place) {
        return item.classCode()
                .or(() -> place.flatMap(record -> record.text("class_code")))
                .flatMap(PlaceClasses::name)
                .or(() -> item.category().map(PlaceCategory::title))
                .or(() -> place.flatMap(record -> record.text("category"))
                        .flatMap(PlaceCategory::find)
                        .map(PlaceCategory::title));
    }

    private static Words words(CaseItem item, Optional<StoredRecord> place) {
        CaseItem.Description said = item.description();
        return new Words(
                said.location(),
                said.scale(),
                said.nature(),
                said.meaning().or(() -> place.flatMap(record -> record.text("meaning"))),
                said.origin().or(() -> place.flatMap(record -> record.text("origin"))),
                said.reason());
    }

    /** Whether they are all in the table that 地名管理条例 Art. 9 asks for. */
    private static String characters(String name) {
        String outside = name.codePoints()
                .filter(HanText::isHan)
                .filter(c -> StandardCharacters.level(c) == 0)
                .mapToObj(Character::toString)
                .distinct()
                .collect(Collectors.joining("、"));
        return outside.isEmpty() ? "均在《通用规范汉字表》内" : "“" + outside + "”不在《通用规范汉字表》内";
    }

    private Optional<String> otherWritings(CaseItem item) {
        Stream<String> merged = item.mergedIds().stream()
                .flatMap(id -> records.find(RecordKind.PLACE, id).stream())
                .map(StoredRecord::title);
        String all = Stream.concat(item.variants().stream(), merged).distinct().collect(Collectors.joining("、"));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Optional<Image> sketch(
            NamingCase of, Optional<String> name, Optional<Geometry> geometry, List<Feature> neighbours) {
        return of.content().items().size() > MOST_SKETCHES
                ? Optional.empty()
                : geometry.filter(shape -> !shape.isEmpty())
                        .map(shape -> surroundings.sketch(name.orElse(""), shape, neighbours));
    }
}
