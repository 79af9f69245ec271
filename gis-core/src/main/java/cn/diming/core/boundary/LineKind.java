package cn.diming.core.boundary;

import java.util.Arrays;
import java.util.Optional;

/** What a line on the map stands for. */
public enum LineKind {
    /** Agreed by both governments and approved (《行政区域界线管理条例》 Art. 3); township lines by analogy (Art. 19). */
    LEGAL("行政区域界线"),
    /** Drawn, not yet agreed. */
    PROPOSED("拟定界线"),
    /** Between villages: no law covers it, so it proves nothing. */
    MANAGEMENT("村级管理线");

    /** What stands on everything that shows a village management line. */
    public static final String DISCLAIMER = "村级管理线，不作为权属、行政区域界线依据";

    private final String title;

    LineKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public static Optional<LineKind> find(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text) || kind.title.equals(text))
                .findFirst();
    }
}
