package cn.diming.api.command;

/** A command that cannot be carried out; the message is Chinese and for the person. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRefused(String message) {
        super(message);
    }

    CommandRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
