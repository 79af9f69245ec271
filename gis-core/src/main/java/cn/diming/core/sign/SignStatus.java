package cn.diming.core.sign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The life of a name sign. */
public enum SignStatus {
    PLANNED("已规划"),
    ORDERED("已订制"),
    INSTALLED("已设置"),
    DEFECTIVE("待修复"),
    REPAIRED("已修复"),
    REPLACED("已更换"),
    REMOVED("已拆除");

    private final String title;

    SignStatus(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public static Optional<SignStatus> find(String text) {
        return Arrays.stream(values()).filter(s -> s.name().equals(text)).findFirst();
    }

    /** What may come next; a sign that stands may be found in order again and again. */
    public Set<SignStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(ORDERED, INSTALLED, REMOVED);
            case ORDERED -> EnumSet.of(INSTALLED, REMOVED);
            case INSTALLED, REPAIRED, REPLACED -> EnumSet.of(INSTALLED, DEFECTIVE, REPLACED, REMOVED);
            case DEFECTIVE -> EnumSet.of(REPAIRED, REPLACED, REMOVED);
            case REMOVED -> EnumSet.noneOf(SignStatus.class);
        };
    }

    /** Whether people can see it. */
    public boolean isStanding() {
        return this == INSTALLED || this == DEFECTIVE || this == REPAIRED || this == REPLACED;
    }
}
