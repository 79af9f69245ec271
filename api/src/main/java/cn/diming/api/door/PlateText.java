package cn.diming.api.door;

import cn.diming.core.numbering.PlateModel;
import cn.diming.core.plate.PlateCard;
import java.util.List;

/** What stands on a plate. */
final class PlateText {

    /** One line for each of the model's; a plate on no street bears the village's name. */
    static List<String> lines(PlateModel model, PlateCard plate, String village) {
        String street = plate.streetName().isBlank() ? village : plate.streetName();
        return model.lines().stream()
                .map(line -> switch (line) {
                    case VILLAGE -> village;
                    case STREET -> street;
                    case NUMBER -> plate.numberText();
                    case ADDRESS -> street + plate.numberText();
                    case UNIT -> plate.unit().orElse("");
                    case ROOM -> plate.unit().orElse("") + plate.room().orElse("");
                })
                .toList();
    }

    private PlateText() {}
}
