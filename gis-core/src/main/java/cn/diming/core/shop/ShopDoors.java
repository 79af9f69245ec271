package cn.diming.core.shop;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which doors are near a place, and what the standard address of a door is. */
public final class ShopDoors {

    private static final double REACH_METRES = 150;
    private static final int CANDIDATES = 400;

    private final Shops.Setting core;

    ShopDoors(Shops.Setting core) {
        this.core = core;
    }

    /**
     * A door that a shop may stand at.
     *
     * @param address street and number
     * @param fullAddress with the divisions before it
     */
    public record Door(long plateId, String address, String fullAddress, LonLat position, double metres) {}

    /** Where a place lies, and the doors near it. */
    public record Surroundings(Optional<String> divisionCode, String divisionAddress, List<Door> doors) {}

    /** The nearest doors first, within 150 metres. */
    public Surroundings around(LonLat place, int limit) {
        Optional<String> code = divisionAt(place);
        List<Door> doors =
                core.store().inBox(RecordKind.DOOR_PLATE, Bbox.around(place, REACH_METRES), CANDIDATES).stream()
                        .filter(Disclosure::isPublic)
                        .filter(plate ->
                                plate.text("room").isEmpty() && plate.position().isPresent())
                        .map(plate -> door(plate, place))
                        .filter(door -> door.metres <= REACH_METRES)
                        .sorted(Comparator.comparingDouble(Door::metres))
                        .limit(limit)
                        .toList();
        return new Surroundings(code, code.map(core.divisions()::address).orElse(""), doors);
    }

    /** A door and how far a place is from it; empty when there is no such door that people may know. */
    public Optional<Door> find(OptionalLong plateId, LonLat from) {
        return plateId.isEmpty()
                ? Optional.empty()
                : core.store()
                        .find(RecordKind.DOOR_PLATE, plateId.getAsLong())
                        .filter(Disclosure::isPublic)
                        .filter(plate -> plate.position().isPresent())
                        .map(plate -> door(plate, from));
    }

    private Door door(StoredRecord plate, LonLat from) {
        LonLat at = plate.position().orElseThrow();
        String divisions = plate.divisionCode().map(core.divisions()::address).orElse("");
        return new Door(plate.id(), plate.title(), divisions + plate.title(), at, Ellipsoid.distanceMetres(from, at));
    }

    Optional<String> divisionAt(LonLat place) {
        List<Division> chain = core.divisions().at(place);
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.getLast().code().digits());
    }

    /** The address of a shop as the register and map platforms get it: of its door, else as it was written. */
    public String address(ShopContent shop) {
        LonLat at = shop.position().map(ShopPosition::at).orElse(new LonLat(0, 0));
        return find(shop.doorPlateId(), at)
                .map(Door::address)
                .map(door -> shop.address()
                        .filter(words -> !words.equals(door))
                        .map(words -> door + "（" + words + "）")
                        .orElse(door))
                .or(shop::address)
                .orElse("");
    }
}
