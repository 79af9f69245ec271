package cn.diming.core.inspection;

/**
 * Something that both sides have to look at (a row {@code inspection} of a rule profile).
 *
 * @param part desk work or the checklist of the peaceful boundary
 * @param source law and article, or the practice it is from
 */
public record InspectionItem(String key, Part part, String title, String note, boolean must, String source) {

    /** To which list an item belongs. */
    public enum Part {
        DESK("内业核对"),
        PEACE("平安边界");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
