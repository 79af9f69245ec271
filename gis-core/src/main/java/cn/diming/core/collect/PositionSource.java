package cn.diming.core.collect;

/** How a position was come by (domain A8: source and accuracy stand with every coordinate). */
public enum PositionSource {
    GNSS("卫星定位"),
    MAP("地图选点"),
    PHOTO("照片位置");

    private final String title;

    PositionSource(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
