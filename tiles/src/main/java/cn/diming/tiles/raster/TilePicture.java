package cn.diming.tiles.raster;

import cn.diming.tiles.mvt.Tile;

/** A picture ready to be sent. */
public final class TilePicture {
    private final byte[] png;
    private final String etag;

    private TilePicture(byte[] png) {
        this.png = png;
        this.etag = Tile.etagOf(png);
    }

    static TilePicture of(byte[] png) {
        return new TilePicture(png);
    }

    /** The bytes; shared by all readers and not to be changed. */
    public byte[] png() {
        return png;
    }

    /** Entity tag with its quotes, a hash of the bytes. */
    public String etag() {
        return etag;
    }
}
