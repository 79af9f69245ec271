package cn.diming.api.answer;

import cn.diming.api.generated.model.DivisionLevel;
import cn.diming.api.generated.model.DivisionRef;
import cn.diming.core.region.Division;
import java.util.List;

/** Divisions as other answers mention them. */
public final class Divisions {

    public static List<DivisionRef> refs(List<Division> chain) {
        return chain.stream()
                .map(division -> new DivisionRef(
                        division.id(), division.code().digits(), division.name(), level(division.level())))
                .toList();
    }

    public static DivisionLevel level(cn.diming.core.region.DivisionLevel level) {
        return switch (level) {
            case PROVINCE -> DivisionLevel.PROVINCE;
            case PREFECTURE -> DivisionLevel.PREFECTURE;
            case COUNTY -> DivisionLevel.COUNTY;
            case TOWN -> DivisionLevel.TOWNSHIP;
            case VILLAGE -> DivisionLevel.VILLAGE;
        };
    }

    public static cn.diming.core.region.DivisionLevel level(DivisionLevel level) {
        return switch (level) {
            case PROVINCE -> cn.diming.core.region.DivisionLevel.PROVINCE;
            case PREFECTURE -> cn.diming.core.region.DivisionLevel.PREFECTURE;
            case COUNTY -> cn.diming.core.region.DivisionLevel.COUNTY;
            case TOWNSHIP -> cn.diming.core.region.DivisionLevel.TOWN;
            case VILLAGE -> cn.diming.core.region.DivisionLevel.VILLAGE;
        };
    }

    private Divisions() {}
}
