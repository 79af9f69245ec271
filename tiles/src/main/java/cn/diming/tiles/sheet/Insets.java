package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.label.Labels;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.Obstacles;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.scene.Scene;
import cn.diming.tiles.sheet.scene.SceneNames;
import cn.diming.tiles.sheet.scene.View;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Second maps: the crowded centre of a town enlarged, the whole of a village reduced. */
final class Insets {

    /** So many names without room in one place are worth a map of their own. */
    private static final int WORTH = 6;

    private static final double TIMES = 3.6;
    private static final FontStyle TITLE = Sketch.hei(8).bold();
    private static final double TITLE_HIGH = 5.4;

    /** From the largest. */
    private static final List<Box> SIZES = List.of(
            new Box(0, 0, 130, 104),
            new Box(0, 0, 116, 96),
            new Box(0, 0, 100, 86),
            new Box(0, 0, 90, 76),
            new Box(0, 0, 80, 66),
            new Box(0, 0, 70, 58),
            new Box(0, 0, 58, 66));

    /** Where on the sheet a second map is. */
    enum Spot {
        ON_MAP,
        IN_PANEL,
        ON_BACK
    }

    /** A second map. */
    record Inset(LabelledMap map, String title, Spot spot, NumberedNames numbered) {
        Box box() {
            return map.frame().map();
        }
    }

    /** The centre, if many names found no room there. */
    static Optional<Coordinate> crowd(LabelledMap main) {
        List<Coordinate> lost = lost(main);
        double reach = 17;
        return lost.stream()
                .filter(at -> near(lost, at, reach) >= WORTH)
                .max(Comparator.comparingLong((Coordinate at) -> near(lost, at, reach))
                        .thenComparing(Comparator.reverseOrder()))
                .map(at -> middle(lost, at, reach));
    }

    private static List<Coordinate> lost(LabelledMap main) {
        return main.unplaced().stream()
                .filter(name -> !name.rule().equals(SceneNames.NEIGHBOUR) && name.key() == 0)
                .map(name -> name.anchor().getEnvelopeInternal().centre())
                .toList();
    }

    private static long near(List<Coordinate> all, Coordinate at, double reach) {
        return all.stream()
                .filter(other -> Math.abs(other.x - at.x) < reach && Math.abs(other.y - at.y) < reach)
                .count();
    }

    private static Coordinate middle(List<Coordinate> all, Coordinate at, double reach) {
        List<Coordinate> close = all.stream()
                .filter(other -> Math.abs(other.x - at.x) < reach && Math.abs(other.y - at.y) < reach)
                .toList();
        return new Coordinate(
                close.stream().mapToDouble(c -> c.x).average().orElse(at.x),
                close.stream().mapToDouble(c -> c.y).average().orElse(at.y));
    }

    /** A free corner of the main map for the centre, as large as there is one. */
    private static Optional<Box> corner(FreeSpace space, Box map) {
        double most = Math.max(map.width(), map.height()) / 300;
        for (Box size : SIZES) {
            double w = size.width() * Math.max(1, Math.min(1.8, most));
            double h = size.height() * Math.max(1, Math.min(1.8, most));
            Optional<Box> found = space.find(w, h, (x, y) -> space.fromCorner(x, y, w, h));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The ground around a point of the main map, enlarged: in a free corner of the map, else on the back. */
    static Inset centre(SheetPlan plan, LabelledMap main, Coordinate at, FreeSpace space) {
        Optional<Box> corner = corner(space, main.frame().map());
        Box box = corner.orElseGet(() -> SheetPages.backInset(plan.layout()));
        Frame frame = new Frame(
                box,
                plan.larger(TIMES),
                main.frame().toGround(at.x, at.y),
                main.frame().enlargement());
        return labelled(plan.view().in(frame), "局部放大图", corner.isPresent() ? Spot.ON_MAP : Spot.ON_BACK);
    }

    /** The whole territory in a box. */
    static Inset whole(SheetPlan plan, Box box) {
        return labelled(plan.view().in(plan.whole(box)), "全村图", Spot.IN_PANEL);
    }

    private static Inset labelled(View view, String title, Spot spot) {
        Scene scene = new Scene(view);
        SceneNames names = new SceneNames(scene);
        String whole = title + "　1∶" + view.frame().denominator();
        List<NameToPlace> wanted = names.all(spot == Spot.IN_PANEL);
        Labels.Result result = Labels.place(wanted, obstacles(names, view, whole));
        NumberedNames numbered = new NumberedNames(List.of(), true);
        // of the centre, what is lost is numbered on the main map
        if (spot == Spot.IN_PANEL) {
            numbered = numbered.and(result.unplaced().stream()
                    .filter(name -> name.style().numbered())
                    .toList());
            result = Labels.place(numbered.among(wanted), obstacles(names, view, whole));
        }
        int page = spot == Spot.ON_BACK ? 1 : 0;
        return new Inset(new LabelledMap(scene, result.placed(), result.unplaced(), page), whole, spot, numbered);
    }

    private static Obstacles obstacles(SceneNames names, View view, String title) {
        Obstacles obstacles = names.obstacles();
        obstacles.reserve(titleBox(view.frame().map(), title));
        obstacles.close();
        return obstacles;
    }

    private static Box titleBox(Box map, String title) {
        return new Box(map.x(), map.y(), TITLE.width(title) + 4, TITLE_HIGH);
    }

    static void draw(Inset inset, Sketch sketch) {
        Box map = inset.map().frame().map();
        sketch.fill(map.inset(-1.2), Ink.WHITE);
        sketch.add(inset.map().scene().drawing());
        sketch.add(inset.map().lettering());
        Box title = titleBox(map, inset.title());
        sketch.fill(title, Ink.WHITE);
        sketch.box(title, Pen.of(0.15, Ink.BLACK));
        sketch.text(TITLE, Ink.BLACK, inset.title(), title.x() + 2, title.y() + 3.9);
        sketch.box(map, Pen.of(0.5, Ink.BLACK));
    }

    /** Shows on the main map what the inset enlarges. */
    static void outline(Inset inset, LabelledMap main, Sketch sketch) {
        Frame part = inset.map().frame();
        if (part.denominator() >= main.frame().denominator()) {
            return;
        }
        Coordinate a =
                main.frame().toPage(part.toGround(part.map().x(), part.map().y()));
        Coordinate b =
                main.frame().toPage(part.toGround(part.map().right(), part.map().bottom()));
        Box box = new Box(a.x, a.y, b.x - a.x, b.y - a.y);
        sketch.add(new Op.Clip(main.frame().map().shape()));
        sketch.box(box, new Pen(0.3, Ink.of("#980000"), List.of(1.2, 0.7), false));
        sketch.add(new Op.Unclip());
    }

    private Insets() {}
}
