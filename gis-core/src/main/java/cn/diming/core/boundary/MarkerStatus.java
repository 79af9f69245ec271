package cn.diming.core.boundary;

import java.util.Arrays;
import java.util.Optional;

/** How a marker was last found. */
public enum MarkerStatus {
    INTACT("完好"),
    FADED("字迹不清"),
    TILTED("倾斜"),
    LOOSE("松动"),
    DAMAGED("损坏"),
    DISPLACED("移位"),
    LOST("丢失"),
    HIDDEN("遮挡");

    private final String title;

    MarkerStatus(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public static Optional<MarkerStatus> find(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text) || status.title.equals(text))
                .findFirst();
    }
}
