package cn.diming.core.board;

/**
 * How many records stood in a state at the end of a day.
 *
 * @param subject door plates, signs, naming cases and so on
 * @param state the subject's own word for it
 */
public record Stock(Subject subject, String state, long amount) {

    /** Whose states are counted. */
    public enum Subject {
        DOOR_PLATE("门牌"),
        SIGN("地名标志"),
        NAMING_CASE("地名事项"),
        /** Counts for either neighbour of the line. */
        INSPECTION_ROUND("界线联检"),
        SHOP("乡村店铺");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
