package cn.diming.api.ogc;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.feature.Extent;
import cn.diming.core.feature.ExtentStore;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.geo.Bbox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which collections somebody sees, where they are, and in which reference systems they can be had. */
@Component
final class Systems {

    private final ExtentStore extents;

    Systems(Core core) {
        this.extents = core.extents();
    }

    List<FeatureType> typesFor(Actor actor) {
        return Arrays.stream(FeatureType.values())
                .filter(type -> type.isFor(actor))
                .toList();
    }

    Extent extent(Actor actor, FeatureType type) {
        return extents.of(actor, type);
    }

    /** All collections are offered in the same systems. */
    List<OgcCrs> offered(Actor actor) {
        Optional<Bbox> all = typesFor(actor).stream()
                .flatMap(type -> extent(actor, type).box().stream())
                .reduce(Bbox::union);
        return OgcCrs.offered(all);
    }

    /**
     * @param parameter name of the parameter or header, for the message
     * @throws cn.diming.api.problem.ProblemException 400 for a system that is not offered
     */
    OgcCrs system(Actor actor, String parameter, String uri) {
        return offered(actor).stream()
                .filter(offered -> offered.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> OgcRequest.bad(parameter + " 不是所提供的坐标系：" + OgcRequest.shorten(uri)));
    }
}
