package cn.diming.core.casework;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Completes what somebody wrote: category and division of each item, division and title of the whole. */
final class CaseContents {

    private static final int CODE = 12;

    private final RecordStore records;
    private final DivisionTree divisions;

    CaseContents(RecordStore records, DivisionTree divisions) {
        this.records = records;
        this.divisions = divisions;
    }

    /** A draft with everything that follows from it. */
    record Complete(CaseDraft draft, String title, String divisionCode) {}

    /** @throws Refused for a place that is none, for invisible characters, and when nothing tells where it is */
    Complete complete(Actor actor, CaseDraft draft) {
        List<String> faults = CaseTexts.faults(draft);
        Map<Long, StoredRecord> places = places(draft, faults);
        if (draft.type() != CaseType.BATCH && draft.items().size() > 1) {
            faults.add("只有批量事项可以有多个条目");
        }
        if (draft.type() != CaseType.BATCH && draft.items().stream().anyMatch(item -> item.action() != draft.type())) {
            faults.add("条目的动作应与事项的种类（" + draft.type().title() + "）相同");
        }
        draft.items().stream()
                .flatMap(item -> item.geometry().stream())
                .flatMap(shape -> GeometryChecks.check(shape).stream())
                .forEach(problem -> faults.add("位置的图形有误：" + problem.words()));
        refuse(faults);
        List<CaseItem> items = new ArrayList<>();
        draft.items().forEach(item -> items.add(complete(item, items.size() + 1, places)));
        String division = divisionOf(actor, draft, items, places);
        CaseDraft complete = new CaseDraft(
                draft.type(),
                draft.title(),
                Optional.of(division),
                draft.applicant(),
                draft.contact(),
                draft.reason(),
                draft.reports(),
                items);
        String title =
                draft.title().filter(text -> !text.isBlank()).orElseGet(() -> titleOf(draft.type(), items, places));
        return new Complete(complete, title, division);
    }

    private Map<Long, StoredRecord> places(CaseDraft draft, List<String> faults) {
        Map<Long, StoredRecord> places = new TreeMap<>();
        draft.items().stream()
                .flatMap(CaseContents::placesOf)
                .distinct()
                .forEach(id -> records.find(RecordKind.PLACE, id)
                        .ifPresentOrElse(place -> places.put(id, place), () -> faults.add("没有编号为 " + id + " 的地名")));
        return places;
    }

    private static Stream<Long> placesOf(CaseItem item) {
        return Stream.concat(item.placeId().stream().boxed(), item.mergedIds().stream());
    }

    private CaseItem complete(CaseItem item, int number, Map<Long, StoredRecord> places) {
        Optional<StoredRecord> place = placeOf(item, places);
        Optional<PlaceCategory> category = item.classCode()
                .map(PlaceClasses::category)
                .or(item::category)
                .or(() -> place.flatMap(found -> found.text("category")).flatMap(PlaceCategory::find));
        Optional<String> classCode = item.classCode().or(() -> place.flatMap(found -> found.text("class_code")));
        Optional<Geometry> geometry = item.geometry().or(() -> place.flatMap(StoredRecord::geometry));
        Optional<String> division =
                place.flatMap(StoredRecord::divisionCode).or(() -> divisionOf(geometry, item.divisionCode()));
        return new CaseItem(
                number,
                item.action(),
                item.placeId(),
                item.mergedIds(),
                item.variants(),
                item.name().map(String::strip).filter(name -> !name.isEmpty() && !stays(item, place, name)),
                item.romanised().map(String::strip).filter(spelling -> !spelling.isEmpty()),
                category,
                classCode,
                division,
                geometry,
                item.description(),
                CaseItem.Decision.PENDING);
    }

    private static Optional<StoredRecord> placeOf(CaseItem item, Map<Long, StoredRecord> places) {
        return item.placeId().isPresent()
                ? Optional.ofNullable(places.get(item.placeId().getAsLong()))
                : Optional.empty();
    }

    /** Standardising what already has the standard name gives no new one. */
    private static boolean stays(CaseItem item, Optional<StoredRecord> place, String name) {
        return item.action() == CaseType.STANDARDISE
                && place.filter(found -> found.title().equals(name)
                                && found.text("status")
                                        .filter("STANDARD"::equals)
                                        .isPresent())
                        .isPresent();
    }

    /** Where the geometry lies; a code given by hand counts only within that division, or where no polygon is known. */
    private Optional<String> divisionOf(Optional<Geometry> geometry, Optional<String> given) {
        Optional<Division> found = geometry.filter(shape -> !shape.isEmpty()).flatMap(shape -> {
            var middle = shape.getInteriorPoint().getCoordinate();
            return divisions.at(new LonLat(middle.x, middle.y)).reversed().stream()
                    .findFirst();
        });
        return found.isEmpty()
                ? given
                : given.filter(code -> code.startsWith(found.get().code().prefix()))
                        .or(() -> found.map(division -> division.code().digits()));
    }

    private static String divisionOf(
            Actor actor, CaseDraft draft, List<CaseItem> items, Map<Long, StoredRecord> places) {
        List<String> codes = Stream.concat(
                        items.stream().flatMap(item -> item.divisionCode().stream()),
                        places.values().stream().flatMap(place -> place.divisionCode().stream()))
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            return common(codes);
        }
        return draft.divisionCode().orElseGet(() -> {
            if (actor.jurisdiction().isEmpty()) {
                throw new Refused(List.of("请给出所在区划，或先画出位置"));
            }
            return padded(actor.jurisdiction());
        });
    }

    /** The smallest division that holds all of them. */
    private static String common(List<String> codes) {
        for (DivisionLevel level : List.of(DivisionLevel.values()).reversed()) {
            String prefix = codes.getFirst().substring(0, level.digits());
            if (codes.stream().allMatch(code -> code.startsWith(prefix))) {
                return padded(prefix);
            }
        }
        throw new Refused(List.of("各条目不在同一个省，不能作为一件事项"));
    }

    static String padded(String prefix) {
        return prefix + "0".repeat(CODE - prefix.length());
    }

    private static String titleOf(CaseType type, List<CaseItem> items, Map<Long, StoredRecord> places) {
        if (items.isEmpty()) {
            return type.title() + "（未填）";
        }
        CaseItem first = items.getFirst();
        String current = placeOf(first, places).map(StoredRecord::title).orElse("");
        String name = first.name().orElse("未定名");
        String about = switch (first.action()) {
            case NAME -> name + "命名";
            case RENAME -> current + "更名为" + name;
            case CANCEL -> current + "销名";
            default -> current + "标准化处理";
        };
        return items.size() == 1 ? about : about + "等 " + items.size() + " 条";
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
