package cn.diming.tiles.sheet;

import static cn.diming.tiles.sheet.SheetCheck.State.FAILED;
import static cn.diming.tiles.sheet.SheetCheck.State.PASSED;
import static cn.diming.tiles.sheet.SheetCheck.State.WARNING;

import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.label.Turned;
import cn.diming.tiles.sheet.label.WordBreaks;
import cn.diming.tiles.sheet.scene.Drawn;
import cn.diming.tiles.sheet.style.LabelStyle;
import cn.diming.tiles.sheet.style.LabelStyle.Placing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The gates of the names on the maps (L1 to L3, L10 to L13). */
final class LabelChecks {

    /** A name may touch this much of the rim of a symbol. */
    private static final double RIM = 0.75;

    private static final double SETTLEMENT = 50;
    private static final int SHOPS = 10;
    private static final double UPRIGHT = Math.toRadians(46.5);
    private static final double SHARPEST = Math.toRadians(28);

    private final Sheet sheet;

    LabelChecks(Sheet sheet) {
        this.sheet = sheet;
    }

    /** What stands in one place of a map. */
    private record Standing(PlacedName name, Turned room) {}

    List<SheetCheck> all() {
        Set<String> collisions = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        Set<String> seats = new TreeSet<>();
        List<String> others = new ArrayList<>();
        for (LabelledMap map : sheet.maps()) {
            STRtree tree = tree(map);
            collisions(tree, map, collisions);
            symbols(tree, map, own, seats, others);
        }
        List<SheetCheck> checks = new ArrayList<>();
        add(checks, "L1", "注记互相压盖", collisions, FAILED);
        add(checks, "L2", "注记压盖自己的符号", own, FAILED);
        add(checks, "L3", "注记压盖居民地符号", seats, FAILED);
        checks.add(new SheetCheck(
                "L3.shops", "注记压盖其他符号", others.size() <= SHOPS ? PASSED : WARNING, others.size() + " 处"));
        add(checks, "L10", "注记弯曲过急", bends(), FAILED);
        add(checks, "L11", "汉字倾倒", tilted(), FAILED);
        add(checks, "L13", "注记断行不当", brokenWords(), FAILED);
        return checks;
    }

    private static void add(
            List<SheetCheck> checks, String id, String title, Set<String> faults, SheetCheck.State otherwise) {
        checks.add(new SheetCheck(
                id, title, faults.isEmpty() ? PASSED : otherwise, faults.isEmpty() ? "没有" : SheetChecks.some(faults)));
    }

    private static STRtree tree(LabelledMap map) {
        STRtree tree = new STRtree();
        map.placed().forEach(one -> one.room().forEach(room -> tree.insert(room.envelope(), new Standing(one, room))));
        tree.build();
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static void collisions(STRtree tree, LabelledMap map, Set<String> collisions) {
        for (PlacedName one : map.placed()) {
            for (Turned room : one.room()) {
                for (Standing other : (List<Standing>) tree.query(room.envelope())) {
                    if (other.name != one && other.room.meets(room)) {
                        collisions.add(
                                one.name().text() + "／" + other.name.name().text());
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void symbols(
            STRtree tree, LabelledMap map, Set<String> own, Set<String> seats, List<String> others) {
        for (Drawn drawn : map.scene().drawn()) {
            if (!drawn.own() || drawn.rule().symbol().isEmpty()) {
                continue;
            }
            double reach = drawn.rule().symbol().get().radius() * RIM;
            Coordinate place = drawn.page().getCoordinate();
            Coordinate at = new Coordinate(
                    place.x, place.y - drawn.rule().symbol().get().rise());
            Envelope around = new Envelope(at);
            around.expandBy(reach);
            double weight = drawn.rule().label().map(LabelStyle::weight).orElse(0.0);
            for (Standing other : (List<Standing>) tree.query(around)) {
                if (other.room.distance(at.x, at.y) < reach) {
                    boolean self = other.name.name().feature()
                                    == drawn.feature().id()
                            && other.name.name().rule().equals(drawn.rule().id());
                    String pair = other.name.name().text() + "／"
                            + drawn.feature().name().orElse("");
                    if (self) {
                        own.add(pair);
                    } else if (weight >= SETTLEMENT) {
                        seats.add(pair);
                    } else {
                        others.add(pair);
                    }
                }
            }
        }
    }

    private Set<String> bends() {
        Set<String> sharp = new TreeSet<>();
        for (PlacedName one : sheet.placed()) {
            List<Glyphs> parts = one.parts();
            for (int i = 1; one.name().style().placing() == Placing.ALONG && i < parts.size(); i++) {
                // upright letters stand at right angles to the line, digits before them along it
                double bend = Math.IEEEremainder(
                        parts.get(i).angle() - parts.get(i - 1).angle(), Math.PI / 2);
                if (Math.abs(bend) > SHARPEST) {
                    sharp.add(one.name().text());
                }
            }
        }
        return sharp;
    }

    private Set<String> tilted() {
        Set<String> tilted = new TreeSet<>();
        for (PlacedName one : sheet.placed()) {
            for (Glyphs part : one.parts()) {
                boolean chinese = part.text().codePointAt(0) >= 0x2E80;
                if (chinese && Math.abs(Math.IEEEremainder(part.angle(), 2 * Math.PI)) > UPRIGHT) {
                    tilted.add(one.name().text());
                }
            }
        }
        return tilted;
    }

    private Set<String> brokenWords() {
        Set<String> broken = new TreeSet<>();
        for (PlacedName one : sheet.placed()) {
            boolean twoLines = one.name().style().placing() == Placing.BESIDE
                    && one.name().below().isEmpty()
                    && one.parts().size() == 2;
            if (twoLines
                    && !WordBreaks.isGood(
                            one.parts().get(0).text(), one.parts().get(1).text())) {
                broken.add(one.name().text());
            }
        }
        return broken;
    }
}
