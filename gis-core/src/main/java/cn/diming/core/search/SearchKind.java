package cn.diming.core.search;

/** What an answer is. A street is a place of the category STREET, told apart because people ask for streets. */
public enum SearchKind {
    DIVISION("行政区划"),
    PLACE("地名"),
    STREET("街路巷"),
    DOOR_PLATE("门牌"),
    SHOP("店铺"),
    FACILITY("民政设施"),
    LOCAL_ENTRY("地名+");

    private final String title;

    SearchKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
