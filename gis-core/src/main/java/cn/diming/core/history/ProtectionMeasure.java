package cn.diming.core.history;

/** What is done for a protected name (地名管理条例实施办法, 2024). */
public enum ProtectionMeasure {
    SIGN("设立标志"),
    DERIVED_NAMING("派生命名"),
    ACTIVE_USE("活化使用"),
    CULTURAL_PRODUCT("文化产品"),
    PUBLICITY("宣传");

    private final String title;

    ProtectionMeasure(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
