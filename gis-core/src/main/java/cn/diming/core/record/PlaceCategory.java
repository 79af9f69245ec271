package cn.diming.core.record;

import java.util.Arrays;
import java.util.Optional;

/** The eight classes of 地名管理条例 Art. 3, with natural villages apart as 广东省地名管理条例 Art. 3 does. */
public enum PlaceCategory {
    NATURAL("自然地理实体"),
    DIVISION("行政区划"),
    VILLAGE_SEAT("村（居）委会所在地"),
    PARK("公园、自然保护地"),
    STREET("街路巷"),
    NATURAL_VILLAGE("自然村"),
    ESTATE("住宅区、楼宇"),
    FACILITY("设施"),
    OTHER("其他地理实体");

    private final String title;

    PlaceCategory(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<PlaceCategory> find(String text) {
        return Arrays.stream(values()).filter(c -> c.name().equals(text)).findFirst();
    }
}
