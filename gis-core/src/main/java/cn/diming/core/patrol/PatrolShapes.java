package cn.diming.core.patrol;

import cn.diming.core.geo.Geometries;
import cn.diming.core.patrol.TrackLeg.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a patrol looks like on a map: GeoJSON in EPSG:4490, the walk with bends of less than a metre left out. */
final class PatrolShapes {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double BEND_DEGREES = 0.00001;

    static String of(List<List<TrackLeg>> tracks, PatrolledLine line, PatrolFigures figures) {
        ObjectNode all = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = all.putArray("features");
        for (List<TrackLeg> legs : tracks) {
            feature(features, "WALK", chains(legs, Kind.WALKED));
            feature(features, "FAST", chains(legs, Kind.FAST));
            feature(features, "JUMP", chains(legs, Kind.JUMP));
        }
        for (Stretch gap : figures.gaps()) {
            feature(features, "GAP", parts(line.shape(gap)));
        }
        return JSON.writeValueAsString(all);
    }

    /** Legs of a kind that follow one another make one line. */
    private static List<Coordinate[]> chains(List<TrackLeg> legs, Kind kind) {
        List<Coordinate[]> chains = new ArrayList<>();
        List<Coordinate> chain = new ArrayList<>();
        Fix last = null;
        for (TrackLeg leg : legs) {
            if (leg.kind() != kind) {
                continue;
            }
            if (leg.from() != last) {
                close(chain, chains);
                chain.add(leg.from().coordinate());
            }
            chain.add(leg.to().coordinate());
            last = leg.to();
        }
        close(chain, chains);
        return chains;
    }

    private static void close(List<Coordinate> chain, List<Coordinate[]> chains) {
        if (!chain.isEmpty()) {
            Geometry line = Geometries.FACTORY.createLineString(chain.toArray(Coordinate[]::new));
            chains.add(DouglasPeuckerSimplifier.simplify(line, BEND_DEGREES).getCoordinates());
            chain.clear();
        }
    }

    private static List<Coordinate[]> parts(Geometry geometry) {
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(geometry.getGeometryN(i).getCoordinates());
        }
        return parts;
    }

    private static void feature(ArrayNode features, String kind, List<Coordinate[]> parts) {
        if (parts.isEmpty()) {
            return;
        }
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.set("properties", JSON.valueToTree(Map.of("kind", kind)));
        ObjectNode geometry = feature.putObject("geometry").put("type", "MultiLineString");
        ArrayNode lines = geometry.putArray("coordinates");
        for (Coordinate[] part : parts) {
            ArrayNode line = lines.addArray();
            for (Coordinate c : part) {
                line.addArray().add(rounded(c.x)).add(rounded(c.y));
            }
        }
    }

    /** To a decimetre. */
    private static double rounded(double degrees) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6f", degrees));
    }

    private PatrolShapes() {}
}
