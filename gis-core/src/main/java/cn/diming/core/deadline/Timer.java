package cn.diming.core.deadline;

/**
 * A time limit as a rule profile states it.
 *
 * @param id of the row, such as {@code T-FILE}
 * @param title what must be done, in Chinese
 * @param start the event that sets it running
 * @param stop the event that ends it
 * @param remindDays how many days before its end people are reminded
 * @param basis law and article, or whose decision it is
 */
public record Timer(
        String id, String title, String start, String stop, int length, TimeUnit unit, int remindDays, String basis) {

    public Timer {
        if (!id.matches("T-[A-Z0-9-]{1,30}")) {
            throw new IllegalArgumentException("期限的编号应以 T- 开头，由大写字母、数字与 - 组成：" + id);
        }
        if (length < 1 || length > 3650 || remindDays < 0) {
            throw new IllegalArgumentException("期限 " + id + " 的长度应为 1 到 3650，提醒天数不小于 0");
        }
        if (basis.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("期限 " + id + " 缺少标题或依据");
        }
    }
}
