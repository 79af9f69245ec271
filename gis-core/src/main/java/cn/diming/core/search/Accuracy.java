package cn.diming.core.search;

/** How exactly an answer's position is that of what was asked for. */
public enum Accuracy {
    EXACT("准确"),
    INTERPOLATED("按相邻门牌内插"),
    NEAREST("相近门牌"),
    STREET("仅到道路"),
    DISPLACED("按方向距离推算"),
    CROSSING("道路交点");

    private final String title;

    Accuracy(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
