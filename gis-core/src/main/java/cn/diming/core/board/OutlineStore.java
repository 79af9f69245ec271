package cn.diming.core.board;

import cn.diming.core.db.Db;
import cn.diming.core.region.Division;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Outlines of divisions for a small map of figures: simplified together, so that neighbours still share their border. */
final class OutlineStore {

    /** A small map is about this many pixels wide; what is smaller than one is left out. */
    private static final double PIXELS = 500;

    private final Db db;

    OutlineStore(Db db) {
        this.db = db;
    }

    /** Those of the divisions that have a polygon. */
    List<AreaOutline> of(List<Division> divisions) {
        List<AreaOutline> found = new ArrayList<>();
        for (Division division : divisions) {
            db.sql("SELECT geom FROM division WHERE id = :id")
                    .param("id", division.id())
                    .find(row -> row.findGeometry("geom"))
                    .flatMap(geometry -> geometry)
                    .filter(Polygonal.class::isInstance)
                    .ifPresent(area -> found.add(new AreaOutline(division.code().digits(), division.name(), area)));
        }
        Geometry[] exact = found.stream().map(AreaOutline::area).toArray(Geometry[]::new);
        if (exact.length == 0) {
            return List.of();
        }
        Geometry[] simple = CoverageSimplifier.simplify(exact, pixel(exact));
        List<AreaOutline> outlines = new ArrayList<>();
        for (int i = 0; i < simple.length; i++) {
            outlines.add(
                    new AreaOutline(found.get(i).divisionCode(), found.get(i).name(), simple[i]));
        }
        return outlines;
    }

    private static double pixel(Geometry[] areas) {
        Envelope all = new Envelope();
        for (Geometry area : areas) {
            all.expandToInclude(area.getEnvelopeInternal());
        }
        return Math.max(all.getWidth(), all.getHeight()) / PIXELS;
    }
}
