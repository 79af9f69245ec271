package cn.diming.api.answer;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;

/** Jurisdictions, which are prefixes of division codes, in words. */
public final class Jurisdictions {

    private static final int CODE_LENGTH = 12;

    /** The division's name, 全部 for everything, or the code itself where the division is not known. */
    public static String name(String prefix, DivisionTree divisions) {
        if (prefix.isEmpty()) {
            return "全部";
        }
        return divisions
                .find(prefix + "0".repeat(CODE_LENGTH - prefix.length()))
                .map(Division::name)
                .orElse(prefix);
    }

    private Jurisdictions() {}
}
