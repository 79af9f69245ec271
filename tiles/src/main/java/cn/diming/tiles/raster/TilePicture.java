package cn.diming.tiles.raster;

import cn.diming.tiles.mvt.Tile;

/**
 * A picture ready to be sent.
 *
 * @param png not to be changed
 * @param etag entity tag with its quotes, a hash of the bytes
 */
public record TilePicture(byte[] png, String etag) {
    static TilePicture of(byte[] png) {
        return new TilePicture(png, Tile.etagOf(png));
    }
}
