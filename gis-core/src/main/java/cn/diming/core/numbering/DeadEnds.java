package cn.diming.core.numbering;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Which streets are dead ends, and where each of them leaves the street it belongs to. */
public final class DeadEnds {

    private static final double MOUTH_METRES = 5;

    private final Map<Long, StreetAxis> axes = new HashMap<>();
    private final STRtree tree = new STRtree();

    /** @param lines of all streets around, by id: LineString or MultiLineString, EPSG:4490 */
    public DeadEnds(Map<Long, Geometry> lines) {
        lines.forEach((id, line) -> {
            axes.put(id, StreetAxis.of(line, point -> 0));
            tree.insert(line.getEnvelopeInternal(), id);
        });
    }

    /** The end that is on another street, where just one is. */
    public Optional<LonLat> mouth(long street) {
        StreetAxis axis = axes.get(street);
        if (axis == null) {
            return Optional.empty();
        }
        boolean start = meets(axis.start(), street);
        boolean end = meets(axis.end(), street);
        return start == end ? Optional.empty() : Optional.of(start ? axis.start() : axis.end());
    }

    @SuppressWarnings("unchecked")
    private boolean meets(LonLat place, long street) {
        List<Long> around = tree.query(Bbox.around(place, MOUTH_METRES).toEnvelope());
        return around.stream()
                .filter(other -> other != street)
                .flatMap(other -> Optional.ofNullable(axes.get(other)).stream())
                .anyMatch(axis -> axis.locate(place, 0).distanceMetres() <= MOUTH_METRES);
    }
}
