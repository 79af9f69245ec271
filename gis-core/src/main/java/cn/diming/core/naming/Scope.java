package cn.diming.core.naming;

/**
 * The ladder within which names must differ (地名管理条例 Art. 9(7), (8)): each step lies in the next, except that a built-up area
 * may take in several towns.
 */
public enum Scope {
    VILLAGE(12, "同村"),
    TOWN(9, "同镇"),
    BUILT_UP_AREA(0, "同一建成区"),
    DISTRICT(6, "同县（区）"),
    CITY(4, "同市"),
    PROVINCE(2, "同省"),
    COUNTRY(0, "全国");

    private final int digits;
    private final String title;

    Scope(int digits, String title) {
        this.digits = digits;
        this.title = title;
    }

    /** How many leading digits of the division code two places in it share. */
    int digits() {
        return digits;
    }

    /** In Chinese, as a sentence about a second place begins. */
    public String title() {
        return title;
    }
}
