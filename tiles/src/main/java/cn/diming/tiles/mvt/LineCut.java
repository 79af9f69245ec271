package cn.diming.tiles.mvt;

/** Cuts one edge to a window (Cohen and Sutherland); reused from edge to edge. */
final class LineCut {
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int TOP = 4;
    private static final int BOTTOM = 8;

    /** Rounding may push an end round a corner for ever; an edge that needs more steps only grazes the corner. */
    private static final int MOST_STEPS = 8;

    int x1;
    int y1;
    int x2;
    int y2;

    /** Leaves what is inside in {@code x1 … y2}; false if nothing is. */
    boolean cut(int fromX, int fromY, int toX, int toY, Box window) {
        x1 = fromX;
        y1 = fromY;
        x2 = toX;
        y2 = toY;
        for (int step = 0; step < MOST_STEPS; step++) {
            int code1 = side(x1, y1, window);
            int code2 = side(x2, y2, window);
            if ((code1 & code2) != 0) {
                return false;
            }
            if (code1 != 0) {
                x1 = pullX(code1, fromX, fromY, toX, toY, window);
                y1 = pullY(code1, fromX, fromY, toX, toY, window);
            } else if (code2 != 0) {
                x2 = pullX(code2, fromX, fromY, toX, toY, window);
                y2 = pullY(code2, fromX, fromY, toX, toY, window);
            } else {
                return true;
            }
        }
        return false;
    }

    /** x of the spot where the whole edge meets the side; measured on the whole edge, so both ways alike. */
    private static int pullX(int code, int fromX, int fromY, int toX, int toY, Box window) {
        if ((code & (LEFT | RIGHT)) != 0) {
            return (int) ((code & LEFT) != 0 ? window.minX() : window.maxX());
        }
        int limit = (int) ((code & TOP) != 0 ? window.minY() : window.maxY());
        return PathWriter.crossing(fromY, fromX, toY, toX, limit);
    }

    private static int pullY(int code, int fromX, int fromY, int toX, int toY, Box window) {
        if ((code & (LEFT | RIGHT)) == 0) {
            return (int) ((code & TOP) != 0 ? window.minY() : window.maxY());
        }
        int limit = (int) ((code & LEFT) != 0 ? window.minX() : window.maxX());
        return PathWriter.crossing(fromX, fromY, toX, toY, limit);
    }

    private static int side(int x, int y, Box window) {
        int code = 0;
        if (x < window.minX()) {
            code |= LEFT;
        } else if (x > window.maxX()) {
            code |= RIGHT;
        }
        if (y < window.minY()) {
            code |= TOP;
        } else if (y > window.maxY()) {
            code |= BOTTOM;
        }
        return code;
    }
}
