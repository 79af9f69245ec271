package cn.diming.core.access;

/** The actor may not do this here; the message is Chinese and for the person. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean signInHelps;

    Denied(String message, boolean signInHelps) {
        super(message);
        this.signInHelps = signInHelps;
    }

    /** Whether the reason is only that nobody is signed in. */
    public boolean signInHelps() {
        return signInHelps;
    }
}
