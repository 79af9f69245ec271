package cn.diming.api.place;

import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.StoredRecord;
import java.util.Arrays;
import java.util.Optional;

/** How our tables and their states appear to clients of the contract. */
final class CardKinds {

    /** Empty for what has no card: signs, boundaries, the ground, and what is no map record. */
    static Optional<RecordKind> find(StoredRecord record) {
        return switch (record.kind()) {
            case DIVISION -> Optional.of(RecordKind.DIVISION);
            case PLACE -> Optional.of(isStreet(record) ? RecordKind.STREET : RecordKind.PLACE);
            case DOOR_PLATE -> Optional.of(RecordKind.DOOR_PLATE);
            case SHOP -> Optional.of(RecordKind.SHOP);
            case FACILITY -> Optional.of(RecordKind.FACILITY);
            case LOCAL_ENTRY -> Optional.of(RecordKind.LOCAL_ENTRY);
            default -> Optional.empty();
        };
    }

    static cn.diming.core.change.RecordKind table(RecordKind kind) {
        return switch (kind) {
            case DIVISION -> cn.diming.core.change.RecordKind.DIVISION;
            case PLACE, STREET -> cn.diming.core.change.RecordKind.PLACE;
            case DOOR_PLATE -> cn.diming.core.change.RecordKind.DOOR_PLATE;
            case SHOP -> cn.diming.core.change.RecordKind.SHOP;
            case FACILITY -> cn.diming.core.change.RecordKind.FACILITY;
            case LOCAL_ENTRY -> cn.diming.core.change.RecordKind.LOCAL_ENTRY;
        };
    }

    /** Places have the contract's states; of the other kinds, what their own state comes to. */
    static PlaceStatus status(StoredRecord record) {
        String status = record.text("status").orElse("");
        return switch (record.kind()) {
            case PLACE ->
                Arrays.stream(PlaceStatus.values())
                        .filter(known -> known.getValue().equals(status))
                        .findFirst()
                        .orElse(PlaceStatus.RECORDED); // a source may have brought a word of its own
            case DIVISION -> record.number("valid_to_year").isPresent() ? PlaceStatus.RETIRED : PlaceStatus.STANDARD;
            default ->
                switch (status) {
                    case "RETIRED", "REMOVED", "CLOSED" -> PlaceStatus.RETIRED;
                    case "PROPOSED", "PLANNED", "RESERVED", "PENDING", "DRAFT" -> PlaceStatus.PROPOSED;
                    default ->
                        record.kind() == cn.diming.core.change.RecordKind.DOOR_PLATE
                                ? PlaceStatus.STANDARD
                                : PlaceStatus.RECORDED;
                };
        };
    }

    private static boolean isStreet(StoredRecord record) {
        return record.text("category")
                .filter(PlaceCategory.STREET.name()::equals)
                .isPresent();
    }

    private CardKinds() {}
}
