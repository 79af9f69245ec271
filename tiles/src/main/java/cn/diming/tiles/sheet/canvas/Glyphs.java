package cn.diming.tiles.sheet.canvas;

/**
 * A straight run of characters.
 *
 * @param x of the beginning of its baseline, page mm
 * @param y downwards
 * @param angle radians, clockwise as seen on the page
 */
public record Glyphs(String text, double x, double y, double angle) {
    public static Glyphs level(String text, double x, double y) {
        return new Glyphs(text, x, y, 0);
    }
}
