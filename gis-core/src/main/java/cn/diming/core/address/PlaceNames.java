package cn.diming.core.address;

import cn.diming.core.record.PlaceCategory;
import java.util.Set;

/** The names of streets, villages and estates an address is read by. */
@FunctionalInterface
public interface PlaceNames {

    /** Nothing is known but divisions. */
    PlaceNames NONE = (name, divisionPrefix) -> Set.of();

    /** The categories of places that bear the name in a division (code prefix, empty = anywhere). */
    Set<PlaceCategory> find(String name, String divisionPrefix);
}
