package cn.diming.tiles.sheet.frame;

import java.util.List;

/**
 * Paper and what lies where on it, mm.
 *
 * @param border the heavy outer line
 * @param map the frame of the map
 * @param panel where index, legend and the rest go
 * @param foot the line below with approval number, scale and notes
 * @param cell size of the squares of the index grid
 * @param titlePoints size of the title
 * @param enlargement by which all of the page is larger in print than its millimetres and points here: a sheet that hangs on a wall is read from
 *     further off
 */
public record Layout(
        double width,
        double height,
        Box border,
        Box map,
        Box panel,
        Box foot,
        double cell,
        double titlePoints,
        double enlargement) {

    public Layout {
        Box paper = new Box(0, 0, width, height);
        for (Box part : List.of(border, map, panel, foot)) {
            if (!paper.inset(4.99).holds(part)) {
                throw new IllegalArgumentException("版面 " + part + " 距纸边不足 5 mm（纸张 " + width + "×" + height + "）");
            }
        }
        if (map.meets(panel) || map.meets(foot) || panel.meets(foot)) {
            throw new IllegalArgumentException("版面各部分互相重叠：" + map + "，" + panel + "，" + foot);
        }
        if (!(map.width() >= 60 && map.height() >= 60 && cell >= 20)) {
            throw new IllegalArgumentException("图幅太小：" + map);
        }
    }

    public boolean isPortrait() {
        return height > width;
    }
}
