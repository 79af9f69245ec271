package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Layout;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.scene.Drawn;
import cn.diming.tiles.sheet.scene.Scene;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Photos on the map where nothing of the territory is covered, each as near to what it shows as there is room, with a leader line;
 * those without room go to the margin.
 */
record PhotoPlaces(List<Placed> onMap, List<Inserts.Picture> left) {

    private static final double CAPTION = 4;
    private static final int MOST = 6;
    private static final FontStyle TEXT = Sketch.hei(6.5);

    /** @param target the place it shows; where it has none, no line runs */
    record Placed(Inserts.Picture picture, Box box, Optional<Coordinate> target) {}

    static PhotoPlaces of(Inserts inserts, Scene scene, FreeSpace space, Layout layout) {
        List<Placed> placed = new ArrayList<>();
        List<Inserts.Picture> left = new ArrayList<>();
        double width = Math.clamp(layout.map().width() * 0.13, 30, 60);
        for (Inserts.Picture picture : inserts.pictures()) {
            Optional<Coordinate> target = picture.feature().flatMap(id -> target(scene, id));
            double height = width * 0.68 + CAPTION;
            Optional<Box> box = placed.size() >= MOST
                    ? Optional.empty()
                    : space.find(
                            width,
                            height,
                            (x, y) -> target.map(at -> Math.hypot(x + width / 2 - at.x, y + height / 2 - at.y))
                                    .orElseGet(() -> space.fromCorner(x, y, width, height)));
            box.ifPresentOrElse(
                    found -> {
                        space.take(found.inset(-2));
                        placed.add(new Placed(picture, found, target));
                    },
                    () -> left.add(picture));
        }
        return new PhotoPlaces(placed, left);
    }

    private static Optional<Coordinate> target(Scene scene, long feature) {
        return scene.drawn().stream()
                .filter(one -> one.feature().id() == feature && one.own())
                .map(Drawn::page)
                .map(page -> page.getNumPoints() == 1
                        ? page.getCoordinate()
                        : page.getInteriorPoint().getCoordinate())
                .findFirst();
    }

    List<Box> boxes() {
        return onMap.stream().map(Placed::box).toList();
    }

    /** Below the names, so that no line crosses one. */
    void drawLeaders(Sketch sketch) {
        for (Placed one : onMap) {
            one.target.ifPresent(at -> leader(sketch, one.box, at));
        }
    }

    void drawPhotos(Sketch sketch) {
        for (Placed one : onMap) {
            photo(sketch, one.picture, one.box);
        }
    }

    /** From the nearest side of the photo to the place. */
    private static void leader(Sketch sketch, Box box, Coordinate at) {
        double x = Math.clamp(at.x, box.x(), box.right());
        double y = Math.clamp(at.y, box.y(), box.bottom());
        sketch.line(Pen.of(0.7, Ink.WHITE), x, y, at.x, at.y);
        sketch.line(Pen.of(0.25, Ink.of("#980000")), x, y, at.x, at.y);
        sketch.add(
                new Op.Stroke(new Ellipse2D.Double(at.x - 1.6, at.y - 1.6, 3.2, 3.2), Pen.of(0.3, Ink.of("#980000"))));
    }

    /** A photo in a box, cut to nothing: narrower or lower where its shape is another. */
    static void photo(Sketch sketch, Inserts.Picture picture, Box box) {
        Box frame = new Box(box.x(), box.y(), box.width(), box.height() - CAPTION);
        sketch.fill(box.inset(-0.8), Ink.WHITE);
        double shape = (double) picture.photo().width() / picture.photo().height();
        double width = Math.min(frame.width(), frame.height() * shape);
        double height = width / shape;
        sketch.add(new Op.Picture(
                picture.photo(), frame.centreX() - width / 2, frame.centreY() - height / 2, width, height));
        sketch.box(frame, Pen.of(0.2, Ink.of("#555555")));
        sketch.centred(
                TEXT,
                Ink.BLACK,
                Sketch.shortened(TEXT, picture.caption(), box.width()),
                box.centreX(),
                box.bottom() - 0.9);
    }
}
