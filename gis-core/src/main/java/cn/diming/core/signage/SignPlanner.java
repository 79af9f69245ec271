package cn.diming.core.signage;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.StreetAxis;
import cn.diming.core.signage.Blade.Colour;
import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignPost.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Plans the signs of streets: at the beginning, at the end and at every crossing with a named street, and in between where
 * crossings are far apart (上海市地名管理条例 Art. 33); settlements at their entrances. Gives a proposal; nothing is stored.
 */
public final class SignPlanner {

    private final SignProfile profile;

    public SignPlanner(SignProfile profile) {
        this.profile = profile;
    }

    /** A street's wish for a sign at a place along it. */
    private record Node(Laid street, double chainage, LonLat position, Reason reason) {}

    private record Laid(SignedStreet street, StreetAxis axis) {}

    /** The posts, from west to east. */
    public List<SignPost> plan(List<SignedStreet> streets, List<Settlement> settlements) {
        List<Laid> laid = streets.stream()
                .filter(street -> street.rank() <= profile.lowestRank())
                .map(street -> new Laid(street, StreetAxis.of(street.line(), LonLat::lon)))
                .toList();
        List<Node> nodes = new ArrayList<>();
        Map<Laid, List<Double>> crossings = crossings(laid);
        for (Laid one : laid) {
            nodes.addAll(nodes(one, crossings.getOrDefault(one, List.of())));
        }
        List<SignPost> posts = new ArrayList<>();
        for (List<Node> place : clusters(nodes)) {
            posts.addAll(posts(place));
        }
        settlements.forEach(settlement ->
                settlement.entrances().forEach(entrance -> add(entrance(settlement, entrance), posts)));
        posts.sort(Comparator.comparingDouble((SignPost post) -> post.position().lon())
                .thenComparingDouble(post -> post.position().lat()));
        return posts;
    }

    private Map<Laid, List<Double>> crossings(List<Laid> laid) {
        STRtree tree = new STRtree();
        laid.forEach(one -> tree.insert(one.street.line().getEnvelopeInternal(), one));
        Map<Laid, List<Double>> crossings = new LinkedHashMap<>();
        for (Laid one : laid) {
            for (Laid other : near(tree, one)) {
                if (one.street.id() < other.street.id() && !one.street.name().equals(other.street.name())) {
                    for (LonLat meeting : meetings(one, other)) {
                        add(crossings, one, meeting);
                        add(crossings, other, meeting);
                    }
                }
            }
        }
        return crossings;
    }

    @SuppressWarnings("unchecked")
    private List<Laid> near(STRtree tree, Laid one) {
        Envelope around = one.street.line().getEnvelopeInternal();
        Bbox box = Bbox.of(around).growMetres(profile.touchMetres());
        return tree.query(box.toEnvelope());
    }

    /** Where lines cross, and where an end of one reaches the other. */
    private List<LonLat> meetings(Laid one, Laid other) {
        List<LonLat> meetings = new ArrayList<>();
        for (Coordinate point :
                one.street.line().intersection(other.street.line()).getCoordinates()) {
            addApart(meetings, LonLat.of(point));
        }
        for (LonLat end : List.of(one.axis.start(), one.axis.end())) {
            if (other.axis.locate(end, 0).distanceMetres() <= profile.touchMetres()) {
                addApart(meetings, end);
            }
        }
        for (LonLat end : List.of(other.axis.start(), other.axis.end())) {
            if (one.axis.locate(end, 0).distanceMetres() <= profile.touchMetres()) {
                addApart(meetings, end);
            }
        }
        return meetings;
    }

    private void addApart(List<LonLat> meetings, LonLat point) {
        double apart = Math.max(profile.mergeMetres(), profile.touchMetres());
        if (meetings.stream().noneMatch(there -> Ellipsoid.distanceMetres(there, point) <= apart)) {
            meetings.add(point);
        }
    }

    private static void add(Map<Laid, List<Double>> crossings, Laid street, LonLat meeting) {
        crossings
                .computeIfAbsent(street, key -> new ArrayList<>())
                .add(street.axis.locate(meeting, 0).chainage());
    }

