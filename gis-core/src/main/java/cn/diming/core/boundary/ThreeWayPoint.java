package cn.diming.core.boundary;

import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where three divisions meet (三交点).
 *
 * @param codes the three, ascending
 * @param officialNumber as on the papers, {@code 238184I}
 * @param position EPSG:4490
 */
public record ThreeWayPoint(
        long id,
        int version,
        List<DivisionCode> codes,
        Optional<String> officialNumber,
        Optional<String> description,
        LonLat position) {

    /** @throws IllegalArgumentException in Chinese */
    public ThreeWayPoint {
        codes = codes.stream()
                .sorted((a, b) -> a.digits().compareTo(b.digits()))
                .distinct()
                .toList();
        if (codes.size() != 3) {
            throw new IllegalArgumentException("三交点应有三个不同的区划");
        }
    }

    /** Unique over all points: the three codes, ascending. */
    public String key() {
        return codes.stream().map(DivisionCode::prefix).collect(Collectors.joining("-"));
    }

    /** The number as the papers write it: the last two digits of each, ascending, and I. */
    public String usualNumber() {
        return codes.stream()
                        .map(code -> code.prefix().substring(code.prefix().length() - 2))
                        .collect(Collectors.joining())
                + "I";
    }
}
