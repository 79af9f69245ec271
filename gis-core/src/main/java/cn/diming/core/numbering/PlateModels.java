package cn.diming.core.numbering;

import java.util.Map;
import java.util.Optional;

/** The plates of a profile by their use. @param source of their sizes and lines */
public record PlateModels(Map<PlateModel.Use, PlateModel> byUse, String source) {

    public PlateModels {
        byUse = Map.copyOf(byUse);
        if (!byUse.containsKey(PlateModel.Use.DOOR)) {
            throw new IllegalArgumentException("缺少户门用的门牌（DOOR）");
        }
    }

    /** That of a door where the profile has none of its own for the use. */
    public PlateModel of(PlateModel.Use use) {
        return Optional.ofNullable(byUse.get(use))
                .or(() -> Optional.ofNullable(byUse.get(PlateModel.Use.DOOR)))
                .orElseThrow();
    }
}
