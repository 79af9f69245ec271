package cn.diming.dataimport.source;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Brings a geometry of any origin to what a row carries: x and y only, possible numbers, not empty. */
final class Planar {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Planar() {}

    static Optional<Geometry> of(Geometry geometry, List<SourceProblem> problems) {
        if (geometry.isEmpty()) {
            problems.add(SourceProblem.note("几何为空"));
            return Optional.empty();
        }
        Look look = new Look();
        geometry.apply(look);
        if (look.impossible) {
            problems.add(SourceProblem.row("坐标不是有效的数值"));
            return Optional.empty();
        }
        if (look.higher) {
            problems.add(SourceProblem.note("高程 Z 和度量 M 未保留"));
            return Optional.of(new GeometryEditor(FACTORY).edit(geometry, new Flatten()));
        }
        return Optional.of(geometry);
    }

    private static final class Look implements CoordinateSequenceFilter {
        private boolean impossible;
        private boolean higher;

        @Override
        public void filter(CoordinateSequence points, int i) {
            impossible |= !CoordinateText.possible(points.getX(i)) || !CoordinateText.possible(points.getY(i));
            higher |= (points.hasZ() && !Double.isNaN(points.getZ(i))) || points.hasM();
        }

        @Override
        public boolean isDone() {
            return impossible;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }

    private static final class Flatten extends GeometryEditor.CoordinateSequenceOperation {
        @Override
        public CoordinateSequence edit(CoordinateSequence points, Geometry geometry) {
            CoordinateXY[] flat = new CoordinateXY[points.size()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = new CoordinateXY(points.getX(i), points.getY(i));
            }
            return new CoordinateArraySequence(flat, 2, 0);
        }
    }
}
