package cn.diming.core.patrol;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.fixtures.BoundaryDrafts;
import cn.diming.core.fixtures.Drafts;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/** A line of some five kilometres with bends, and a marker at each kilometre. */
final class PatrolSamples {

    static final Geometry LINE = Drafts.wkt(
            "LINESTRING (113.44 22.93, 113.446 22.925, 113.451 22.925, 113.455 22.915, 113.462 22.913, 113.47 22.9)");

    private static final String WEST = "440113101000";

    static final Actor INSPECTOR = actor(Role.BOUNDARY_INSPECTOR, "440113101");
    static final Actor OFFICER = actor(Role.NAMING_OFFICER, "440113");
    static final Actor ELSEWHERE = actor(Role.BOUNDARY_INSPECTOR, "440115");

    private static Actor actor(Role role, String jurisdiction) {
        return new Actor(OptionalLong.empty(), "test", role, jurisdiction);
    }

    static BoundaryLine line(Core core, Geometry geometry) {
        return line(core, LineKind.LEGAL, geometry);
    }

    static BoundaryLine line(Core core, LineKind kind, Geometry geometry) {
        BoundaryLine line = core.boundaryLines()
                .register(
                        Actor.OPERATOR,
                        "甲乙线",
                        kind,
                        BoundaryDrafts.agreement("甲镇与乙镇行政区域界线协议书", WEST, "440113102000"),
                        geometry);
        LineMeasure measure = new LineMeasure(geometry);
        for (int i = 1; i * 1000 < measure.lengthMetres(); i++) {
            core.boundaryMarkers()
                    .register(Actor.OPERATOR, line.id(), BoundaryDrafts.marker(i, measure.at(i * 1000), WEST));
        }
        return line;
    }

    private PatrolSamples() {}
}
