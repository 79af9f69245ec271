package cn.diming.core.contact;

import cn.diming.core.record.Refused;
import java.util.List;

/** A mobile number of mainland China, eleven digits beginning with 13 to 19 (《电信网编号计划》). */
public record PhoneNumber(String digits) {

    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    public PhoneNumber {
        if (!digits.matches("1[3-9]\\d{9}")) {
            throw new Refused(List.of("手机号应为 11 位数字"));
        }
    }

    /**
     * Reads what people write: with spaces, strokes or the country's 86.
     *
     * @throws Refused for what is no such number
     */
    public static PhoneNumber parse(String text) {
        String plain = text.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)?86(?=1\\d{10}$)", "");
        return new PhoneNumber(plain);
    }

    /** Enough to know one's own by: 138****0000. */
    public String masked() {
        return digits.substring(0, SHOWN_FIRST) + "****" + digits.substring(digits.length() - SHOWN_LAST);
    }

    /** Not the number: it is personal, and texts end in logs. */
    @Override
    public String toString() {
        return masked();
    }
}
