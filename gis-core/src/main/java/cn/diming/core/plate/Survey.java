package cn.diming.core.plate;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.DeadEnds;
import cn.diming.core.numbering.Door;
import cn.diming.core.numbering.NumberedStreet;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.record.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to be numbered: the plates of the selection, the streets near them, and the plates outside of the selection on
 * the same streets, whose numbers stay.
 */
final class Survey {

    private static final double NAMED_WITHIN_METRES = 500;

    final Map<Long, PlateRow> inside = new LinkedHashMap<>();
    final List<PlateRow> reserved = new ArrayList<>();
    final Map<Long, StreetRow> streets = new LinkedHashMap<>();
    final List<Door> doors = new ArrayList<>();
    /** Plates that name a street which has no line in the register, or that stand nowhere. */
    final List<PlateRow> unmatched = new ArrayList<>();

    private final NumberingRequest request;
    private final NumberingProfile profile;
    private final PlateStore store;
    private final DeadEnds deadEnds;
    private final Map<String, List<StreetRow>> byName;
    private final Map<Long, Adjustment> byPlate = new HashMap<>();
    private final Map<Long, LonLat> moved = new HashMap<>();
    private final Map<Long, Long> assigned = new HashMap<>();

    Survey(NumberingRequest request, NumberingProfile profile, PlateStore store) {
        this.request = request;
        this.profile = profile;
        this.store = store;
        sortAdjustments();
        List<PlateRow> found = plates();
        found.stream().filter(row -> row.status() == PlateStatus.RESERVED).forEach(reserved::add);
        found.stream()
                .filter(row -> row.status() != PlateStatus.RESERVED && row.status() != PlateStatus.REMOVED)
                .forEach(row -> inside.put(row.id(), row));
        Optional<Bbox> box = inside.values().stream()
                .flatMap(row -> position(row).stream())
                .map(place -> Bbox.around(place, profile.farthestMetres()))
                .reduce(Bbox::union);
        box.ifPresent(there -> store.streetsAround(there).forEach(street -> streets.put(street.id(), street)));
        deadEnds = new DeadEnds(streets.values().stream().collect(Collectors.toMap(StreetRow::id, StreetRow::line)));
        request.selection().street().ifPresent(only -> streets.keySet().removeIf(id -> id != only));
        byName = streets.values().stream().collect(Collectors.groupingBy(StreetRow::name));
        inside.values().forEach(this::addDoor);
        addOutside();
    }

    private void sortAdjustments() {
        for (Adjustment adjustment : request.adjustments()) {
            switch (adjustment) {
                case Adjustment.Set set -> byPlate.put(set.plateId(), set);
                case Adjustment.Lock lock -> byPlate.put(lock.plateId(), lock);
                case Adjustment.Unlock unlock -> byPlate.put(unlock.plateId(), unlock);
                case Adjustment.Assign assign -> assigned.put(assign.plateId(), assign.streetId());
                case Adjustment.Move move -> moved.put(move.plateId(), move.position());
                case Adjustment.Reserve reserve -> {
                    // read with its street, see keptFree
                }
            }
        }
    }

    private List<PlateRow> plates() {
        OptionalLong only = request.selection().street();
        if (only.isEmpty()) {
            return store.platesIn(request.selection().prefix());
        }
        StreetRow street = store.findStreet(only.getAsLong())
                .orElseThrow(() -> new Refused(List.of("没有这条街路巷，或它没有线形：" + only.getAsLong())));
        Bbox box = Bbox.of(street.line()).growMetres(NAMED_WITHIN_METRES);
        return Stream.concat(
                        store.platesOf(List.of(street.id())).stream(), store.platesNamed(street.name(), box).stream())
                .toList();
    }

    /** Where the door is, or is to be. */
    Optional<LonLat> position(PlateRow row) {
        return Optional.ofNullable(moved.get(row.id()))
                .or(() -> row.position().map(point -> LonLat.of(point.getCoordinate())));
    }

    Optional<LonLat> movedTo(PlateRow row) {
        return Optional.ofNullable(moved.get(row.id()));
    }

