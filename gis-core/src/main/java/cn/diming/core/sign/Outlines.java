package cn.diming.core.sign;

import cn.diming.core.geo.Bbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The settlements of a division and how far they reach: hamlets and estates that were drawn as areas; villages where they are
 * built up, as the base map shows it, and where it shows nothing, as far as their boundary.
 */
final class Outlines {

    private final SignStore store;

    Outlines(SignStore store) {
        this.store = store;
    }

    List<Outline> in(String prefix) {
        List<Outline> villages = store.villagesIn(prefix);
        return Stream.concat(store.settlementsIn(prefix).stream(), builtUp(villages).stream())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Outline> builtUp(List<Outline> villages) {
        STRtree built = new STRtree();
        villages.stream()
                .map(village -> Bbox.of(village.area()))
                .reduce(Bbox::union)
                .ifPresent(box -> store.builtUpIn(box).forEach(area -> built.insert(area.getEnvelopeInternal(), area)));
        List<Outline> outlines = new ArrayList<>();
        for (Outline village : villages) {
            List<Geometry> there = ((List<Geometry>) built.query(village.area().getEnvelopeInternal()))
                    .stream()
                            .filter(area -> village.area().covers(area.getInteriorPoint()))
                            .toList();
            Geometry area = there.isEmpty() ? village.area() : OverlayNGRobust.union(there);
            outlines.add(new Outline(village.id(), village.name(), village.category(), area));
        }
        return outlines;
    }
}
