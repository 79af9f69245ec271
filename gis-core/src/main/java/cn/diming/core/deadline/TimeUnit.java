package cn.diming.core.deadline;

/** What a time limit is counted in. */
public enum TimeUnit {
    /** 日 */
    CALENDAR_DAY,
    /** 工作日：行政许可法第八十二条，不含法定节假日 */
    WORKING_DAY,
    /** 月 */
    MONTH,
    /** 年 */
    YEAR
}
