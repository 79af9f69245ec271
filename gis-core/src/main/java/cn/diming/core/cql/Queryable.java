package cn.diming.core.cql;

/**
 * A property that conditions may speak of.
 *
 * @param name as clients write it
 * @param title in Chinese
 */
public record Queryable(String name, Type type, String title) {

    /** What values of the property are. */
    public enum Type {
        TEXT("文字"),
        INTEGER("整数"),
        NUMBER("数值"),
        YES_NO("是/否"),
        DATE("日期"),
        INSTANT("时刻"),
        GEOMETRY("几何");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
