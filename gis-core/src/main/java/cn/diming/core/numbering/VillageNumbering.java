package cn.diming.core.numbering;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.StreetPlan.Assignment;
import cn.diming.core.numbering.StreetPlan.Reason;
import cn.diming.core.numbering.StreetPlan.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Numbers a whole village: each door on its street, and what stands near no street as a unit of its own, row by row
 * (江门市门楼号牌管理办法 Art. 6: 按村民小组、根据地形和布局编列).
 */
public final class VillageNumbering {

    private final NumberingProfile profile;
    private final StreetNumbering numbering;

    public VillageNumbering(NumberingProfile profile) {
        this.profile = profile;
        this.numbering = new StreetNumbering(profile);
    }

    /**
     * The numbers of a village.
     *
     * @param streets plans by street id
     * @param village doors near no street, numbered with the village
     * @param corners doors that stand on a corner, each with the streets it might belong to, nearest first
     */
    public record VillagePlan(Map<Long, StreetPlan> streets, StreetPlan village, Map<Long, List<Long>> corners) {

        public VillagePlan {
            streets = Map.copyOf(streets);
            corners = Map.copyOf(corners);
        }
    }

    public VillagePlan number(List<NumberedStreet> streets, List<Door> doors) {
        Set<Long> known = streets.stream().map(NumberedStreet::id).collect(Collectors.toSet());
        Nearest nearest = new Nearest(streets);
        Map<Long, List<Door>> byStreet = new LinkedHashMap<>();
        Map<Long, List<Long>> corners = new HashMap<>();
        List<Door> astray = new ArrayList<>();
        for (Door door : doors) {
            List<Near> near = nearest.to(door.position(), profile.farthestMetres());
            Optional<Long> declared =
                    door.street().stream().boxed().filter(known::contains).findFirst();
            Optional<Long> chosen = declared.or(() -> near.stream().findFirst().map(Near::street));
            if (chosen.isEmpty()) {
                astray.add(door);
                continue;
            }
            byStreet.computeIfAbsent(chosen.get(), key -> new ArrayList<>()).add(door);
            if (declared.isEmpty() && isCorner(near)) {
                corners.put(door.id(), near.stream().limit(2).map(Near::street).toList());
            }
        }
        Map<Long, StreetPlan> plans = new LinkedHashMap<>();
        streets.stream()
                .filter(street -> byStreet.containsKey(street.id()))
                .forEach(street -> plans.put(
                        street.id(), numbering.number(street, byStreet.getOrDefault(street.id(), List.of()))));
        return new VillagePlan(plans, inRows(astray), corners);
    }

    private boolean isCorner(List<Near> near) {
        return near.size() > 1
                && near.get(0).metres()
                        > profile.village().cornerRatio() * near.get(1).metres();
    }

    /** Row by row from where the profile begins, each row walked back from where the last one ended. */
    private StreetPlan inRows(List<Door> doors) {
        if (doors.isEmpty()) {
            return new StreetPlan(List.of(), List.of(), List.of(), List.of());
        }
        List<Door> ordered = rows(doors);
        Set<Integer> taken = new HashSet<>(profile.avoided());
        Map<String, Integer> homesteads = new HashMap<>();
        Map<String, Integer> households = new HashMap<>();
        List<Assignment> assignments = new ArrayList<>();
        List<Undecided> conflicts = new ArrayList<>();
        for (Door door : ordered) {
            door.anchor().ifPresent(number -> {
                if (!taken.add(number.main()) && number.sub() == 0) {
                    conflicts.add(new Undecided(door, Reason.DUPLICATE));
                }
            });
        }
        int next = 1;
        for (Door door : ordered) {
            Optional<Integer> shared = door.homestead().map(homesteads::get);
            if (door.anchor().isPresent()) {
                assignments.add(inVillage(door, door.anchor().get()));
            } else if (shared.isPresent()) {
                int household = households.merge(door.homestead().orElseThrow(), 2, (a, b) -> a + 1);
                assignments.add(inVillage(door, new PlateNumber(shared.get(), household, SubStyle.HOUSEHOLD)));
            } else {
                while (taken.contains(next)) {
                    next++;
                }
                int main = next++;
                door.homestead().ifPresent(h -> homesteads.put(h, main));
                assignments.add(inVillage(door, PlateNumber.of(main)));
            }
        }
        return new StreetPlan(assignments, List.of(), List.of(), conflicts);
    }

    private static Assignment inVillage(Door door, PlateNumber number) {
        return new Assignment(door, number, Optional.empty(), 0, 0);
    }

    private List<Door> rows(List<Door> doors) {
        Envelope extent = new Envelope();
        doors.forEach(door ->
                extent.expandToInclude(door.position().lon(), door.position().lat()));
        LocalPlane plane = new LocalPlane(LonLat.of(extent.centre()));
        List<Placed> placed = doors.stream().map(door -> placed(door, plane)).toList();
        double first = placed.stream().mapToDouble(Placed::across).min().orElse(0);
        double apart = profile.village().rowMetres();
        return placed.stream()
                .sorted(Comparator.comparingInt((Placed place) -> place.row(first, apart))
                        .thenComparingDouble(place -> place.row(first, apart) % 2 == 0 ? place.along : -place.along)
                        .thenComparingLong(place -> place.door.id()))
                .map(Placed::door)
                .toList();
    }

    private Placed placed(Door door, LocalPlane plane) {
        Coordinate metres = plane.toMetres(
                new Coordinate(door.position().lon(), door.position().lat()));
        boolean fromEast = profile.eastWest() == NumberingProfile.Origin.EAST;
        boolean fromNorth = profile.northSouth() == NumberingProfile.Origin.NORTH;
        return new Placed(door, fromEast ? -metres.x : metres.x, fromNorth ? -metres.y : metres.y);
    }

    /** A door in metres from where the profile begins: along a row, and across the rows. */
    private record Placed(Door door, double along, double across) {

        int row(double first, double rowMetres) {
            return (int) Math.floor((across - first) / rowMetres);
        }
    }

    private record Near(long street, double metres) {}

    /** Finds the streets near a door. */
    private final class Nearest {

        private final STRtree tree = new STRtree();

        private record Laid(long street, StreetAxis axis) {}

        Nearest(List<NumberedStreet> streets) {
            for (NumberedStreet street : streets) {
                tree.insert(street.line().getEnvelopeInternal(), new Laid(street.id(), numbering.axis(street)));
            }
        }

        @SuppressWarnings("unchecked")
        List<Near> to(LonLat position, double metres) {
            List<Laid> around = tree.query(Bbox.around(position, metres).toEnvelope());
            return around.stream()
                    .map(laid ->
                            new Near(laid.street, laid.axis.locate(position, 0).distanceMetres()))
                    .filter(near -> near.metres <= metres)
                    .sorted(Comparator.comparingDouble(Near::metres).thenComparingLong(Near::street))
                    .toList();
        }
    }
}
