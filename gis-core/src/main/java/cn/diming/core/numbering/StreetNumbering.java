package cn.diming.core.numbering;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.NumberingProfile.Origin;
import cn.diming.core.numbering.StreetPlan.Assignment;
import cn.diming.core.numbering.StreetPlan.Reason;
import cn.diming.core.numbering.StreetPlan.Reserved;
import cn.diming.core.numbering.StreetPlan.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Numbers the doors of one street by a profile. Gives a proposal; nothing is stored. */
public final class StreetNumbering {

    private static final Comparator<Slot> ALONG = Comparator.comparingDouble(Slot::chainage)
            .thenComparingLong(slot -> slot.door().map(Door::id).orElse(0L));

    private final NumberingProfile profile;

    public StreetNumbering(NumberingProfile profile) {
        this.profile = profile;
    }

    /** The street's line, laid from the end where the profile lets its numbers begin. */
    public StreetAxis axis(NumberedStreet street) {
        if (profile.deadEndFromMouth() && street.mouth().isPresent()) {
            return StreetAxis.of(street.line(), distanceFrom(street.mouth().get()));
        }
        StreetAxis drawn = StreetAxis.of(street.line(), point -> 0);
        return StreetAxis.of(street.line(), distance(origin(drawn), street));
    }

    private Origin origin(StreetAxis drawn) {
        return isEastWest(drawn) ? profile.eastWest() : profile.northSouth();
    }

    /** By the nearer axis of the way from end to end; a street at 45° counts as north–south. */
    private static boolean isEastWest(StreetAxis axis) {
        double bearing = Math.toRadians(axis.bearingDegrees());
        return Math.abs(Math.sin(bearing)) > Math.abs(Math.cos(bearing)) + 1e-9;
    }

    private static ToDoubleFunction<LonLat> distance(Origin origin, NumberedStreet street) {
        return switch (origin) {
            case EAST -> point -> -point.lon();
            case WEST -> LonLat::lon;
            case NORTH -> point -> -point.lat();
            case SOUTH -> LonLat::lat;
            case CENTRE -> distanceFrom(street.centre());
        };
    }

    private static ToDoubleFunction<LonLat> distanceFrom(LonLat place) {
        return point -> Ellipsoid.distanceMetres(place, point);
    }

    /** Which side has the odd numbers, on a street laid out so. */
    public Side oddSide(StreetAxis axis) {
        return switch (profile.odd()) {
            case LEFT -> Side.LEFT;
            case RIGHT -> Side.RIGHT;
            case NORTH_OR_WEST -> northOrWest(axis);
        };
    }

    private static Side northOrWest(StreetAxis axis) {
        double bearing = Math.toRadians(axis.bearingDegrees());
        boolean eastOrNorthward = isEastWest(axis) ? Math.sin(bearing) > 0 : Math.cos(bearing) > 0;
        return eastOrNorthward ? Side.LEFT : Side.RIGHT;
    }

    /** Numbers the doors of one street. */
    public StreetPlan number(NumberedStreet street, List<Door> doors) {
        StreetAxis axis = axis(street);
        List<Undecided> undecided = new ArrayList<>();
        Homesteads homesteads = Homesteads.of(doors, profile, axis);
        Map<Side, List<Slot>> sides = sides(axis, homesteads.first(), undecided);
        Set<Integer> unavailable = new HashSet<>(street.keptFree());
        doors.forEach(door -> door.anchor().ifPresent(number -> unavailable.add(number.main())));
        undecided.forEach(left -> left.door().number().ifPresent(number -> unavailable.add(number.main())));
        List<Assignment> assignments = new ArrayList<>();
        List<Reserved> reserved = new ArrayList<>();
        List<Undecided> conflicts = new ArrayList<>();
        sides.forEach((side, slots) -> {
            if (slots.stream().noneMatch(Slot::isDoor)) {
                return;
            }
            addLanes(street, axis, side, slots);
            List<Slot> all = profile.isMetric() ? sorted(slots) : withGaps(sorted(slots));
            SideSequence sequence = new SideSequence(profile, side, side == oddSide(axis), all, unavailable);
            sequence.number();
            assignments.addAll(sequence.assignments);
            reserved.addAll(sequence.reserved);
            undecided.addAll(sequence.undecided);
            conflicts.addAll(sequence.conflicts);
        });
        return new StreetPlan(homesteads.withHouseholds(assignments), reserved, undecided, conflicts);
    }

