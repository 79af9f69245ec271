package cn.diming.tiles.mvt;

import org.locationtech.jts.geom.Envelope;

/**
 * Address of a tile in the usual web-mercator pyramid: zoom 0 … 22, x grows eastward and y grows southward from the
 * north-west corner.
 */
public record TileCoord(int z, int x, int y) {
    public static final int MAX_ZOOM = 22;

    /** Raises {@link BadTileRequest} if the address is off the grid. */
    public TileCoord {
        if (z < 0 || z > MAX_ZOOM) {
            throw new BadTileRequest("瓦片级别应为 0 到 %d 的整数：%d".formatted(MAX_ZOOM, z));
        }
        int last = (1 << z) - 1;
        if (x < 0 || x > last || y < 0 || y > last) {
            throw new BadTileRequest("第 %d 级瓦片的行列号应在 0 到 %d 之间：x=%d，y=%d".formatted(z, last, x, y));
        }
    }

    /** Reads the three parts of a request path; raises {@link BadTileRequest} if one is not a whole number. */
    public static TileCoord parse(String z, String x, String y) {
        return new TileCoord(whole(z), whole(x), whole(y));
    }

    /** Longitude/latitude of its edges. */
    public Envelope bounds() {
        double span = TileGrid.span(z);
        return new Envelope(
                TileGrid.longitude(x * span),
                TileGrid.longitude((x + 1) * span),
                TileGrid.latitude(y * span),
                TileGrid.latitude((y + 1) * span));
    }

    private static int whole(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new BadTileRequest("瓦片地址不是整数：" + (text.length() > 20 ? text.substring(0, 20) + "…" : text));
        }
        return Integer.parseInt(text);
    }
}
