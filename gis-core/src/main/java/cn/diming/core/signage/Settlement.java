package cn.diming.core.signage;

import cn.diming.core.geo.LonLat;
import java.util.List;

/**
 * A village or estate that is named at its entrances.
 *
 * @param entrances where its lanes meet a main road, EPSG:4490
 */
public record Settlement(long id, String name, String pinyin, SignKind kind, List<LonLat> entrances) {

    public Settlement {
        entrances = List.copyOf(entrances);
    }
}