    private Map<Side, List<Slot>> sides(StreetAxis axis, List<Door> doors, List<Undecided> undecided) {
        Map<Side, List<Slot>> sides = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            sides.put(side, new ArrayList<>());
        }
        for (Door door : doors) {
            StreetAxis.Foot foot = axis.locate(door.position(), profile.axisToleranceMetres());
            Optional<Side> side = foot.side().or(() -> sideOfLocked(door, axis));
            side.ifPresentOrElse(
                    found -> sides.computeIfAbsent(found, key -> new ArrayList<>())
                            .add(Slot.of(door, foot)),
                    () -> undecided.add(new Undecided(door, Reason.ON_AXIS)));
        }
        return sides;
    }

    /** A person has decided already: the parity of the locked number says which side is meant. */
    private Optional<Side> sideOfLocked(Door door, StreetAxis axis) {
        Side odd = oddSide(axis);
        return door.anchor().map(number -> number.isOdd() == (odd == Side.LEFT) ? Side.LEFT : Side.RIGHT);
    }

    private void addLanes(NumberedStreet street, StreetAxis axis, Side side, List<Slot> slots) {
        if (profile.gaps().sideLanes() && !profile.isMetric()) {
            for (LonLat lane : street.sideLanes()) {
                StreetAxis.Foot foot = axis.locate(lane, profile.axisToleranceMetres());
                if (foot.side().filter(side::equals).isPresent()) {
                    slots.add(Slot.reserved(foot.chainage(), Reason.SIDE_LANE));
                }
            }
        }
    }

    private static List<Slot> sorted(List<Slot> slots) {
        return slots.stream().sorted(ALONG).toList();
    }

    /** Empty frontage before the first door and between doors keeps numbers. */
    private List<Slot> withGaps(List<Slot> slots) {
        List<Slot> all = new ArrayList<>();
        double last = 0;
        for (Slot slot : slots) {
            int kept = profile.gaps().reservedIn(slot.chainage() - last);
            for (int i = 1; i <= kept; i++) {
                all.add(Slot.reserved(last + (slot.chainage() - last) * i / (kept + 1), Reason.GAP));
            }
            all.add(slot);
            last = Math.max(last, slot.chainage());
        }
        return all;
    }

    /** Doors of one homestead: the first one on the street gets the number, the others are its households. */
    private record Homesteads(List<Door> first, Map<Long, List<Slot>> households) {

        static Homesteads of(List<Door> doors, NumberingProfile profile, StreetAxis axis) {
            List<Slot> slots = doors.stream()
                    .map(door -> Slot.of(door, axis.locate(door.position(), profile.axisToleranceMetres())))
                    .sorted(Comparator.comparing(
                                    (Slot slot) -> !slot.door().orElseThrow().locked())
                            .thenComparing(ALONG))
                    .toList();
            Map<String, Door> heads = new HashMap<>();
            List<Door> first = new ArrayList<>();
            Map<Long, List<Slot>> households = new HashMap<>();
            for (Slot slot : slots) {
                Door door = slot.door().orElseThrow();
                Door head = door.homestead()
                        .map(h -> heads.computeIfAbsent(h, key -> door))
                        .orElse(door);
                if (head == door || door.locked()) {
                    first.add(door);
                } else {
                    households
                            .computeIfAbsent(head.id(), key -> new ArrayList<>())
                            .add(slot);
                }
            }
            return new Homesteads(first, households);
        }

        List<Assignment> withHouseholds(List<Assignment> assignments) {
            List<Assignment> all = new ArrayList<>();
            for (Assignment head : assignments) {
                all.add(head);
                int household = 1;
                for (Slot slot : households.getOrDefault(head.door().id(), List.of())) {
                    household++;
                    all.add(new Assignment(
                            slot.door().orElseThrow(),
                            new PlateNumber(head.number().main(), household, SubStyle.HOUSEHOLD),
                            head.side(),
                            slot.chainage(),
                            slot.distanceMetres()));
                }
            }
            return all;
        }
    }
}