    private List<Node> nodes(Laid street, List<Double> crossings) {
        double length = street.axis.lengthMetres();
        List<Node> nodes = new ArrayList<>();
        nodes.add(node(street, 0, Reason.START));
        crossings.stream()
                .map(chainage -> Math.clamp(chainage, 0, length))
                .sorted()
                .forEach(chainage -> nodes.add(node(street, chainage, Reason.CROSSING)));
        nodes.add(node(street, length, Reason.END));
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                addGaps(street, nodes.get(i - 1).chainage, nodes.get(i).chainage, all);
            }
            all.add(nodes.get(i));
        }
        return all;
    }

    private static Node node(Laid street, double chainage, Reason reason) {
        return new Node(street, chainage, street.axis.at(chainage), reason);
    }

    private void addGaps(Laid street, double from, double to, List<Node> nodes) {
        int signs = (int) Math.ceil((to - from) / profile.longGapMetres()) - 1;
        for (int i = 1; i <= signs; i++) {
            nodes.add(node(street, from + (to - from) * i / (signs + 1), Reason.LONG_GAP));
        }
    }

    /** Wishes near to one another become one place. */
    private List<List<Node>> clusters(List<Node> nodes) {
        List<List<Node>> clusters = new ArrayList<>();
        STRtree index = new STRtree();
        for (int i = 0; i < nodes.size(); i++) {
            index.insert(new Envelope(nodes.get(i).position.toPoint().getCoordinate()), i);
        }
        boolean[] placed = new boolean[nodes.size()];
        double reach = Math.max(profile.mergeMetres(), profile.touchMetres());
        for (int i = 0; i < nodes.size(); i++) {
            if (!placed[i]) {
                clusters.add(cluster(nodes, i, index, placed, reach));
            }
        }
        return clusters;
    }

    private static List<Node> cluster(List<Node> nodes, int first, STRtree index, boolean[] placed, double reach) {
        List<Node> cluster = new ArrayList<>();
        LonLat centre = nodes.get(first).position;
        @SuppressWarnings("unchecked")
        List<Integer> around = index.query(Bbox.around(centre, reach).toEnvelope());
        around.stream().sorted().forEach(i -> {
            if (!placed[i] && Ellipsoid.distanceMetres(centre, nodes.get(i).position) <= reach) {
                placed[i] = true;
                cluster.add(nodes.get(i));
            }
        });
        return cluster;
    }

    private List<SignPost> posts(List<Node> place) {
        Map<Long, List<Node>> byStreet = new LinkedHashMap<>();
        place.forEach(node -> byStreet.computeIfAbsent(node.street.street.id(), key -> new ArrayList<>())
                .add(node));
        List<Blade> blades = byStreet.values().stream().map(this::blade).toList();
        Set<Reason> reasons = new LinkedHashSet<>();
        place.forEach(node -> reasons.add(node.reason));
        boolean crossing = byStreet.size() > 1;
        int posts = crossing ? profile.postsAtCrossing() : 1;
        List<SignPost> all = new ArrayList<>();
        double bearing = blades.getFirst().bearingDegrees();
        for (int i = 0; i < posts; i++) {
            LonLat corner =
                    Ellipsoid.move(place.getFirst().position, bearing + 45 + 360.0 / posts * i, profile.cornerMetres());
            all.add(new SignPost(corner, List.copyOf(reasons), blades));
        }
        return all;
    }

    private Blade blade(List<Node> nodes) {
        Laid street = nodes.getFirst().street;
        boolean begins = nodes.stream().anyMatch(node -> node.reason == Reason.START);
        boolean ends = nodes.stream().anyMatch(node -> node.reason == Reason.END);
        return new Blade(
                street.street.id(),
                profile.kindOf(street.street.name()),
                street.street.name(),
                street.street.pinyin(),
                colour(street.axis.bearingDegrees()),
                begins ? Mark.DOT : Mark.ARROW,
                ends ? Mark.DOT : Mark.ARROW,
                bearingAt(street.axis, nodes.getFirst().chainage));
    }

    private static double bearingAt(StreetAxis axis, double chainage) {
        double from = Math.max(0, chainage - 5);
        return Ellipsoid.bearingDegrees(axis.at(from), axis.at(Math.min(axis.lengthMetres(), from + 10)));
    }

    /** By the nearer axis of the way from end to end. */
    public Colour colour(double bearingDegrees) {
        double eastWest = Math.abs(Math.sin(Math.toRadians(bearingDegrees)));
        double northSouth = Math.abs(Math.cos(Math.toRadians(bearingDegrees)));
        boolean tie = Math.abs(eastWest - northSouth) < 1e-9;
        return (tie ? profile.tieIsEastWest() : eastWest > northSouth) ? Colour.BLUE : Colour.GREEN;
    }

    /** On a post that is there already, if one is as near as the profile wants (多杆合一). */
    private void add(SignPost entrance, List<SignPost> posts) {
        for (int i = 0; i < posts.size(); i++) {
            SignPost post = posts.get(i);
            if (Ellipsoid.distanceMetres(post.position(), entrance.position()) <= profile.mergeMetres()) {
                posts.set(i, post.with(entrance));
                return;
            }
        }
        posts.add(entrance);
    }

    private static SignPost entrance(Settlement settlement, LonLat entrance) {
        Blade blade = new Blade(
                settlement.id(),
                settlement.kind(),
                settlement.name(),
                settlement.pinyin(),
                Colour.BLUE,
                Mark.NONE,
                Mark.NONE,
                0);
        return new SignPost(entrance, List.of(Reason.ENTRANCE), List.of(blade));
    }
}
