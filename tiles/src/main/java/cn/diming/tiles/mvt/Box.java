package cn.diming.tiles.mvt;

/** A closed box in world units; it may reach beyond the world, as the surroundings of a tile at its edge do. */
record Box(long minX, long minY, long maxX, long maxY) {
    static final Box WORLD = new Box(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The box of a tile, wider by a margin on every side. */
    static Box of(TileCoord tile, long margin) {
        long span = TileGrid.span(tile.z());
        long x = tile.x() * span;
        long y = tile.y() * span;
        return new Box(x - margin, y - margin, x + span - 1 + margin, y + span - 1 + margin);
    }

    static Box point(int x, int y) {
        return new Box(x, y, x, y);
    }

    /** The box of a path that is not empty. */
    static Box of(int[] path) {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = 0;
        int maxY = 0;
        for (int at = 0; at < path.length; ) {
            int end = at + 1 + 2 * Math.abs(path[at]);
            for (int i = at + 1; i < end; i += 2) {
                minX = Math.min(minX, path[i]);
                maxX = Math.max(maxX, path[i]);
                minY = Math.min(minY, path[i + 1]);
                maxY = Math.max(maxY, path[i + 1]);
            }
            at = end;
        }
        return new Box(minX, minY, maxX, maxY);
    }

    boolean intersects(Box other) {
        return minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY;
    }

    boolean contains(Box other) {
        return minX <= other.minX && maxX >= other.maxX && minY <= other.minY && maxY >= other.maxY;
    }

    Box union(Box other) {
        return new Box(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }
}
