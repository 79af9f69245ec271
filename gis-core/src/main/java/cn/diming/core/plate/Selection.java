package cn.diming.core.plate;

import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.OptionalLong;

/**
 * The doors to be numbered: those of one street, or all in a division.
 *
 * @param street empty = all streets of the division
 * @param divisionCode 6, 9 or 12 digits; with a street, where its record lies
 */
public record Selection(OptionalLong street, String divisionCode) {

    public Selection {
        if (!divisionCode.matches("[1-9]\\d{5}(\\d{3}(\\d{3})?)?")) {
            throw new Refused(List.of("编号范围应为县、镇或村的区划代码（6、9 或 12 位）"));
        }
    }

    /** The digits that all codes inside share. */
    String prefix() {
        return DivisionCode.parse(divisionCode).prefix();
    }
}
