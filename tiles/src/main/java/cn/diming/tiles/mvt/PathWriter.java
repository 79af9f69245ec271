package cn.diming.tiles.mvt;

import java.util.Arrays;

/**
 * Cuts paths to a tile with its margin and writes them as MVT commands. Cutting is done in world units and before
 * rounding, and the same edge is cut at the same spot whichever way it runs, so neighbours stay joined.
 */
final class PathWriter {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final Bytes out;
    private final LineCut edge = new LineCut();
    private int[] ring = new int[256];
    private int[] cut = new int[256];
    private int cutSize;
    /** Vertices of the part at hand in tile units. */
    private int[] units = new int[256];

    private int unitCount;
    private int cursorX;
    private int cursorY;

    private int zoom;
    private long originX;
    private long originY;
    private Box window = Box.WORLD;
    /** What of a coordinate is shown, and the middle of what is not: {@link #coarsen}. */
    private long shown = -1;

    private long middle;

    PathWriter(Bytes out) {
        this.out = out;
    }

    void start(TileCoord tile) {
        zoom = tile.z();
        originX = tile.x() * TileGrid.span(zoom);
        originY = tile.y() * TileGrid.span(zoom);
        window = Box.of(tile, TileGrid.margin(zoom));
    }

    /** From now on coordinates are told to 2^bits world units only; equal ones stay equal. */
    void coarsen(int bits) {
        shown = -1L << bits;
        middle = (1L << bits) >> 1;
    }

    /** Writes a point that lies near the tile. */
    void point(int x, int y) {
        cursorX = 0;
        cursorY = 0;
        command(MOVE_TO, 1);
        moveCursor(unit(x - originX), unit(y - originY));
    }

    /** World units from the tile's corner to tile units: a shift, so equal vertices stay equal. */
    private int unit(long distance) {
        int shift = 19 - zoom;
        long told = (distance & shown) + middle;
        return (int) (shift >= 0 ? told >> shift : told << -shift);
    }

    /** Writes the rings inside the window; nothing at all if none is left. */
    void polygons(int[] path, boolean inside) {
        cursorX = 0;
        cursorY = 0;
        boolean hasShell = false;
        for (int at = 0; at < path.length; at += 1 + 2 * Math.abs(path[at])) {
            boolean hole = path[at] < 0;
            if (hole && !hasShell) {
                continue;
            }
            int count = cutRing(path, at + 1, Math.abs(path[at]), inside);
            boolean written = ring(count, hole);
            hasShell = hole || written;
        }
    }

    /** Cuts a ring by the four sides of the window in turn (Sutherland and Hodgman); returns its vertices. */
    private int cutRing(int[] path, int start, int vertices, boolean inside) {
        if (ring.length < 2 * vertices) {
            ring = new int[4 * vertices];
        }
        System.arraycopy(path, start, ring, 0, 2 * vertices);
        int count = vertices;
        for (int side = 0; side < 4 && !inside && count > 0; side++) {
            if (cutSide(count, side)) {
                int[] swap = ring;
                ring = cut;
                cut = swap;
                count = cutSize / 2;
            }
        }
        return count;
    }

    /** Cuts by one side into the other buffer; false if nothing was to be cut. */
    private boolean cutSide(int count, int side) {
        int axis = side & 1;
        long limit = limit(side);
        boolean above = side < 2;
        int outside = 0;
        for (int i = axis; i < 2 * count; i += 2) {
            outside += isOutside(ring[i], limit, above) ? 1 : 0;
        }
        if (outside == 0) {
            return false;
        }
        cutSize = 0;
        int previous = 2 * (count - 1);
        for (int i = 0; i < 2 * count && outside < count; i += 2) {
            boolean out1 = isOutside(ring[previous + axis], limit, above);
            boolean out2 = isOutside(ring[i + axis], limit, above);
            if (out1 != out2) {
                addCrossing(previous, i, axis, (int) limit);
            }
            if (!out2) {
                addCut(ring[i], ring[i + 1]);
            }
            previous = i;
        }
        return true;
    }

