package cn.diming.core.collect;

/**
 * How far a campaign has come in a village.
 *
 * @param tasks what the register asks there
 * @param reported of these, those about which a report waits
 * @param done of these, those settled
 * @param reports all reports from there, also of names that the register did not know
 */
public record VillageCoverage(String divisionCode, String name, int tasks, int reported, int done, int reports) {

    /** What nobody has reported about. */
    public int left() {
        return tasks - reported - done;
    }
}
