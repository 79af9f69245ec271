package cn.diming.tiles.sheet;

/** A sheet that cannot be drawn; the message is Chinese and for the person. */
public final class SheetRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SheetRefused(String message) {
        super(message);
    }

    public SheetRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
