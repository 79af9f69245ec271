package cn.diming.core.paper;

import cn.diming.core.change.RecordKind;
import cn.diming.core.document.Image;
import cn.diming.core.font.Lettering;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.paper.NameSheet.Sides;
import cn.diming.core.paper.SketchMap.Feature;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What lies around a place: its four sides in words, and the sketch map. */
final class Surroundings {

    private static final int MOST = 150;

    /** What bounds a place may lie outside of its sketch. */
    private static final double BEYOND_METRES = 300;

    private final RecordStore records;

    Surroundings(RecordStore records) {
        this.records = records;
    }

    /** @param itself the record of the place, which is no neighbour of its own */
    List<Feature> neighbours(Geometry place, OptionalLong itself) {
        Bbox box = SketchMap.extent(place).growMetres(BEYOND_METRES);
        List<Feature> neighbours = new ArrayList<>();
        Stream.of(RecordKind.GROUND, RecordKind.PLACE)
                .flatMap(kind -> records.inBox(kind, box, MOST).stream())
                .filter(Disclosure::isPublic)
                .filter(record -> itself.isEmpty() || record.id() != itself.getAsLong())
                .forEach(record -> feature(record).ifPresent(neighbours::add));
        return neighbours;
    }

    private static Optional<Feature> feature(StoredRecord record) {
        String name = Lettering.printable(record.title());
        return record.geometry()
                .filter(geometry -> !geometry.isEmpty() && !name.isBlank())
                .map(geometry -> new Feature(name, geometry));
    }

    Image sketch(String name, Geometry place, List<Feature> neighbours) {
        return SketchMap.draw(new Feature(Lettering.printable(name), place), neighbours);
    }

    /** A line with marks that stand on it, before what lies around. */
    Image sketch(String name, Geometry line, Map<String, LonLat> marks) {
        List<Feature> on = new ArrayList<>();
        marks.forEach((title, place) -> on.add(new Feature(Lettering.printable(title), place.toPoint())));
        List<Feature> around = neighbours(line, OptionalLong.empty()).stream()
                .map(Surroundings::withoutStreetName)
                .toList();
        return SketchMap.draw(new Feature(Lettering.printable(name), line), on, around);
    }

    /** Along kilometres of line, names of streets would leave no room for those of villages and waters. */
    private static Feature withoutStreetName(Feature neighbour) {
        return neighbour.geometry().getDimension() == 1 ? new Feature("", neighbour.geometry()) : neighbour;
    }

    /** What comes first when one leaves the place to the east, the south, the west and the north. */
    Sides sides(Geometry place, List<Feature> neighbours) {
        Envelope own = place.getEnvelopeInternal();
        Coordinate centre = own.centre();
        double reach = 3 * Math.max(Math.max(own.getWidth(), own.getHeight()), 0.002);
        return new Sides(
                first(place, neighbours, new Coordinate(centre.x + reach, centre.y)),
                first(place, neighbours, new Coordinate(centre.x, centre.y - reach)),
                first(place, neighbours, new Coordinate(centre.x - reach, centre.y)),
                first(place, neighbours, new Coordinate(centre.x, centre.y + reach)));
    }

    private static Optional<String> first(Geometry place, List<Feature> neighbours, Coordinate end) {
        Coordinate start = place.getEnvelopeInternal().centre();
        Geometry way = place.getFactory().createLineString(new Coordinate[] {start, end});
        Optional<String> first = Optional.empty();
        double nearest = Double.MAX_VALUE;
        for (Feature neighbour : neighbours) {
            if (!neighbour.geometry().intersects(way) || neighbour.geometry().covers(place)) {
                continue;
            }
            for (Coordinate met : neighbour.geometry().intersection(way).getCoordinates()) {
                if (met.distance(start) < nearest) {
                    nearest = met.distance(start);
                    first = Optional.of(neighbour.name());
                }
            }
        }
        return first;
    }
}
