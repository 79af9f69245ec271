package cn.diming.core.inspection;

import cn.diming.core.boundary.MarkerStatus;

/** What was done to a marker on the spot. */
public enum MarkerAction {
    NONE("无需处理", false, false),
    CLEAN("清理", false, true),
    REPAINT("描红", false, true),
    STRAIGHTEN("扶正", false, true),
    REPAIR("修复", true, true),
    RESET("重埋", true, true),
    RESURVEY("补测", false, false),
    REPORT("上报", false, false);

    private final String title;
    private final boolean both;
    private final boolean mends;

    MarkerAction(String title, boolean both, boolean mends) {
        this.title = title;
        this.both = both;
        this.mends = mends;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** Whether nobody may do it without the other side (Art. 6; doing it alone is an offence, Art. 16 (4)). */
    public boolean needsBothSides() {
        return both;
    }

    /** How the marker is afterwards. */
    public MarkerStatus after(MarkerStatus found) {
        return mends ? MarkerStatus.INTACT : found;
    }
}
