package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entrance that wants a number.
 *
 * @param position EPSG:4490, of the entrance, or of the house where nobody measured the entrance
 * @param street the street it is said to belong to, by id; empty = the nearest
 * @param number the number it has
 * @param locked the number must stay
 * @param homestead doors of one homestead (宅基地) share a main number
 */
public record Door(
        long id,
        LonLat position,
        OptionalLong street,
        Optional<PlateNumber> number,
        boolean locked,
        Optional<String> homestead) {

    public Door {
        if (locked && number.isEmpty()) {
            throw new IllegalArgumentException("锁定的门牌必须有号码：" + id);
        }
    }

    /** A door that nobody has numbered. */
    public static Door at(long id, LonLat position) {
        return new Door(id, position, OptionalLong.empty(), Optional.empty(), false, Optional.empty());
    }

    /** The same door, its number settled. */
    public Door lockedAt(PlateNumber settled) {
        return new Door(id, position, street, Optional.of(settled), true, homestead);
    }

    Optional<PlateNumber> anchor() {
        return number.filter(n -> locked);
    }
}
