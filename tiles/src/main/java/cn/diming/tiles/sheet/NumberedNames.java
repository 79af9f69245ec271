package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.margin.KeyBlock.Numbered;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.style.LabelStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names without room stand in the margin under a number, and the number beside the symbol. */
record NumberedNames(List<NameToPlace> names) {

    /** A number is small and stands for a name, so shops and lanes give way to it. */
    private static final double WEIGHT = 58;

    static final NumberedNames NONE = new NumberedNames(List.of());

    /** Numbered as one reads: in strips of 25 mm from the top, from left to right. */
    NumberedNames {
        names = names.stream()
                .sorted(Comparator.comparingDouble((NameToPlace name) -> Math.floor(name.anchor().getCoordinate().y / 25))
                        .thenComparingDouble(name -> name.anchor().getCoordinate().x)
                        .thenComparingLong(NameToPlace::feature))
                .toList();
    }

    NumberedNames and(List<NameToPlace> more) {
        List<NameToPlace> all = new ArrayList<>(names);
        all.addAll(more);
        return new NumberedNames(all);
    }

    boolean has(NameToPlace name) {
        return names.contains(name);
    }

    List<Numbered> key() {
        List<Numbered> key = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            key.add(new Numbered(i + 1, names.get(i).text()));
        }
        return key;
    }

    /** What stands on the map instead of the names. */
    List<NameToPlace> numbers() {
        List<NameToPlace> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.add(number(names.get(i), i + 1));
        }
        return numbers;
    }

    private static NameToPlace number(NameToPlace name, int number) {
        LabelStyle style = new LabelStyle(
                "number",
                Optional.empty(),
                Sketch.hei(5.2).bold(),
                Ink.of("#4a2a6a"),
                new Op.Halo(0.38, Ink.WHITE.with(0.9)),
                LabelStyle.Placing.BESIDE,
                10,
                0,
                0,
                0,
                false);
        return new NameToPlace(
                name.feature(),
                name.key(),
                name.rule(),
                style,
                Integer.toString(number),
                Optional.empty(),
                name.anchor(),
                name.clearance() * 0.85,
                0,
                WEIGHT,
                Optional.empty());
    }
}
