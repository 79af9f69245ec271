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

    private static final double SMALLEST = 6.2;
    private static final double LARGEST = 9;
    private static final double STEP = 0.4;

    private final List<IndexEntry> entries;
    private int next;

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
        return next >= entries.size();
    }

    /** Sets those groups that go into the box whole, from the next on; names of one kind are not torn apart. */
    public void drawGroups(Sketch sketch, Box box) {
        Setting setting = new Setting(SMALLEST, box);
        int end = entries.size();
        while (end > next && !setting.holds(setting.lines(next, end))) {
            String group = entries.get(end - 1).group();
            while (end > next && entries.get(end - 1).group().equals(group)) {
                end--;
            }
        }
        next = setting.draw(sketch, setting.lines(next, end), next);
    }

    /** Sets as much as goes into the box, in type as large as there is room for. */
    public void draw(Sketch sketch, Box box) {
        Setting best = new Setting(SMALLEST, box);
        for (double points = LARGEST; points > SMALLEST; points -= STEP) {
            Setting larger = new Setting(points, box);
            if (larger.holds(larger.lines(next, entries.size()))) {
                best = larger;
                break;
            }
        }
        next = best.draw(sketch, best.lines(next, entries.size()), next);
    }

    /** One printed line: a group's head, a name, or squares that found no room behind it. */
    private record Line(int entry, String head, String letter, String name, String squares) {}

    /** A size of type in a box. */
    private final class Setting {
        private final FontStyle font;
        private final FontStyle strong;
        private final double pitch;
        private final double gutter;
        private final double between;
        private final Box box;
        private final int columns;
        private final double width;
        private final int rows;

        Setting(double points, Box box) {
            this.box = box;
            font = Sketch.hei(points);
            strong = font.bold();
            double k = points / SMALLEST;
            pitch = 2.62 * k;
            gutter = 2.7 * k;
            between = 2.4 * k;
            columns = (int) Math.max(1, Math.floor((box.width() + between) / (26 * k + between)));
            width = (box.width() - between * (columns - 1)) / columns;
            rows = (int) Math.floor(box.height() / pitch);
        }

        List<List<Line>> lines(int from, int to) {
            List<List<Line>> blocks = new ArrayList<>();
            String group = from == 0 ? "" : entries.get(from - 1).group();
            String letter = "";
            for (int i = from; i < to; i++) {
                IndexEntry entry = entries.get(i);
                List<Line> block = new ArrayList<>();
                if (!entry.group().equals(group)) {
                    group = entry.group();
                    letter = "";
                    block.add(new Line(i, group, "", "", ""));
                }
                add(i, entry.letter().equals(letter) ? "" : entry.letter(), block);
                letter = entry.letter();
                blocks.add(block);
            }
            return blocks;
        }

        private void add(int number, String letter, List<Line> block) {
            IndexEntry entry = entries.get(number);
            double room = width - gutter;
            List<String> names = Sketch.wrapped(font, entry.name(), room);
            for (int i = 0; i < names.size() - 1; i++) {
                block.add(new Line(number, "", i == 0 ? letter : "", names.get(i), ""));
            }
            String head = names.size() == 1 ? letter : "";
            List<String> squares = squareRows(entry.squares(), room - font.width(names.getLast()) - 2, room - 1);
            block.add(new Line(number, "", head, names.getLast(), squares.getFirst()));
            squares.stream().skip(1).forEach(row -> block.add(new Line(number, "", "", "", row)));
        }

        private List<String> squareRows(List<String> squares, double first, double following) {
            List<String> set = new ArrayList<>();
            StringBuilder row = new StringBuilder();
            for (String square : squares) {
                double room = set.isEmpty() ? first : following;
                boolean full = font.width(row + " " + square) > room;
                if (full && (!row.isEmpty() || set.isEmpty())) {
                    set.add(row.toString());
                    row.setLength(0);
                }
                row.append(row.isEmpty() ? "" : " ").append(square);
            }
            set.add(row.toString());
            return set;
        }

        boolean holds(List<List<Line>> blocks) {
            return columnsFor(blocks, rows) <= columns;
        }

        private int columnsFor(List<List<Line>> blocks, int high) {
            int used = 1;
            int row = 0;
            for (List<Line> block : blocks) {
                if (block.size() > high) {
                    return Integer.MAX_VALUE;
                }
                if (row + block.size() > high) {
                    used++;
                    row = 0;
                }
                row += block.size();
            }
            return used;
        }

        /** Columns of even height. */
        private int evenRows(List<List<Line>> blocks) {
            int all = blocks.stream().mapToInt(List::size).sum();
            int high = Math.clamp(all / columns, 1, Math.max(1, rows));
            while (high < rows && columnsFor(blocks, high) > columns) {
                high++;
            }
            return high;
        }

        /** Gives the number of the first entry that found no room. */
        int draw(Sketch sketch, List<List<Line>> blocks, int from) {
            int high = evenRows(blocks);
            int column = 0;
            int row = 0;
            int done = from;
            for (List<Line> block : blocks) {
                if (row > 0 && row + block.size() > high) {
                    column++;
                    row = 0;
                }
                if (column >= columns) {
                    return done;
                }
                for (Line line : block) {
                    draw(
                            sketch,
                            line,
                            box.x() + column * (width + between),
                            box.y() + pitch * (row + 1) - 0.25 * pitch);
                    row++;
                }
                done++;
            }
            return done;
        }

        private void draw(Sketch sketch, Line line, double x, double y) {
            if (!line.head.isEmpty()) {
                sketch.fill(new Box(x, y - 0.78 * pitch, width, pitch), Ink.of("#efe6eb"));
                sketch.text(strong, Ink.of("#5c1f4a"), line.head, x + 0.8, y);
                return;
            }
            sketch.text(strong, Ink.of("#980000"), line.letter, x + 0.3, y);
            sketch.text(font, Sketch.INK, line.name, x + gutter, y);
            double from = x + gutter + font.width(line.name) + 0.6;
            double to = x + width - font.width(line.squares) - 0.6;
            if (!line.squares.isEmpty()) {
                sketch.right(font, Sketch.GREY, line.squares, x + width, y);
                if (!line.name.isEmpty() && to - from > 1.5) {
                    sketch.line(new Pen(0.14, Ink.of("#777777"), List.of(0.14, 0.8), false), from, y, to, y);
                }
            }
        }
    }
}
