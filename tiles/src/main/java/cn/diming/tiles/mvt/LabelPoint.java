package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.GeometryKind;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Where the name of a feature is written. */
final class LabelPoint {
    private LabelPoint() {}

    /** Morton code of the place for any geometry: the point itself, the middle of a line, the heart of a polygon. */
    static long of(Geometry geometry) {
        Geometry largest = largestPart(geometry);
        if (largest.getDimension() == 2) {
            int[] path = WorldPath.of(largest, GeometryKind.POLYGON);
            return path.length == 0 ? code(largest.getCoordinate()) : ofPolygon(path);
        }
        return code(largest.getInteriorPoint().getCoordinate());
    }

    private static long code(Coordinate lonLat) {
        return Morton.code(TileGrid.worldX(lonLat.x), TileGrid.worldY(lonLat.y));
    }

    /** Middle of the largest circle inside, of an outline coarse enough to be quick and fine enough for a label. */
    private static long ofPolygon(int[] path) {
        Geometry polygon = WorldPath.polygons(path);
        double size = Math.sqrt(polygon.getArea());
        Geometry coarse = DouglasPeuckerSimplifier.simplify(polygon, size / 100);
        Geometry outline = largestPart(coarse.isEmpty() ? polygon : coarse);
        Coordinate middle = MaximumInscribedCircle.getCenter(outline, Math.max(1, size / 50))
                .getCoordinate();
        return Morton.code((int) middle.x, (int) middle.y);
    }

    private static Geometry largestPart(Geometry geometry) {
        Geometry largest = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.getArea() > largest.getArea() || part.getLength() > largest.getLength() && part.getArea() == 0) {
                largest = part;
            }
        }
        return largest;
    }
}
