package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.Glyphs;
import java.util.List;

/**
 * One way to write a name.
 *
 * @param cost how far from the ideal, 0 = ideal
 * @param room what it takes
 */
record Candidate(double cost, List<Glyphs> parts, List<Turned> room) {
    Candidate dearer(double by) {
        return new Candidate(cost + by, parts, room);
    }
}
