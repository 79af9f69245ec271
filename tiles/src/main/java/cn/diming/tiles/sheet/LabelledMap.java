package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A scene with its names in place.
 *
 * @param page 0 the front, 1 the back
 */
public record LabelledMap(Scene scene, List<PlacedName> placed, List<NameToPlace> unplaced, int page) {

    public LabelledMap {
        placed = List.copyOf(placed);
        unplaced = List.copyOf(unplaced);
    }

    public Frame frame() {
        return scene.view().frame();
    }

    /** The names, the light ones first so that heavy ones lie on top. */
    List<Op> lettering() {
        List<Op> ops = new ArrayList<>();
        ops.add(new Op.Layer("注记"));
        placed.stream()
                .sorted(Comparator.comparingDouble(one -> one.name().weight()))
                .forEach(one -> ops.add(one.drawn()));
        ops.add(new Op.Layer(""));
        return ops;
    }
}
