package cn.diming.core.db;

/** The database is away or broken: nobody's input is to blame. */
public final class DbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DbException(String what, Throwable cause) {
        super(what, cause);
    }
}
