package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.canvas.Op;
import java.util.List;
import java.util.Optional;

/**
 * A name with its place.
 *
 * @param room the rectangles it takes, one for each letter along a curve
 */
public record PlacedName(NameToPlace name, List<Glyphs> parts, List<Turned> room) {

    public Op drawn() {
        return new Op.Text(
                name.style().font(),
                name.style().ink(),
                Optional.of(name.style().halo()),
                name.whole(),
                parts);
    }
}
