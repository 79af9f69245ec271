package cn.diming.core.board;

/** The seven figures that a bureau reports for a year of 乡村著名行动 (民函〔2023〕44号). */
public enum Figure {
    /** Names that came into the register, whatever became of them since. */
    NAMES_SURVEYED("摸查地名", "条"),
    /** Streets that a decision named or renamed; each counts once a year. */
    STREETS_NAMED("街路巷命名更名", "条"),
    /** Natural villages and estates that a decision named or renamed; each counts once a year. */
    SETTLEMENTS_NAMED("居民点命名更名", "个"),
    /** Name signs put up; each counts on the day it first stood. */
    SIGNS_SET("设置地名标志", "块"),
    /** Towns with a map published in the year. */
    TOWN_MAPS("一镇一图", "幅"),
    /** Villages with a map published in the year. */
    VILLAGE_MAPS("一村一图", "幅"),
    /** Names reported by phone. */
    NAMES_COLLECTED("手机采集地名", "条");

    private final String title;
    private final String unit;

    Figure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }
}
