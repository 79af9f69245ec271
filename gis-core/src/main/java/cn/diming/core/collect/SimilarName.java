package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import java.util.OptionalDouble;

/**
 * A record with a name like the reported one, or at the same place.
 *
 * @param how in what way it is like it, Chinese
 */
public record SimilarName(
        long placeId,
        String name,
        String how,
        String categoryTitle,
        String divisionCode,
        OptionalDouble distanceMetres,
        LonLat position) {}
