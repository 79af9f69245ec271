package cn.diming.core.region;

import cn.diming.core.db.Db;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Tells for very many geometries, one after the other, which division each lies in. Holds all polygons in memory. */
public final class DivisionLocator {

    private final STRtree tree = new STRtree();

    /** Takes the polygons as they are now; later changes are not seen. */
    public DivisionLocator(Db db) {
        db.forEach("SELECT code, level, geom FROM division WHERE geom IS NOT NULL AND valid_to_year IS NULL", row -> {
            Geometry polygon = row.findGeometry("geom").orElseThrow();
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
            tree.insert(polygon.getEnvelopeInternal(), new Area(row.getText("code"), row.getInt("level"), prepared));
        });
        tree.build();
    }

    /** Code of the smallest division that holds the geometry's middle; empty outside of all polygons. */
    public Optional<String> divisionOf(Geometry geometry) {
        if (geometry.isEmpty()) {
            return Optional.empty();
        }
        Point middle = geometry instanceof Point point ? point : geometry.getInteriorPoint();
        List<Area> found = new ArrayList<>();
        tree.query(middle.getEnvelopeInternal(), area -> found.add((Area) area));
        return found.stream()
                .sorted(Comparator.comparingInt(Area::level).reversed().thenComparing(Area::code))
                .filter(area -> area.polygon.intersects(middle))
                .map(Area::code)
                .findFirst();
    }

    private record Area(String code, int level, PreparedGeometry polygon) {}
}
