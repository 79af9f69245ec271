package cn.diming.dataimport.source;

/** A file that cannot be opened at all; the message is Chinese and for the person who chose the file. */
public final class SourceRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SourceRefused(String message) {
        super(message);
    }

    public SourceRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
