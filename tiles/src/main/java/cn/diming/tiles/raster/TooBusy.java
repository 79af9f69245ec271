package cn.diming.tiles.raster;

/** So many pictures are being drawn that the one asked for did not get its turn. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooBusy() {
        super("正在绘制的地图图片太多，请稍后再试");
    }
}
