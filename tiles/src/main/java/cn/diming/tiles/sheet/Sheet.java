package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.PdfBook;
import cn.diming.tiles.sheet.canvas.SvgCanvas;
import cn.diming.tiles.sheet.frame.Grid;
import cn.diming.tiles.sheet.frame.Layout;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.PlacedName;
import java.util.List;
import java.util.Optional;

/**
 * A finished sheet. All formats are painted from its pages.
 *
 * @param pages the front, and a back where index or insets need it
 * @param maps the main map first, then its inset
 * @param keyed names that stand in the margin under a number
 * @param indexed names that the index has
 * @param unplaced names without room on any map
 */
public record Sheet(
        SheetSpec spec,
        String title,
        Layout layout,
        Grid grid,
        List<DisplayList> pages,
        List<LabelledMap> maps,
        List<String> keyed,
        List<String> indexed,
        List<String> legend,
        List<NameToPlace> unplaced,
        List<SheetCheck> checks) {

    public Sheet {
        pages = List.copyOf(pages);
        maps = List.copyOf(maps);
        keyed = List.copyOf(keyed);
        indexed = List.copyOf(indexed);
        legend = List.copyOf(legend);
        unplaced = List.copyOf(unplaced);
        checks = List.copyOf(checks);
    }

    public LabelledMap main() {
        return maps.getFirst();
    }

    public Optional<LabelledMap> inset() {
        return maps.size() > 1 ? Optional.of(maps.get(1)) : Optional.empty();
    }

    /** The names on the maps. */
    public List<PlacedName> placed() {
        return maps.stream().flatMap(map -> map.placed().stream()).toList();
    }

    public SheetCheck.State state() {
        return checks.stream().map(SheetCheck::state).max(Enum::compareTo).orElse(SheetCheck.State.PASSED);
    }

    public byte[] pdf() {
        return PdfBook.write(title, pages);
    }

    /** The front as SVG. */
    public String svg() {
        return SvgCanvas.write(title, pages.getFirst());
    }
}
