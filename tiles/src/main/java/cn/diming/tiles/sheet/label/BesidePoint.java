package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.label.Blocks.Align;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Places around a point, the better ones first as map lettering has it (Imhof, Yoeli): right, above right, left … */
final class BesidePoint {

    private static final double GAP = 0.3;

    /** Where a block stands: its centre is to this side, slid by so much of its size. */
    private record Side(double toX, double toY, double slideX, double slideY, double cost) {}

    private static final List<Side> SIDES = List.of(
            new Side(1, 0, 0, 0, 0),
            new Side(1, 0, 0, -0.3, 0.10),
            new Side(1, 0, 0, 0.3, 0.16),
            new Side(1, -1, 0, 0, 0.14),
            new Side(1, 1, 0, 0, 0.22),
            new Side(-1, 0, 0, 0, 0.34),
            new Side(-1, 0, 0, -0.3, 0.40),
            new Side(-1, 0, 0, 0.3, 0.44),
            new Side(-1, -1, 0, 0, 0.42),
            new Side(-1, 1, 0, 0, 0.48),
            new Side(0, -1, 0, 0, 0.45),
            new Side(0, 1, 0, 0, 0.52),
            new Side(0, -1, 0.22, 0, 0.47),
            new Side(0, -1, -0.22, 0, 0.50),
            new Side(0, 1, 0.22, 0, 0.54),
            new Side(0, 1, -0.22, 0, 0.57));

    static List<Candidate> of(NameToPlace name) {
        List<Candidate> all = new ArrayList<>();
        if (name.below().isPresent()) {
            around(name, List.of(name.text(), name.below().get()), 0, all);
            return all;
        }
        around(name, List.of(name.text()), 0, all);
        WordBreaks.lines(name.text()).ifPresent(lines -> around(name, lines, 0.35, all));
        return all;
    }

    private static void around(NameToPlace name, List<String> lines, double extra, List<Candidate> all) {
        FontStyle font = name.style().font();
        Coordinate at = name.anchor().getCoordinate();
        double width = Blocks.width(font, 0, lines);
        double height = Blocks.height(font, lines.size());
        double r = name.clearance() + GAP;
        for (Side side : SIDES) {
            boolean corner = side.toX != 0 && side.toY != 0;
            double reach = corner ? r * 0.72 : r;
            double x = at.x + side.toX * (reach + width / 2) + side.slideX * width;
            double y = at.y + side.toY * (reach + height / 2) + side.slideY * height;
            Align align = side.toX > 0 ? Align.LEFT : side.toX < 0 ? Align.RIGHT : Align.CENTRE;
            all.add(Blocks.at(font, 0, lines, align, x - width / 2, y - height / 2, side.cost + extra));
        }
    }

    private BesidePoint() {}
}
