package cn.diming.core.feature;

import java.time.LocalDate;

/** Days of valid time, both counted. */
public record TimeSpan(LocalDate from, LocalDate to) {

    /** Before every day that a database of ours holds. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** After every such day. */
    public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    public TimeSpan {
        if (from.isAfter(to) || from.isBefore(ALWAYS) || to.isAfter(FOR_EVER)) {
            throw new IllegalArgumentException("时间范围的开始应不晚于结束，年份在 1 到 9999 之间");
        }
    }
}
