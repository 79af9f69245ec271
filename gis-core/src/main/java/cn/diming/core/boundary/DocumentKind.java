package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;
import java.util.List;

/** What a file is to a line's agreement. */
public enum DocumentKind {
    /** The signed copy that the left side keeps. */
    LEFT_COPY("左侧所存协议书"),
    RIGHT_COPY("右侧所存协议书"),
    MAP("协议书附图"),
    ANNEX("其他附件");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    boolean isCopy() {
        return this == LEFT_COPY || this == RIGHT_COPY;
    }

    /** Who may put it in or strike it out: the side whose copy it is; of what belongs to both, either side. */
    List<DivisionCode> keepers(Agreement agreement) {
        return switch (this) {
            case LEFT_COPY -> List.of(agreement.left());
            case RIGHT_COPY -> List.of(agreement.right());
            case MAP, ANNEX -> List.of(agreement.left(), agreement.right());
        };
    }
}
