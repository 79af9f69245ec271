package cn.diming.core.collect;

/** What a report is about. */
public enum ReportKind {
    /** A name that the register does not have. */
    NEW_NAME("新采集"),
    /** How something is called that the register has without a standard name. */
    VERIFICATION("核名"),
    /** Something in the register is wrong; everybody may say so. */
    ERROR("纠错");

    private final String title;

    ReportKind(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
