package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.label.Labels;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.Obstacles;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.margin.KeyBlock.Numbered;
import cn.diming.tiles.sheet.margin.Sketch;
import cn.diming.tiles.sheet.style.LabelStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names without room stand in the margin under a number, and the number beside the symbol. */
record NumberedNames(List<PlacedName> numbers, List<Numbered> key) {

    static final NumberedNames NONE = new NumberedNames(List.of(), List.of());

    /** @param lost names without room, of those that may be numbered */
    static NumberedNames of(List<NameToPlace> lost, Obstacles obstacles, List<PlacedName> standing) {
        List<NameToPlace> sorted = lost.stream()
                .sorted(Comparator.comparingDouble((NameToPlace name) -> Math.floor(name.anchor().getCoordinate().y / 25))
                        .thenComparingDouble(name -> name.anchor().getCoordinate().x)
                        .thenComparingLong(NameToPlace::feature))
                .toList();
        List<NameToPlace> numbers = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            numbers.add(number(sorted.get(i), i + 1));
        }
        Labels.Result result = Labels.place(numbers, obstacles, standing);
        List<Numbered> key = result.placed().stream()
                .map(one -> Integer.parseInt(one.name().text()))
                .map(number -> new Numbered(number, sorted.get(number - 1).text()))
                .toList();
        return new NumberedNames(result.placed(), key);
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
                name.weight(),
                Optional.empty());
    }
}
