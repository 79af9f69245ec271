package cn.diming.core.history;

import java.util.Locale;

/** What is told of a protected name, in the order of the book. */
public enum ProtectionText {
    MEANING("含义"),
    ORIGIN("来历"),
    EVOLUTION("沿革"),
    EVENTS("相关事件"),
    PEOPLE("相关人物"),
    LEGENDS("传说"),
    MEASURES_TEXT("保护措施");

    private final String title;

    ProtectionText(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
