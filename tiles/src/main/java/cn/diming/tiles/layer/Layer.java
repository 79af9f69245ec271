package cn.diming.tiles.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A map layer. Zoom levels count from 0 (the whole world in one tile) to 22.
 *
 * @param name name inside the tiles, lower case with underscores
 * @param attributes names of the attributes that tiles carry, in this order
 * @param audience who may see it
 * @param rank attribute that holds the importance of a feature, 1 = most important; features without it come last
 * @param firstZoom rank → first zoom at which such a feature is drawn; ranks not listed wait for the largest zoom listed
 * @param thinning how crowded points are thinned out
 * @param minimumPixels lines and polygons smaller than this (256-pixel tiles) are left out; 0 keeps all
 * @param coverage polygons of one rank share their borders and are simplified together
 * @param publicDecimals decimals of a degree that the public gets of this layer, where they are fewer than usual
 */
public record Layer(
        String name,
        GeometryKind kind,
        int minZoom,
        int maxZoom,
        List<String> attributes,
        Audience audience,
        Optional<String> rank,
        Map<Integer, Integer> firstZoom,
        Thinning thinning,
        double minimumPixels,
        boolean coverage,
        OptionalInt publicDecimals,
        LayerSource source) {

    /** Rank of a feature that states none. */
    public static final int UNRANKED = 127;

    /**
     * At most {@code keep} points in each of the 16 × 16 cells of a tile, the most important first; from
     * {@code allFrom} on every point is there. A point drawn at one zoom is drawn at all later ones, because a cell's
     * best stay the best of its quarters.
     */
    public record Thinning(int keep, int allFrom) {
        public Thinning {
            if (keep < 1) {
                throw new IllegalArgumentException("每格至少保留一个点：" + keep);
            }
        }
    }

    public Layer {
        attributes = List.copyOf(attributes);
        firstZoom = Map.copyOf(firstZoom);
        if (!name.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException("图层名称只能用小写字母和下划线：" + name);
        }
        if (minZoom < 0 || maxZoom > 22 || minZoom > maxZoom) {
            throw new IllegalArgumentException("图层 %s 的级别范围不对：%d–%d".formatted(name, minZoom, maxZoom));
        }
        if (publicDecimals.orElse(0) < 0) {
            throw new IllegalArgumentException("图层 %s 的坐标位数不能为负".formatted(name));
        }
        if (coverage && kind != GeometryKind.POLYGON) {
            throw new IllegalArgumentException("只有面图层可以共边：" + name);
        }
    }

    /** Values a feature has here: what tiles carry and, for staff, in whose area it lies. */
    public int columns() {
        return attributes.size() + (audience == Audience.STAFF ? 1 : 0);
    }

    /** First zoom at which a feature of this rank is drawn. */
    public int visibleFrom(int featureRank) {
        if (firstZoom.isEmpty()) {
            return minZoom;
        }
        Integer zoom = firstZoom.get(featureRank);
        int first = zoom != null
                ? zoom
                : firstZoom.values().stream().mapToInt(Integer::intValue).max().orElse(minZoom);
        return Math.max(minZoom, first);
    }

    /** True if anything of this layer may be drawn at the zoom. */
    public boolean drawnAt(int zoom) {
        return zoom >= minZoom && zoom <= maxZoom;
    }
}
