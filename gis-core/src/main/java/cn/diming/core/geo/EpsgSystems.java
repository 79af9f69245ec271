package cn.diming.core.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;

/** The EPSG database through GeoTools, longitude first, with what was asked once kept. */
final class EpsgSystems {

    private static final Map<String, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();
    private static final Map<String, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

    static boolean exists(String code) {
        try {
            return decode("EPSG:" + code) != null;
        } catch (BadCoordinateException unknown) {
            return false;
        }
    }

    static CoordinateReferenceSystem decode(String id) {
        return SYSTEMS.computeIfAbsent(id, key -> {
            try {
                return CRS.decode(key, true);
            } catch (FactoryException unknown) {
                throw new BadCoordinateException("没有坐标系 " + key, unknown);
            }
        });
    }

    static boolean isGeographic(String id) {
        return decode(id) instanceof GeographicCRS;
    }

    /** Not lenient: where the database has no datum shift there is no transform, instead of a wrong one. */
    static MathTransform transform(String from, String to) {
        return TRANSFORMS.computeIfAbsent(from + ">" + to, key -> {
            try {
                return CRS.findMathTransform(decode(from), decode(to), false);
            } catch (FactoryException impossible) {
                throw new BadCoordinateException(
                        "不能从 " + from + " 转换到 " + to + "：缺少基准转换参数（西安 80 等请先用测绘部门的参数转换）", impossible);
            }
        });
    }

    private EpsgSystems() {}
}
