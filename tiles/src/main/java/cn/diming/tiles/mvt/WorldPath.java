package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.GeometryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Lines and polygons as flat ints in world units: for each part its number of vertices, then x, y of each.
 *
 * <pre>
 *   5 x y x y x y x y x y  -4 x y x y x y x y  3 x y …
 *   └ ring or line         └ hole of the ring before it
 * </pre>
 *
 * Rings do not repeat their first vertex. Seen on the map (y southward) outer rings run clockwise and holes
 * counter-clockwise, as MVT wants them.
 */
final class WorldPath {
    static final int[] EMPTY = {};
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private int[] ints = new int[64];
    private int size;

    private WorldPath() {}

    /** Longitude/latitude lines or polygons to a path; parts that collapse are left out; other kinds are refused. */
    static int[] of(Geometry geometry, GeometryKind kind) {
        WorldPath path = new WorldPath();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            path.addPart(geometry.getGeometryN(i), kind, false);
        }
        return path.toInts();
    }

    /** The same for polygons in world units already. */
    static int[] ofWorld(Geometry geometry) {
        WorldPath path = new WorldPath();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            path.addPart(geometry.getGeometryN(i), GeometryKind.POLYGON, true);
        }
        return path.toInts();
    }

    /** Joins chains of vertices (x, y, x, y, …) into a path of lines. */
    static int[] ofChains(List<int[]> chains) {
        WorldPath path = new WorldPath();
        for (int[] chain : chains) {
            path.push(chain.length / 2);
            for (int value : chain) {
                path.push(value);
            }
        }
        return path.toInts();
    }

    private void addPart(Geometry part, GeometryKind kind, boolean inWorld) {
        if (kind == GeometryKind.POLYGON && part instanceof Polygon polygon) {
            if (addRing(polygon.getExteriorRing(), false, inWorld)) {
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    addRing(polygon.getInteriorRingN(i), true, inWorld);
                }
            }
        } else if (kind == GeometryKind.LINE && part instanceof LineString line) {
            int start = addVertices(line, inWorld);
            close(start, 2, false);
        } else {
            throw new IllegalArgumentException("图形类型 %s 不能放进 %s 图层".formatted(part.getGeometryType(), kind));
        }
    }

    private boolean addRing(LineString ring, boolean hole, boolean inWorld) {
        int start = addVertices(ring, inWorld);
        while (size - start > 4 && ints[start + 1] == ints[size - 2] && ints[start + 2] == ints[size - 1]) {
            size -= 2;
        }
        double area = area(ints, start + 1, (size - start - 1) / 2);
        if (area == 0) {
            size = start;
            return false;
        }
        if (area > 0 == hole) {
            reverse(start + 1, size - 2);
        }
        if (inWorld) {
            rotate(start + 1, size);
        }
        return close(start, 3, hole);
    }

    private int addVertices(LineString line, boolean inWorld) {
        int start = size;
        push(0);
        CoordinateSequence vertices = line.getCoordinateSequence();
        for (int i = 0; i < vertices.size(); i++) {
            int x = inWorld ? (int) vertices.getX(i) : TileGrid.worldX(vertices.getX(i));
            int y = inWorld ? (int) vertices.getY(i) : TileGrid.worldY(vertices.getY(i));
            if (size - start < 3 || ints[size - 2] != x || ints[size - 1] != y) {
                push(x);
                push(y);
            }
        }
        return start;
    }

    private boolean close(int start, int least, boolean hole) {
        int count = (size - start - 1) / 2;
        if (count < least) {
            size = start;
            return false;
        }
        ints[start] = hole ? -count : count;
        return true;
    }

    private void reverse(int first, int last) {
        for (int i = first, j = last; i < j; i += 2, j -= 2) {
            int x = ints[i];
            int y = ints[i + 1];
            ints[i] = ints[j];
            ints[i + 1] = ints[j + 1];
            ints[j] = x;
            ints[j + 1] = y;
        }
    }

    /** Lets the ring begin at its north-westernmost vertex, so that equal rings are equal arrays. */
    private void rotate(int from, int to) {
        int first = from;
        for (int i = from + 2; i < to; i += 2) {
            if (ints[i] < ints[first] || ints[i] == ints[first] && ints[i + 1] < ints[first + 1]) {
                first = i;
            }
        }
        int[] head = Arrays.copyOfRange(ints, from, first);
        System.arraycopy(ints, first, ints, from, to - first);
        System.arraycopy(head, 0, ints, to - head.length, head.length);
    }

    private void push(int value) {
        if (size == ints.length) {
            ints = Arrays.copyOf(ints, size * 2);
        }
        ints[size++] = value;
    }

    private int[] toInts() {
        return size == 0 ? EMPTY : Arrays.copyOf(ints, size);
    }

    /** Twice the signed area of a ring, positive if it runs clockwise on the map. */
    static double area(int[] ints, int start, int vertices) {
        double sum = 0;
        for (int i = 0, j = vertices - 1; i < vertices; j = i++) {
            double x1 = ints[start + 2 * j] - (double) ints[start];
            double y1 = ints[start + 2 * j + 1] - (double) ints[start + 1];
            double x2 = ints[start + 2 * i] - (double) ints[start];
            double y2 = ints[start + 2 * i + 1] - (double) ints[start + 1];
            sum += x1 * y2 - x2 * y1;
        }
        return sum;
    }

    /** A path of rings as a JTS geometry in world units. */
    static Geometry polygons(int[] path) {
        List<Polygon> polygons = new ArrayList<>();
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int at = 0; at < path.length; at += 1 + 2 * Math.abs(path[at])) {
            if (path[at] > 0) {
                if (shell != null) {
                    polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
                }
                shell = ring(path, at);
                holes.clear();
            } else {
                holes.add(ring(path, at));
            }
        }
        if (shell != null) {
            polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        }
        return polygons.size() == 1 ? polygons.get(0) : new MultiPolygon(polygons.toArray(Polygon[]::new), FACTORY);
    }

    private static LinearRing ring(int[] path, int at) {
        int count = Math.abs(path[at]);
        Coordinate[] vertices = new Coordinate[count + 1];
        for (int i = 0; i < count; i++) {
            vertices[i] = new Coordinate(path[at + 1 + 2 * i], path[at + 2 + 2 * i]);
        }
        vertices[count] = vertices[0].copy();
        return FACTORY.createLinearRing(vertices);
    }
}
