package cn.diming.tiles.sheet.style;

import cn.diming.tiles.sheet.canvas.Pen;
import java.util.Optional;

/** How lines are drawn. All casings lie below all cores, so that crossing roads join. */
public record Line(Optional<Pen> casing, Pen core) {

    /** The full width, mm. */
    public double width() {
        return Math.max(casing.map(Pen::width).orElse(0.0), core.width());
    }
}
