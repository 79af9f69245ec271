package cn.diming.core.sheet;

/**
 * Where a name stands on a division's sheet because somebody put it there.
 *
 * @param rule of the sheet style, since one feature may have several names
 * @param dx mm on paper from the feature to the beginning of the name
 * @param angle degrees, clockwise
 */
public record LabelPin(long featureId, String rule, double dx, double dy, double angle, boolean hidden) {

    private static final double FARTHEST = 500;

    public LabelPin {
        if (!(Math.abs(dx) <= FARTHEST && Math.abs(dy) <= FARTHEST && Math.abs(angle) <= 360)) {
            throw new IllegalArgumentException("注记的手工位置无效");
        }
    }
}
