package cn.diming.tiles.raster;

/** A box in pixels of the whole world at one zoom. */
record Box(double minX, double minY, double maxX, double maxY) {
    static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    boolean meets(Box other) {
        return minX < other.maxX && maxX > other.minX && minY < other.maxY && maxY > other.minY;
    }
}
