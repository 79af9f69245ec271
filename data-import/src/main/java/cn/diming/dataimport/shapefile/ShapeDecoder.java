package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceProblem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Turns the content of one record into a geometry. Counts are believed only as far as the bytes reach. */
final class ShapeDecoder {
    static final GeometryFactory FACTORY = new GeometryFactory();

    /** Beyond any coordinate in degrees or metres; ESRI writes less than -1e38 for "no data". */
    private static final double LARGEST = 1e9;

    private static final int BOX = 32;
    private static final int POINT = 16;

    private final int vertexLimit;

    ShapeDecoder(int vertexLimit) {
        this.vertexLimit = vertexLimit;
    }

    /**
     * @param content of the record, little-endian, from the shape type on
     * @throws BadShape in Chinese words, where the content is no shape
     */
    Optional<Geometry> decode(ByteBuffer content, List<SourceProblem> problems) throws BadShape {
        if (content.remaining() < 4) {
            return Optional.empty();
        }
        int code = content.getInt();
        ShapeType type = ShapeType.of(code).orElseThrow(() -> new BadShape("图形类型 " + code + " 不认识"));
        return switch (type) {
            case NULL -> Optional.empty();
            case POINT -> point(content);
            case MULTIPOINT -> multipoint(content);
            case LINE -> line(parts(content), problems);
            case POLYGON -> new RingNesting(problems).polygon(parts(content));
            case MULTIPATCH -> throw new BadShape("三维面片（MultiPatch）不支持，请先转换为二维面");
        };
    }

    private static Optional<Geometry> point(ByteBuffer content) throws BadShape {
        need(content, POINT);
        double x = content.getDouble();
        double y = content.getDouble();
        boolean none = (Double.isNaN(x) && Double.isNaN(y)) || (x < -1e38 && y < -1e38);
        return none ? Optional.empty() : Optional.of(FACTORY.createPoint(possible(x, y)));
    }

    private Optional<Geometry> multipoint(ByteBuffer content) throws BadShape {
        need(content, BOX + 4);
        int count = content.position(content.position() + BOX).getInt();
        checkCounts(content, 0, count);
        return count == 0
                ? Optional.empty()
                : Optional.of(FACTORY.createMultiPointFromCoords(coordinates(content, count)));
    }

    private static Optional<Geometry> line(List<CoordinateXY[]> parts, List<SourceProblem> problems) {
        LineString[] lines = parts.stream()
                .filter(part -> part.length > 1)
                .map(FACTORY::createLineString)
                .toArray(LineString[]::new);
        if (lines.length < parts.size()) {
            String words = "有 " + (parts.size() - lines.length) + " 段线不足两个点，已忽略";
            problems.add(lines.length == 0 ? SourceProblem.row(words) : SourceProblem.note(words));
        }
        return switch (lines.length) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lines[0]);
            default -> Optional.of(FACTORY.createMultiLineString(lines));
        };
    }

    /** The parts of a line or polygon. */
    private List<CoordinateXY[]> parts(ByteBuffer content) throws BadShape {
        need(content, BOX + 8);
        int partCount = content.position(content.position() + BOX).getInt();
        int count = content.getInt();
        checkCounts(content, partCount, count);
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = content.getInt();
        }
        starts[partCount] = count;
        List<CoordinateXY[]> parts = new ArrayList<>(partCount);
        CoordinateXY[] all = coordinates(content, count);
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > count) {
                throw new BadShape("第 " + (i + 1) + " 部分的起点 " + starts[i] + " 不合理");
            }
            parts.add(Arrays.copyOfRange(all, starts[i], starts[i + 1]));
        }
        return parts;
    }

    private void checkCounts(ByteBuffer content, int parts, int points) throws BadShape {
        if (parts < 0 || points < 0 || parts * 4L + (long) points * POINT > content.remaining()) {
            throw new BadShape("声明有 " + parts + " 个部分、" + points + " 个点，超出记录的长度");
        }
        if (points > vertexLimit) {
            throw new BadShape("顶点有 " + points + " 个，超过上限 " + vertexLimit);
        }
    }

    private static CoordinateXY[] coordinates(ByteBuffer content, int count) throws BadShape {
        CoordinateXY[] points = new CoordinateXY[count];
        for (int i = 0; i < count; i++) {
            points[i] = possible(content.getDouble(), content.getDouble());
        }
        return points;
    }

    private static CoordinateXY possible(double x, double y) throws BadShape {
        if (!(Math.abs(x) <= LARGEST && Math.abs(y) <= LARGEST)) {
            throw new BadShape("坐标不是有效的数值：" + x + ", " + y);
        }
        return new CoordinateXY(x, y);
    }

    private static void need(ByteBuffer content, int bytes) throws BadShape {
        if (content.remaining() < bytes) {
            throw new BadShape("记录过短");
        }
    }

    /** A record whose content is no shape; the message is Chinese. */
    static final class BadShape extends Exception {
        private static final long serialVersionUID = 1;

        BadShape(String words) {
            super(words, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }
}