    private long limit(int side) {
        return switch (side) {
            case 0 -> window.minX();
            case 1 -> window.minY();
            case 2 -> window.maxX();
            default -> window.maxY();
        };
    }

    private static boolean isOutside(int value, long limit, boolean above) {
        return above ? value < limit : value > limit;
    }

    private void addCrossing(int from, int to, int axis, int limit) {
        int across = crossing(ring[from + axis], ring[from + 1 - axis], ring[to + axis], ring[to + 1 - axis], limit);
        if (axis == 0) {
            addCut(limit, across);
        } else {
            addCut(across, limit);
        }
    }

    private void addCut(int x, int y) {
        if (cutSize + 2 > cut.length) {
            cut = Arrays.copyOf(cut, cut.length * 2);
        }
        cut[cutSize++] = x;
        cut[cutSize++] = y;
    }

    /** Where the edge (u1, v1)–(u2, v2) meets u = limit; the same for both directions of the edge. */
    static int crossing(int u1, int v1, int u2, int v2, int limit) {
        if (u1 > u2) {
            return crossing(u2, v2, u1, v1, limit);
        }
        return v1 + (int) Math.floorDiv((long) (limit - u1) * (v2 - v1), (long) (u2 - u1));
    }

    private boolean ring(int count, boolean hole) {
        toUnits(ring, 0, count);
        while (unitCount > 1 && units[0] == units[2 * unitCount - 2] && units[1] == units[2 * unitCount - 1]) {
            unitCount--;
        }
        if (unitCount < 3) {
            return false;
        }
        double area = WorldPath.area(units, 0, unitCount);
        if (hole ? area >= 0 : area <= 0) {
            return false;
        }
        commands();
        command(CLOSE_PATH, 1);
        return true;
    }

    private void toUnits(int[] vertices, int start, int count) {
        if (units.length < 2 * count) {
            units = new int[4 * count];
        }
        unitCount = 0;
        for (int i = start; i < start + 2 * count; i += 2) {
            addUnit(vertices[i], vertices[i + 1]);
        }
    }

    private void addUnit(int worldX, int worldY) {
        int x = unit(worldX - originX);
        int y = unit(worldY - originY);
        int last = 2 * unitCount;
        if (unitCount > 0 && units[last - 2] == x && units[last - 1] == y) {
            return;
        }
        if (last + 2 > units.length) {
            units = Arrays.copyOf(units, units.length * 2);
        }
        units[last] = x;
        units[last + 1] = y;
        unitCount++;
    }

    /** Writes the pieces of the lines inside the window. */
    void lines(int[] path, boolean inside) {
        cursorX = 0;
        cursorY = 0;
        for (int at = 0; at < path.length; at += 1 + 2 * path[at]) {
            if (inside) {
                toUnits(path, at + 1, path[at]);
                finishLine();
            } else {
                cutLine(path, at + 1, path[at]);
            }
        }
    }

    private void cutLine(int[] path, int start, int vertices) {
        unitCount = 0;
        for (int i = start; i < start + 2 * (vertices - 1); i += 2) {
            boolean left = edge.cut(path[i], path[i + 1], path[i + 2], path[i + 3], window);
            if (!left || edge.x1 != path[i] || edge.y1 != path[i + 1]) {
                finishLine();
            }
            if (left) {
                addUnit(edge.x1, edge.y1);
                addUnit(edge.x2, edge.y2);
            }
        }
        finishLine();
    }

    private void finishLine() {
        if (unitCount > 1) {
            commands();
        }
        unitCount = 0;
    }

    private void commands() {
        command(MOVE_TO, 1);
        moveCursor(units[0], units[1]);
        command(LINE_TO, unitCount - 1);
        for (int i = 2; i < 2 * unitCount; i += 2) {
            moveCursor(units[i], units[i + 1]);
        }
    }

    private void command(int id, int count) {
        out.varint((long) count << 3 | id);
    }

    private void moveCursor(int x, int y) {
        out.zigzag(x - cursorX);
        out.zigzag(y - cursorY);
        cursorX = x;
        cursorY = y;
    }
}
