package cn.diming.core.history;

/** In which order the register is read; places that are equal in it follow their numbers. */
public record RegisterOrder(By by, boolean descending) {

    public static final RegisterOrder BY_NAME = new RegisterOrder(By.NAME, false);

    /** What is compared; the expressions are those of the indexes of V5. */
    public enum By {
        NAME("p.name_key", "p.name_key"),
        DIVISION("COALESCE(p.division_code, '')", "COALESCE(p.division_code, '')"),
        CLASS_CODE("COALESCE(p.class_code, '')", "COALESCE(p.class_code, '')"),
        UPDATED("p.change_seq", "p.recorded_from");

        private final String ofPlace;
        private final String ofState;

        By(String ofPlace, String ofState) {
            this.ofPlace = ofPlace;
            this.ofState = ofState;
        }

        String key(boolean current) {
            return current ? ofPlace : ofState;
        }

        /** As the database compares it. */
        Object parse(String key) {
            return this == UPDATED ? (Object) Long.valueOf(key) : key;
        }

        int compare(String a, String b) {
            return this == UPDATED ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
        }
    }
}
