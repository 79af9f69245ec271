package cn.diming.core.contact;

/** The code could not be handed over to whoever sends messages; why stands in the cause, without number and code. */
public final class SendingFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SendingFailed(String message) {
        super(message);
    }

    public SendingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
