package cn.diming.tiles.mvt;

/** The address of a tile is off the grid; the message, in Chinese, is meant for people (400). */
public final class BadTileRequest extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadTileRequest(String message) {
        super(message);
    }
}
