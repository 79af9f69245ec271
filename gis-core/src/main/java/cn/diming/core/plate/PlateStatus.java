package cn.diming.core.plate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The life of a door plate. */
public enum PlateStatus {
    RESERVED("预留"),
    PLANNED("已编号"),
    CONFIRMED("已确认"),
    MADE("已制作"),
    INSTALLED("已安装"),
    DAMAGED("已损坏"),
    REMOVED("已拆除"),
    REPLACED("已更换");

    private final String title;

    PlateStatus(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public static Optional<PlateStatus> find(String text) {
        return Arrays.stream(values()).filter(s -> s.name().equals(text)).findFirst();
    }

    /** What may come next. */
    public Set<PlateStatus> next() {
        return switch (this) {
            case RESERVED -> EnumSet.of(PLANNED, REMOVED);
            case PLANNED -> EnumSet.of(CONFIRMED, REMOVED);
            case CONFIRMED -> EnumSet.of(MADE, REMOVED);
            case MADE -> EnumSet.of(INSTALLED, REMOVED);
            case INSTALLED -> EnumSet.of(DAMAGED, REMOVED, REPLACED);
            case DAMAGED -> EnumSet.of(REPLACED, REMOVED);
            case REPLACED -> EnumSet.of(INSTALLED, DAMAGED, REMOVED);
            case REMOVED -> EnumSet.noneOf(PlateStatus.class);
        };
    }

    /** Whether a number has been given to somebody, so that it is not changed without need. */
    public boolean isGiven() {
        return this != RESERVED && this != PLANNED && this != REMOVED;
    }
}
