package cn.diming.tiles.sheet;

import java.util.Locale;

/** Who a sheet is for. */
public enum SheetProfile {
    /** For everybody: without what must not be published, and only with an approval number (地图管理条例 Art. 15, 37). */
    PUBLIC("公开版"),
    /** For the office: bears 内部用图. */
    INTERNAL("内部版");

    private final String title;

    SheetProfile(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As the style names it. */
    String styleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
