package cn.diming.core.region;

/** The five levels of the statistical division code (国家统计局 12-digit code). */
public enum DivisionLevel {
    PROVINCE(1, 2, "省级"),
    PREFECTURE(2, 4, "地级"),
    COUNTY(3, 6, "县级"),
    TOWN(4, 9, "乡级"),
    VILLAGE(5, 12, "村级");

    private final int number;
    private final int digits;
    private final String title;

    DivisionLevel(int number, int digits, String title) {
        this.number = number;
        this.digits = digits;
        this.title = title;
    }

    /** 1 = province … 5 = village. */
    public int number() {
        return number;
    }

    /** How many leading digits of the code tell a division of this level. */
    public int digits() {
        return digits;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException when there is no such level */
    public static DivisionLevel of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("行政区划级别应为 1 至 5，而不是 " + number);
        }
        return values()[number - 1];
    }
}
