package cn.diming.core.signage;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.StreetAxis;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where roads come into settlements (上海市地名管理条例 Art. 33: at each entrance that joins a main road): where a road crosses
 * the outline, on its right as one comes in. Main roads are those up to the profile's rank; where none of them
 * passes, those of the best rank that does.
 */
public final class Entrances {

    private static final double STEP_METRES = 5;

    private final SignProfile profile;
    private final STRtree roads = new STRtree();

    public Entrances(SignProfile profile, List<SignedStreet> roads) {
        this.profile = profile;
        roads.forEach(road -> this.roads.insert(road.line().getEnvelopeInternal(), road));
    }

    /**
     * The entrances of a settlement, apart from one another as the profile says.
     *
     * @param outline Polygon or MultiPolygon, EPSG:4490
     */
    @SuppressWarnings("unchecked")
    public List<LonLat> of(Geometry outline) {
        PreparedGeometry inside = PreparedGeometryFactory.prepare(outline);
        Geometry border = outline.getBoundary();
        List<SignedStreet> crossing = ((List<SignedStreet>) roads.query(outline.getEnvelopeInternal()))
                .stream().filter(road -> road.line().intersects(border)).toList();
        int best = crossing.stream().mapToInt(SignedStreet::rank).min().orElse(0);
        List<LonLat> entrances = new ArrayList<>();
        crossing.stream()
                .filter(road -> road.rank() <= Math.max(best, profile.entranceRank()))
                .sorted((one, other) -> one.rank() - other.rank())
                .forEach(road -> addAll(road, border, inside, entrances));
        return entrances;
    }

    private void addAll(SignedStreet road, Geometry border, PreparedGeometry inside, List<LonLat> entrances) {
        StreetAxis axis = StreetAxis.of(road.line(), LonLat::lon);
        for (Coordinate point : road.line().intersection(border).getCoordinates()) {
            LonLat crossing = LonLat.of(point);
            boolean isApart = entrances.stream()
                    .allMatch(other -> Ellipsoid.distanceMetres(other, crossing) > profile.entranceApartMetres());
            if (isApart) {
                entrances.add(Ellipsoid.move(crossing, inward(axis, crossing, inside) + 90, profile.cornerMetres()));
            }
        }
    }

    /** Bearing in which one comes in. */
    private static double inward(StreetAxis axis, LonLat crossing, PreparedGeometry inside) {
        double chainage = axis.locate(crossing, 0).chainage();
        LonLat before = axis.at(Math.max(0, chainage - STEP_METRES));
        LonLat after = axis.at(Math.min(axis.lengthMetres(), chainage + STEP_METRES));
        double bearing = Ellipsoid.bearingDegrees(before, after);
        return inside.covers(after.toPoint()) ? bearing : bearing + 180;
    }
}
