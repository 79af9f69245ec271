package cn.diming.dataimport.plan;

/** A plan that says something impossible; the message is Chinese and for the person who wrote it. */
public final class PlanRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PlanRefused(String message) {
        super(message);
    }

    public PlanRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
