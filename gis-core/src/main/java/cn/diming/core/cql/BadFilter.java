package cn.diming.core.cql;

/** The condition is not CQL2, too large, or speaks of what there is not; the message is Chinese and for the person. */
public final class BadFilter extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 60;

    public BadFilter(String message) {
        super(message);
    }

    static String shorten(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