    private void addDoor(PlateRow row) {
        Optional<LonLat> place = position(row);
        Optional<StreetRow> street = street(row);
        boolean astray = street.isEmpty() && !row.streetName().isBlank();
        if (place.isEmpty() || astray) {
            unmatched.add(row);
            return;
        }
        Optional<PlateNumber> number = Optional.ofNullable(byPlate.get(row.id()))
                .flatMap(by -> by instanceof Adjustment.Set set ? Optional.of(set.number()) : Optional.empty())
                .or(row::number);
        doors.add(new Door(
                row.id(),
                place.get(),
                street.map(found -> OptionalLong.of(found.id())).orElse(OptionalLong.empty()),
                number,
                number.isPresent() && isLocked(row),
                row.homestead()));
    }

    private boolean isLocked(PlateRow row) {
        Adjustment by = byPlate.get(row.id());
        if (by != null) {
            return !(by instanceof Adjustment.Unlock);
        }
        return switch (request.keep()) {
            case NONE -> false;
            case CONFIRMED -> row.status().isGiven();
            case ALL -> true;
        };
    }

    private Optional<StreetRow> street(PlateRow row) {
        Long by = assigned.get(row.id());
        if (by != null) {
            return Optional.ofNullable(streets.get(by));
        }
        if (row.street().isPresent()) {
            return Optional.ofNullable(streets.get(row.street().getAsLong()));
        }
        return byName.getOrDefault(row.streetName(), List.of()).stream()
                .min((a, b) -> Double.compare(distance(a, row), distance(b, row)));
    }

    private static double distance(StreetRow street, PlateRow row) {
        return row.position().map(point -> street.line().distance(point)).orElse(0.0);
    }

    /** Doors of the same streets that are not in the selection keep their numbers, and nobody else gets them. */
    private void addOutside() {
        Set<Long> concerned = new HashSet<>();
        doors.forEach(door -> door.street().ifPresent(concerned::add));
        Set<Long> known = reserved.stream().map(PlateRow::id).collect(Collectors.toSet());
        for (PlateRow row : store.platesOf(concerned)) {
            if (row.status() != PlateStatus.RESERVED) {
                addOutside(row, row.street());
            } else if (known.add(row.id())) {
                reserved.add(row);
            }
        }
        concerned.stream()
                .flatMap(id -> Optional.ofNullable(streets.get(id)).stream())
                .forEach(this::addNamedOutside);
    }

    /** Plates that were never numbered here only bear the street's name. */
    private void addNamedOutside(StreetRow street) {
        Bbox box = Bbox.of(street.line()).growMetres(NAMED_WITHIN_METRES);
        store.platesNamed(street.name(), box).stream()
                .filter(row -> street(row).filter(street::equals).isPresent())
                .forEach(row -> addOutside(row, OptionalLong.of(street.id())));
    }

    private void addOutside(PlateRow row, OptionalLong street) {
        Optional<LonLat> place = position(row);
        if (row.status() == PlateStatus.REMOVED || place.isEmpty() || inside.containsKey(row.id())) {
            return;
        }
        boolean counted = profile.village().beyond() == NumberingProfile.BeyondVillage.COUNTED;
        if (counted && !row.status().isGiven()) {
            doors.add(new Door(row.id(), place.get(), street, row.number(), false, row.homestead()));
        } else if (row.number().isPresent()) {
            doors.add(new Door(row.id(), place.get(), street, row.number(), true, Optional.empty()));
        }
    }

    List<NumberedStreet> numberedStreets() {
        LonLat centre = centre();
        return streets.values().stream()
                .map(street -> new NumberedStreet(
                        street.id(),
                        street.name(),
                        street.line(),
                        deadEnds.mouth(street.id()),
                        centre,
                        List.of(),
                        keptFree(street)))
                .toList();
    }

    /** Where numbers grow from in profiles that begin at a centre. */
    LonLat centre() {
        return store.centre(request.selection(), streets.values());
    }

    private Set<Integer> keptFree(StreetRow street) {
        return request.adjustments().stream()
                .filter(Adjustment.Reserve.class::isInstance)
                .map(Adjustment.Reserve.class::cast)
                .filter(reserve -> reserve.streetId() == street.id())
                .map(Adjustment.Reserve::number)
                .collect(Collectors.toSet());
    }
}
