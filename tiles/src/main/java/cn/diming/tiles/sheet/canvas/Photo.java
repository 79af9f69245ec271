package cn.diming.tiles.sheet.canvas;

/** The file of a photo (JPEG or PNG); two are equal when they are one object. Not to be changed. */
public final class Photo {
    private final byte[] bytes;
    private final int width;
    private final int height;

    /** @param width in pixels */
    public Photo(byte[] bytes, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("照片没有大小");
        }
        this.bytes = bytes.clone();
        this.width = width;
        this.height = height;
    }

    byte[] bytes() {
        return bytes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
