package cn.diming.dataimport.job;

/** An import that cannot begin; the message is Chinese and for the person. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ImportRefused(String message) {
        super(message);
    }

    public ImportRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
