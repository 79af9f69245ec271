package cn.diming.core.plate;

import java.util.List;

/**
 * How a selection is to be numbered.
 *
 * @param profile name of a numbering profile
 * @param keep which of the present numbers stay
 */
public record NumberingRequest(Selection selection, String profile, Keep keep, List<Adjustment> adjustments) {

    public NumberingRequest {
        adjustments = List.copyOf(adjustments);
    }

    /** Which of the numbers that are there stay as they are. */
    public enum Keep {
        NONE("全部重新编号"),
        CONFIRMED("保留已确认的号码"),
        ALL("保留全部现有号码，只编新增的门户");

        private final String title;

        Keep(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
