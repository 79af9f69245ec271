package cn.diming.tiles.sheet.frame;

import java.util.List;

/**
 * A paper size with its layouts.
 *
 * @param layouts landscape, portrait, or both; of both the one is taken in which the map is larger
 */
public record SheetTemplate(String name, String title, List<Layout> layouts) {
    public SheetTemplate {
        layouts = List.copyOf(layouts);
        if (layouts.isEmpty()) {
            throw new IllegalArgumentException("模板 " + name + " 没有版面");
        }
    }

    /** The name of the template that has this one of its layouts alone: itself, or its own with l or p behind. */
    public String only(Layout layout) {
        return layouts.size() == 1 ? name : name + (layout.isPortrait() ? "p" : "l");
    }
}
