package cn.diming.core.signage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A local rule of signs, a row of {@code sign-profiles.yml}.
 *
 * @param postsAtCrossing 1 in villages, 2 diagonally in towns, 4 in cities
 * @param longGapMetres a sign stands between crossings that are farther apart
 * @param mergeMetres posts nearer to each other than this become one (多杆合一)
 * @param touchMetres an end as near to another street meets it
 * @param cornerMetres a post stands so far from the middle of its crossing
 * @param laneTerms generic terms at the end of a name that make it a lane
 * @param entranceRank roads up to this rank have a settlement's name where they enter it
 * @param entranceApartMetres entrances nearer to each other than this are one
 * @param lowestRank streets of a higher rank number are neither signed nor counted as crossings
 * @param tieIsEastWest a street at exactly 45° counts as running east–west
 * @param sizes of plates by kind
 * @param source law, standard or decision
 */
public record SignProfile(
        String name,
        String title,
        int postsAtCrossing,
        double longGapMetres,
        double mergeMetres,
        double touchMetres,
        double cornerMetres,
        Set<String> laneTerms,
        int entranceRank,
        double entranceApartMetres,
        int lowestRank,
        boolean tieIsEastWest,
        Map<SignKind, PlateSize> sizes,
        List<Mounting> mountings,
        String source) {

    public SignProfile {
        sizes = Map.copyOf(sizes);
        laneTerms = Set.copyOf(laneTerms);
        mountings = List.copyOf(mountings);
        if (postsAtCrossing != 1 && postsAtCrossing != 2 && postsAtCrossing != 4) {
            throw new IllegalArgumentException("路口立杆数应为 1、2 或 4");
        }
        if (!(longGapMetres > 0
                && mergeMetres >= 0
                && touchMetres >= 0
                && cornerMetres >= 0
                && entranceApartMetres >= 0)) {
            throw new IllegalArgumentException("长度不能为负");
        }
        if (mountings.isEmpty() || !sizes.containsKey(SignKind.STREET)) {
            throw new IllegalArgumentException("缺少街牌尺寸或安装方式");
        }
    }

    /**
     * A plate as it is ordered.
     *
     * @param priceYuan of one, both faces
     */
    public record PlateSize(int widthMillimetres, int heightMillimetres, double priceYuan) {

        public PlateSize {
            if (widthMillimetres < 50
                    || heightMillimetres < 50
                    || widthMillimetres > 5000
                    || heightMillimetres > 5000) {
                throw new IllegalArgumentException("牌面尺寸应在 50 至 5000 毫米之间");
            }
        }
    }

    /** What a plate is fixed to; the first one is usual. */
    public record Mounting(String title, double priceYuan) {}

    public Mounting usualMounting() {
        return mountings.getFirst();
    }

    /** A lane has a smaller plate than a street. */
    public SignKind kindOf(String street) {
        return laneTerms.stream().anyMatch(street::endsWith) ? SignKind.LANE : SignKind.STREET;
    }

    /** The size of a kind of sign, that of street signs where the profile has none. */
    public PlateSize size(SignKind kind) {
        return Optional.ofNullable(sizes.get(kind))
                .or(() -> Optional.ofNullable(sizes.get(SignKind.STREET)))
                .orElseThrow();
    }
}
