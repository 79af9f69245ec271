package cn.diming.tiles.sheet;

/**
 * Where somebody has put a name by hand; kept for the next edition of the sheet.
 *
 * @param feature number of the record
 * @param rule of the style
 * @param dx mm on the page from the feature to the beginning of the name's baseline
 * @param dy downwards
 * @param angle degrees, clockwise
 * @param hidden whether the name is left off the map; the index has it all the same
 */
public record Pin(long feature, String rule, double dx, double dy, double angle, boolean hidden) {
    public Pin {
        if (!(Math.abs(dx) <= 500 && Math.abs(dy) <= 500 && Math.abs(angle) <= 360)) {
            throw new IllegalArgumentException("注记的手工位置无效：" + dx + "，" + dy + "，" + angle);
        }
    }
}
