package cn.diming.core.record;

/** There is no such record; the message is Chinese and for the person. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFound(String message) {
        super(message);
    }
}
