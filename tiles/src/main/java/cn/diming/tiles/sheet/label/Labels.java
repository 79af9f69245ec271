package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.style.LabelStyle.Placing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places names on a map: as many as there is room for, important ones first, none over another, none over a symbol. The same names
 * and obstacles give the same places; nothing is drawn by lot.
 */
public final class Labels {

    /** As many ways of writing one name as are weighed against those of others. */
    private static final int CANDIDATES = 28;

    private static final double AMBIGUOUS = 0.8;

    /** @param unplaced the names without room, in the order given */
    public record Result(List<PlacedName> placed, List<NameToPlace> unplaced) {}

    public static Result place(List<NameToPlace> names, Obstacles obstacles) {
        List<List<Candidate>> candidates =
                names.stream().map(name -> candidates(name, obstacles)).toList();
        int[] chosen = new Solver(
                        candidates,
                        names.stream().mapToDouble(NameToPlace::weight).toArray())
                .solve();
        List<PlacedName> placed = new ArrayList<>();
        List<NameToPlace> unplaced = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] < 0) {
                unplaced.add(names.get(i));
            } else {
                Candidate candidate = candidates.get(i).get(chosen[i]);
                placed.add(new PlacedName(names.get(i), candidate.parts(), candidate.room()));
            }
        }
        return new Result(List.copyOf(placed), List.copyOf(unplaced));
    }

    private static List<Candidate> candidates(NameToPlace name, Obstacles obstacles) {
        if (name.pin().isPresent()) {
            return pinned(name, name.pin().get());
        }
        List<Candidate> all = switch (name.style().placing()) {
            case BESIDE -> BesidePoint.of(name);
            case ALONG -> AlongLine.of(name);
            case WITHIN -> WithinArea.of(name);
            case UPON -> upon(name);
        };
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate candidate : all) {
            double cost = obstacles.of(name, candidate.room());
            if (!Obstacles.isForbidden(cost)) {
                allowed.add(candidate.dearer(cost + ambiguity(name, candidate, obstacles)));
            }
        }
        allowed.sort(Comparator.comparingDouble(Candidate::cost));
        return List.copyOf(allowed.subList(0, Math.min(CANDIDATES, allowed.size())));
    }

    private static double ambiguity(NameToPlace name, Candidate candidate, Obstacles obstacles) {
        if (name.style().placing() != Placing.BESIDE) {
            return 0;
        }
        Coordinate own = name.anchor().getCoordinate();
        return obstacles.isAmbiguous(name, candidate.room(), own.x, own.y) ? AMBIGUOUS : 0;
    }

    private static List<Candidate> upon(NameToPlace name) {
        Coordinate at = name.anchor().getCoordinate();
        List<Candidate> all = new ArrayList<>();
        all.add(Blocks.turned(name.style().font(), name.text(), at.x, at.y, name.angle(), 0));
        all.add(Blocks.turned(name.style().font(), name.text(), at.x, at.y, 0, 0.3));
        for (int i = 0; i < 8; i++) {
            double dx = 0.7 * Math.cos(i * Math.PI / 4);
            double dy = 0.7 * Math.sin(i * Math.PI / 4);
            all.add(Blocks.turned(name.style().font(), name.text(), at.x + dx, at.y + dy, name.angle(), 0.5));
        }
        return all;
    }

    private static List<Candidate> pinned(NameToPlace name, NameToPlace.Pin pin) {
        if (pin.hidden()) {
            return List.of();
        }
        Coordinate at = name.anchor().getCoordinate();
        double half = name.style().font().width(name.text()) / 2;
        double drop = name.style().font().em() * (Blocks.ASCENT - Blocks.DESCENT) / 2;
        Candidate level = Blocks.turned(
                name.style().font(),
                name.text(),
                at.x + pin.dx() + half * Math.cos(pin.angle()) + drop * Math.sin(pin.angle()),
                at.y + pin.dy() + half * Math.sin(pin.angle()) - drop * Math.cos(pin.angle()),
                pin.angle(),
                0);
        List<Glyphs> parts = new ArrayList<>(level.parts());
        List<Turned> room = new ArrayList<>(level.room());
        name.below().ifPresent(second -> {
            Candidate below = Blocks.turned(
                    name.style().font(),
                    second,
                    room.getFirst().x(),
                    room.getFirst().y() + name.style().font().em() * 1.1,
                    pin.angle(),
                    0);
            parts.addAll(below.parts());
            room.addAll(below.room());
        });
        return List.of(new Candidate(0, parts, room));
    }

    private Labels() {}
}
