package cn.diming.core.plate;

import cn.diming.core.record.Refused;
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

    /** A code of 6, 9 or 12 digits, filled up to 12. */
    public static String whole(String divisionCode) {
        return divisionCode + "0".repeat(12 - divisionCode.length());
    }

    /** The digits that all codes inside share. */
    String prefix() {
        return divisionCode.replaceAll("(000){1,2}$", "");
    }
}
