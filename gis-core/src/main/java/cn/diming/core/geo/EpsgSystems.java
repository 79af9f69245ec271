package cn.diming.core.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;

/** The EPSG database through GeoTools, longitude first, with what was asked once kept. */
final class EpsgSystems {

    private static final Map<String, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();
    private static final Map<String, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

    /** Whether there is such a system and it is one for maps: geographic or projected, in two dimensions. */
    static boolean isHorizontal(String id) {
        try {
            CoordinateReferenceSystem system = decode(id);
            return (system instanceof GeographicCRS || system instanceof ProjectedCRS)
                    && system.getCoordinateSystem().getDimension() == 2;
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

    /** The database's name of the system, such as {@code Beijing 1954 / 3-degree Gauss-Kruger CM 114E}. */
    static String name(String id) {
        return decode(id).getName().getCode();
    }

    /** The database's name of the datum, such as {@code China 2000}. */
    static String datum(String id) {
        return ((SingleCRS) decode(id)).getDatum().getName().getCode();
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
