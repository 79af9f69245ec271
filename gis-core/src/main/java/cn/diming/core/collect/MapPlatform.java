package cn.diming.core.collect;

/** Map platforms that names are handed to. */
public enum MapPlatform {
    AMAP("高德地图"),
    TENCENT("腾讯地图"),
    BAIDU("百度地图"),
    TIANDITU("天地图");

    private final String title;

    MapPlatform(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
