package cn.diming.core.record;

/**
 * One column of a record that sources may fill and people may see.
 *
 * @param column name in the table, in import plans and in exports
 * @param title in Chinese, as forms and cards show it
 */
public record Field(String column, Type type, String title, boolean required) {

    /** How the value is kept. */
    public enum Type {
        TEXT("文字"),
        INTEGER("整数"),
        NUMBER("数值"),
        YES_NO("是/否"),
        DATE("日期"),
        JSON("JSON");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Field text(String column, String title) {
        return new Field(column, Type.TEXT, title, false);
    }

    static Field integer(String column, String title) {
        return new Field(column, Type.INTEGER, title, false);
    }

    static Field number(String column, String title) {
        return new Field(column, Type.NUMBER, title, false);
    }

    static Field date(String column, String title) {
        return new Field(column, Type.DATE, title, false);
    }

    static Field json(String column, String title) {
        return new Field(column, Type.JSON, title, false);
    }

    static Field yesNo(String column, String title) {
        return new Field(column, Type.YES_NO, title, false);
    }

    Field must() {
        return new Field(column, type, title, true);
    }
}
