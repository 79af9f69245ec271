package cn.diming.tiles.layer;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature to be drawn.
 *
 * @param id stable within the layer, 0 … 2⁵³−1 so that JavaScript can hold it
 * @param geometry CGCS2000 longitude/latitude (EPSG:4490), x = longitude; not empty
 * @param attributes strings, whole numbers, decimals and booleans; others are refused; an absent value is left out
 * @param area division code of what only staff of that area may see; empty if all may see it who may see the layer
 */
public record MapFeature(
        String layer, long id, Geometry geometry, Map<String, Object> attributes, Optional<String> area) {
    /** Largest id: the largest whole number that JavaScript holds exactly. */
    public static final long MAX_ID = (1L << 53) - 1;

    /** For all who may see the layer. */
    public MapFeature(String layer, long id, Geometry geometry, Map<String, Object> attributes) {
        this(layer, id, geometry, attributes, Optional.empty());
    }

    public MapFeature {
        attributes = Map.copyOf(attributes);
        if (id < 0 || id > MAX_ID) {
            throw new IllegalArgumentException("要素编号超出范围：" + id);
        }
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("图层 %s 的要素 %d 没有图形".formatted(layer, id));
        }
        Envelope box = geometry.getEnvelopeInternal();
        if (!(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90)) {
            throw new IllegalArgumentException("图层 %s 的要素 %d 坐标不是经纬度".formatted(layer, id));
        }
        for (Map.Entry<String, Object> entry : attributes.entrySet()) {
            if (!isPlain(entry.getValue())) {
                throw new IllegalArgumentException("属性 %s 的类型不能写入瓦片".formatted(entry.getKey()));
            }
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    public FeatureRef ref() {
        return new FeatureRef(layer, id);
    }
}
