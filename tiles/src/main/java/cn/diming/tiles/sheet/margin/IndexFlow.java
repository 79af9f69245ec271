package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The index of names set into columns, as many boxes as it takes; nothing is left out and nothing is made smaller than 6 points.
 * Each letter stands once before its first name, dots lead to the square.
 */
public final class IndexFlow {

    private static final FontStyle NAME = Sketch.hei(6.2);
    private static final FontStyle LETTER = Sketch.hei(6.2).bold();
    private static final FontStyle GROUP = Sketch.hei(7).bold();
    private static final double PITCH = 2.62;
    private static final double GUTTER = 2.7;
    private static final double BETWEEN = 2.2;
    private static final double NARROWEST = 20.5;
    private static final Pen DOTS = new Pen(0.12, Ink.of("#777777"), List.of(0.12, 0.7), false);

    private final List<Line> lines = new ArrayList<>();
    private final List<IndexEntry> entries;
    private int done;

    /** One printed line; a group's head, a name, or squares that did not fit behind it. */
    private record Line(String head, String letter, String name, String squares) {}

    /** @param groups in the order they stand */
    public IndexFlow(List<IndexEntry> all, List<String> groups) {
        entries = all.stream()
                .sorted(Comparator.comparingInt((IndexEntry entry) -> groups.indexOf(entry.group()))
                        .thenComparing(IndexEntry.BY_SOUND))
                .toList();
    }

    /** All entries in the order they are set. */
    public List<IndexEntry> entries() {
        return entries;
    }

    public boolean isFinished() {
        return !lines.isEmpty() ? done >= lines.size() : entries.isEmpty();
    }

    /** Sets as much as goes into the box. */
    public void draw(Sketch sketch, Box box) {
        int columns = (int) Math.max(1, Math.floor((box.width() + BETWEEN) / (NARROWEST + BETWEEN)));
        double width = (box.width() - BETWEEN * (columns - 1)) / columns;
        if (lines.isEmpty()) {
            set(width);
        }
        int rows = (int) Math.floor(box.height() / PITCH);
        int left = lines.size() - done;
        int perColumn = Math.min(rows, Math.max(4, (int) Math.ceil((left + columns * 0.5) / columns)));
        for (int column = 0; column < columns && done < lines.size(); column++) {
            column(sketch, box.x() + column * (width + BETWEEN), box.y(), width, perColumn, column == columns - 1 ? rows : perColumn);
        }
    }

    /** How many columns of how many rows it takes at a width. */
    double heightFor(double width) {
        int columns = (int) Math.max(1, Math.floor((width + BETWEEN) / (NARROWEST + BETWEEN)));
        double column = (width - BETWEEN * (columns - 1)) / columns;
        List<Line> kept = new ArrayList<>(lines);
        lines.clear();
        set(column);
        int count = lines.size();
        lines.clear();
        lines.addAll(kept);
        return PITCH * (Math.ceil((double) count / columns) + 1);
    }

    private void set(double width) {
        String group = "";
        String letter = "";
        for (IndexEntry entry : entries) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                letter = "";
                lines.add(new Line(group, "", "", ""));
            }
            String shown = entry.letter().equals(letter) ? "" : entry.letter();
            letter = entry.letter();
            add(entry, shown, width);
        }
    }

    private void add(IndexEntry entry, String letter, double width) {
        double room = width - GUTTER;
        List<String> names = Sketch.wrapped(NAME, entry.name(), room);
        for (int i = 0; i < names.size() - 1; i++) {
            lines.add(new Line("", i == 0 ? letter : "", names.get(i), ""));
        }
        String head = names.size() == 1 ? letter : "";
        double left = room - NAME.width(names.getLast()) - 2;
        List<String> rows = squareRows(entry.squares(), left, room - 1);
        lines.add(new Line("", head, names.getLast(), rows.getFirst()));
        rows.stream().skip(1).forEach(row -> lines.add(new Line("", "", "", row)));
    }

    private static List<String> squareRows(List<String> squares, double first, double next) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String square : squares) {
            double room = rows.isEmpty() ? first : next;
            String longer = row.isEmpty() ? square : row + " " + square;
            if (NAME.width(longer) > room && (!row.isEmpty() || rows.isEmpty())) {
                rows.add(row.toString());
                row.setLength(0);
                row.append(square);
            } else {
                row.setLength(0);
                row.append(longer);
            }
        }
        rows.add(row.toString());
        return rows;
    }

    private void column(Sketch sketch, double x, double top, double width, int wanted, int most) {
        for (int row = 0; row < most && done < lines.size(); row++) {
            Line line = lines.get(done);
            boolean last = row >= wanted - 1;
            if (last && !line.head.isEmpty()) {
                return; // a head is not left alone at the foot of a column
            }
            draw(sketch, line, x, top + PITCH * (row + 1) - 0.6, width);
            done++;
        }
    }

    private static void draw(Sketch sketch, Line line, double x, double y, double width) {
        if (!line.head.isEmpty()) {
            sketch.fill(new Box(x, y - 2.1, width, 2.62), Ink.of("#e9e3e6"));
            sketch.text(GROUP, Sketch.INK, line.head, x + 0.6, y - 0.05);
            return;
        }
        if (!line.letter.isEmpty()) {
            sketch.text(LETTER, Ink.of("#980000"), line.letter, x + 0.3, y);
        }
        sketch.text(NAME, Sketch.INK, line.name, x + GUTTER, y);
        double from = x + GUTTER + NAME.width(line.name) + 0.5;
        double to = x + width - NAME.width(line.squares) - 0.5;
        if (!line.squares.isEmpty()) {
            sketch.right(NAME, Sketch.GREY, line.squares, x + width, y);
            if (!line.name.isEmpty() && to - from > 1) {
                sketch.line(DOTS, from, y - 0.1, to, y - 0.1);
            }
        }
    }
}
