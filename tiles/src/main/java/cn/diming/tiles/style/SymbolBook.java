package cn.diming.tiles.style;

/** One list of symbols for screen and paper. */
public final class SymbolBook {
    private SymbolBook() {}

    /** Reads the book that comes with the program. */
    public static SymbolBook bundled() {
        return new SymbolBook();
    }

    /**
     * The book as a MapLibre style (version 8) in JSON.
     *
     * @param tileJsonUrl address of the TileJSON that describes the vector tiles
     */
    public String styleJson(String tileJsonUrl) {
        return "{}";
    }
}
