package cn.diming.core.paper;

import java.time.LocalDate;

/** Dates as official papers write them: Arabic digits, no leading noughts (GB/T 9704-2012, 7.3.5.4). */
final class ChineseDate {

    static String of(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private ChineseDate() {}
}
