package cn.diming.core.collect;

/** What became of a report. */
public enum ReportState {
    SUBMITTED("待审核"),
    /** The officer wants to know more; the collector's next revision goes back to the queue. */
    ASKED("待补充"),
    /** One officer has decided, another one looks (where the profile wants it). */
    SECOND_LOOK("待复核"),
    /** It became a record of its own, not yet a standard name. */
    ACCEPTED("已采用"),
    /** It was added to a record that was there. */
    MERGED("已并入"),
    REJECTED("未采用");

    private final String title;

    ReportState(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public boolean isOpen() {
        return this == SUBMITTED || this == ASKED || this == SECOND_LOOK;
    }

    /** Whether its reporter may still send another revision. */
    public boolean isOpenToReporter() {
        return this == SUBMITTED || this == ASKED;
    }
}
