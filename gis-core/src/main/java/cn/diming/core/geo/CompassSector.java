package cn.diming.core.geo;

/** The sixteen directions of boundary descriptions (界线走向说明), from true north, 22.5° each, the first centred on north. */
public enum CompassSector {
    NORTH("北"),
    NORTH_NORTH_EAST("北偏东北"),
    NORTH_EAST("东北"),
    EAST_NORTH_EAST("东偏东北"),
    EAST("东"),
    EAST_SOUTH_EAST("东偏东南"),
    SOUTH_EAST("东南"),
    SOUTH_SOUTH_EAST("南偏东南"),
    SOUTH("南"),
    SOUTH_SOUTH_WEST("南偏西南"),
    SOUTH_WEST("西南"),
    WEST_SOUTH_WEST("西偏西南"),
    WEST("西"),
    WEST_NORTH_WEST("西偏西北"),
    NORTH_WEST("西北"),
    NORTH_NORTH_WEST("北偏西北");

    private static final double WIDTH = 22.5;

    private final String words;

    CompassSector(String words) {
        this.words = words;
    }

    /** @param bearingDegrees from true north, clockwise */
    public static CompassSector of(double bearingDegrees) {
        double turned = ((bearingDegrees + WIDTH / 2) % 360 + 360) % 360;
        return values()[(int) (turned / WIDTH) % values().length];
    }

    /** In Chinese. */
    public String words() {
        return words;
    }

    /** The nearest of the eight everyday directions, in Chinese. */
    public static String everyday(double bearingDegrees) {
        return values()[(int) Math.round(((bearingDegrees % 360) + 360) % 360 / 45) % 8 * 2].words;
    }
}
