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

/**
 * Names without room stand in the margin under a number, and the number beside the symbol.
 *
 * @param lettered whether letters are used instead, on the second map of a sheet
 */
record NumberedNames(List<NameToPlace> names, boolean lettered) {

    /** A number is small and stands for a name, so shops and lanes give way to it. */
    private static final double WEIGHT = 58;

    private static final int LETTERS = 26;

    static final NumberedNames NONE = new NumberedNames(List.of(), false);

    /** Numbered as one reads: in strips of 25 mm from the top, from left to right. */
    NumberedNames {
        names = names.stream()
                .sorted(Comparator.comparingDouble(
                                (NameToPlace name) -> Math.floor(name.anchor().getCoordinate().y / 25))
                        .thenComparingDouble(name -> name.anchor().getCoordinate().x)
                        .thenComparingLong(NameToPlace::feature))
                .toList();
    }

    /** Names of {@code wanted} with their numbers in place of those that are numbered. */
    List<NameToPlace> among(List<NameToPlace> wanted) {
        List<NameToPlace> all =
                new ArrayList<>(wanted.stream().filter(name -> !has(name)).toList());
        all.addAll(numbers());
        return all;
    }

    NumberedNames and(List<NameToPlace> more) {
        List<NameToPlace> all = new ArrayList<>(names);
        all.addAll(more);
        return new NumberedNames(all, lettered);
    }

    private boolean has(NameToPlace name) {
        return names.contains(name);
    }

    List<Numbered> key() {
        List<Numbered> key = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            key.add(new Numbered(mark(i), names.get(i).text()));
        }
        return key;
    }

    /** What stands on the map instead of the names. */
    private List<NameToPlace> numbers() {
        List<NameToPlace> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.add(number(names.get(i), mark(i)));
        }
        return numbers;
    }

    private String mark(int i) {
        if (!lettered) {
            return Integer.toString(i + 1);
        }
        String last = String.valueOf((char) ('a' + i % LETTERS));
        return i < LETTERS ? last : (char) ('a' + i / LETTERS - 1) + last;
    }

    private static NameToPlace number(NameToPlace name, String mark) {
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
                mark,
                Optional.empty(),
                name.anchor(),
                name.clearance() * 0.85,
                0,
                WEIGHT,
                Optional.empty());
    }
}
