package cn.diming.core.record;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of 地名+ is about (乡村著名行动, 民函〔2023〕44号: 地名文化、文旅、特产、寄递). */
public enum LocalCategory {
    PRODUCE("特产"),
    SPOT("景点"),
    ROUTE("游览线路"),
    STAY("农家乐民宿"),
    LOGISTICS("寄递物流点"),
    STORY("地名故事");

    private final String title;

    LocalCategory(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** Empty for what is no such category. */
    public static Optional<LocalCategory> find(String name) {
        return Arrays.stream(values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }
}
