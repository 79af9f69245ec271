package cn.diming.core.sign;

/** What a patrol may find wrong with a sign (宁波市地名管理条例 Art. 24). */
public enum Defect {
    NONSTANDARD_NAME("非标准地名或用字不规范"),
    RENAMED("地名已更名，标志未更换"),
    WORN("锈蚀、破损或字迹模糊"),
    MISPLACED("设置位置不当"),
    MISSING("标志缺失");

    private final String title;

    Defect(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
