package cn.diming.tiles.sheet.canvas;

/**
 * A colour.
 *
 * @param rgb sRGB, 0xrrggbb
 * @param opacity over 0 up to 1
 */
public record Ink(int rgb, double opacity) {
    public static final Ink BLACK = new Ink(0x222222, 1);
    public static final Ink WHITE = new Ink(0xFFFFFF, 1);

    public Ink {
        if (rgb < 0 || rgb > 0xFFFFFF || !(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("颜色无效：" + rgb + "，不透明度 " + opacity);
        }
    }

    /** @throws IllegalArgumentException unless written #rrggbb */
    public static Ink of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("颜色应写作 #rrggbb：" + hex);
        }
        return new Ink(Integer.parseInt(hex, 1, 7, 16), 1);
    }

    public Ink with(double newOpacity) {
        return new Ink(rgb, newOpacity);
    }
}
