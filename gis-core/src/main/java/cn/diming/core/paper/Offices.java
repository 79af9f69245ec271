package cn.diming.core.paper;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.util.Optional;

/** Who signs, where no paper of the case says it: the civil-affairs bureau of the county, and the one above it. */
final class Offices {

    private static final int CODE_DIGITS = 12;
    private static final String BUREAU = "民政局";
    private static final String PROVINCIAL_BUREAU = "民政厅";

    private final DivisionTree divisions;

    Offices(DivisionTree divisions) {
        this.divisions = divisions;
    }

    /** Whole name of a division; the code may be cut short of its noughts. */
    String address(String divisionCode) {
        return divisions.address(whole(divisionCode));
    }

    private static String whole(String divisionCode) {
        return divisionCode + "0".repeat(Math.max(0, CODE_DIGITS - divisionCode.length()));
    }

    /** 广州市南沙区民政局; of a case beyond one county that of the city. Empty for a division that is not known. */
    String bureau(String divisionCode) {
        return bureau(divisionCode, DivisionLevel.COUNTY).orElse("");
    }

    /** The bureau that a county's approvals are filed with (地名管理条例 Art. 13). */
    Optional<String> bureauAbove(String divisionCode) {
        return bureau(divisionCode, DivisionLevel.PREFECTURE);
    }

    private Optional<String> bureau(String divisionCode, DivisionLevel lowest) {
        StringBuilder name = new StringBuilder();
        Optional<String> province = Optional.empty();
        for (Division division : divisions.chain(whole(divisionCode))) {
            if (division.level() == DivisionLevel.PROVINCE) {
                province = Optional.of(division.name() + PROVINCIAL_BUREAU);
            } else if (division.level().compareTo(lowest) <= 0
                    && !name.toString().equals(division.name())) {
                name.append(division.name());
            }
        }
        return name.isEmpty() ? province : Optional.of(name + BUREAU);
    }
}
