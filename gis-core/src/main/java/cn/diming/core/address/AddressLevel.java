package cn.diming.core.address;

/** The parts of a standard address (GB/T 23705, GB/T 39609: 行政区划 + 街巷院落 + 建筑门楼 + 单元户室), from large to small. */
public enum AddressLevel {
    PROVINCE("省"),
    PREFECTURE("市"),
    COUNTY("县区"),
    TOWN("镇街"),
    VILLAGE("村（社区）"),
    NATURAL_VILLAGE("自然村"),
    GROUP("经济社（组）"),
    STREET("街路"),
    LANE("巷弄"),
    ESTATE("住宅区"),
    NUMBER("门牌号"),
    BUILDING("楼栋"),
    UNIT("单元"),
    FLOOR("楼层"),
    ROOM("户室"),
    POI("地点");

    private final String title;

    AddressLevel(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    boolean isDivision() {
        return compareTo(VILLAGE) <= 0;
    }

    /** Whether a part of this level may stand behind one of {@code before}: an estate may follow its number, or go before it. */
    boolean mayFollow(AddressLevel before) {
        return compareTo(before) > 0
                || (this == ESTATE && before == NUMBER)
                || (this == NATURAL_VILLAGE && before == GROUP);
    }
}
