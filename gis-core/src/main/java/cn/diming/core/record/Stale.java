package cn.diming.core.record;

/** Somebody else changed the record since the caller read it. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int currentVersion;

    Stale(int currentVersion) {
        super("记录已被他人修改，当前版本为 " + currentVersion + "，请刷新后重试");
        this.currentVersion = currentVersion;
    }

    public int currentVersion() {
        return currentVersion;
    }
}
