package cn.diming.core.romanise;

import cn.diming.core.record.PlaceCategory;
import java.util.Optional;

/** Which of the spelling rules a class of names follows. */
enum SpellingStyle {
    /** Rule 3: 自然村镇 are not parted, all syllables are joined. */
    SETTLEMENT,
    /** Rule 1: 江苏 / 省. */
    DIVISION,
    /** A village as a unit: 大稳 / 村, 大稳 / 村民 / 委员会. */
    VILLAGE,
    /** Rules 1, 2, 4 and 7. */
    STREET,
    /** Rules 1 and 2. */
    NATURAL,
    /** Rule 14: buildings and institutions are parted by words. */
    BUILDING;

    /** The class code decides between a village as settlement (222) and as a unit (216, 276), else the category. */
    static SpellingStyle of(PlaceCategory category, Optional<String> classCode) {
        String code = classCode.orElse("");
        if (code.startsWith("2223")) {
            return BUILDING;
        }
        if (code.startsWith("222")) {
            return SETTLEMENT;
        }
        if (code.startsWith("216") || code.startsWith("276")) {
            return VILLAGE;
        }
        return switch (category) {
            case NATURAL -> NATURAL;
            case DIVISION -> DIVISION;
            case VILLAGE_SEAT -> VILLAGE;
            case STREET -> STREET;
            case NATURAL_VILLAGE -> SETTLEMENT;
            case PARK, ESTATE, FACILITY, OTHER -> BUILDING;
        };
    }
}
