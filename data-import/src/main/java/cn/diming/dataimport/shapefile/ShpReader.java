package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceProblem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the records of a .shp one after the other. The .shx is asked only where it points elsewhere than the end of the
 * record before, and believed only if there is a record there: editors leave outdated records behind, and other writers
 * leave wrong indexes.
 */
final class ShpReader implements Closeable {
    static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    /** How far a lost record is searched for. */
    private static final int SEARCH = 1 << 20;
    /** An index that is cut short may still have records after its end. */
    private static final long NOWHERE = -1;

    private final FileWindow shp;
    private final @Nullable FileWindow shx;
    private final ShapeDecoder decoder;
    private boolean followIndex;
    private boolean jumped;
    private long next = HEADER;
    private long row;

    ShpReader(FileWindow shp, Optional<FileWindow> shx, int vertexLimit) {
        this.shp = shp;
        this.shx = shx.orElse(null);
        this.decoder = new ShapeDecoder(vertexLimit);
        this.followIndex = shx.isPresent();
    }

    /** A shape without its row; {@code problems} with a FILE problem where it is the last that can be read. */
    record Shape(Optional<Geometry> geometry, List<SourceProblem> problems) {
        static final Shape PASSED = new Shape(Optional.empty(), List.of());

        boolean isLast() {
            return problems.stream().anyMatch(problem -> problem.level() == SourceProblem.Level.FILE);
        }
    }

    /** The next shape, or null at the end. Where it is not {@code wanted}, its content is not looked at. */
    @Nullable
    Shape next(boolean wanted) throws IOException {
        row++;
        long at = place();
        if (at == NOWHERE || at >= shp.size()) {
            return null;
        }
        if (shp.size() - at < RECORD_HEADER) {
            return broken(at, "记录头不完整");
        }
        long lost = 0;
        if (!plausible(at)) {
            long found = search(at);
            if (found == NOWHERE) {
                return broken(at, "从这里到文件末尾的 " + (shp.size() - at) + " 字节不是记录");
            }
            lost = found - at;
            at = found;
        }
        long length = length(at);
        long there = shp.size() - at - RECORD_HEADER;
        next = at + RECORD_HEADER + length;
        if (!wanted && length <= there) {
            return Shape.PASSED;
        }
        Shape shape = read(at, length, there);
        if (lost > 0) {
            shape.problems.add(SourceProblem.note(".shp 第 " + at + " 字节之前有 " + lost + " 字节不属于任何记录，已跳过"));
        }
        return shape;
    }

    private Shape broken(long at, String words) {
        next = shp.size();
        return new Shape(
                Optional.empty(),
                new ArrayList<>(List.of(
                        SourceProblem.file(".shp 第 " + row + " 条记录（第 " + at + " 字节）：" + words + "，此后的图形无法读取"))));
    }

    private Shape read(long at, long length, long there) throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        long usable = Math.min(length, there);
        if (usable > Integer.MAX_VALUE - RECORD_HEADER) {
            return broken(at, "长度 " + length + " 字节过大");
        }
        if (usable < Math.min(length, 4)) {
            return broken(at, "文件在第 " + shp.size() + " 字节处中断");
        }
        try {
            ByteBuffer content = shp.at(at + RECORD_HEADER, (int) usable);
            Optional<Geometry> geometry = decoder.decode(content, problems);
            if (length > there) {
                next = shp.size();
                problems.add(SourceProblem.note("记录声明 " + length + " 字节，文件只剩 " + there + " 字节，图形完整"));
            }
            return new Shape(geometry, problems);
        } catch (ShapeDecoder.BadShape bad) {
            if (length > there && !indexKnowsMore()) {
                return broken(at, "声明 " + length + " 字节，文件在第 " + shp.size() + " 字节处中断");
            }
            problems.add(SourceProblem.row("图形无法读取（.shp 第 " + at + " 字节）：" + bad.words()));
            return new Shape(Optional.empty(), problems);
        }
    }

    /** Content length of the record at a position; the file counts in 16-bit words. */
    private long length(long at) throws IOException {
        return 2 * (shp.at(at, RECORD_HEADER).order(ByteOrder.BIG_ENDIAN).getInt(4) & 0xFFFF_FFFFL);
    }

    /** Whether a record may stand there; a number that is not this row's is tolerated, some writers count from 0. */
    private boolean plausible(long at) throws IOException {
        long length = length(at);
        boolean fits = length <= shp.size() - at - RECORD_HEADER;
        return isRecord(at) || length < 4 || (fits && (number(at) == (int) row || knownType(at)));
    }

    /** Where this row's record begins after all: some writers leave the measures out of the length they state. */
    private long search(long from) throws IOException {
        long end = Math.min(shp.size() - RECORD_HEADER - 4, from + SEARCH);
        for (long at = from + 2; at <= end; at += 2) {
            if (isRecord(at) && length(at) <= shp.size() - at - RECORD_HEADER) {
                return at;
            }
        }
        return NOWHERE;
    }

    private long place() throws IOException {
        if (!followIndex) {
            return next;
        }
        long indexed = indexed(row);
        if (indexed == next) {
            return next;
        }
        if (indexed == NOWHERE) {
            return jumped ? NOWHERE : next;
        }
        if (isRecord(indexed)) {
            jumped = true;
            return indexed;
        }
        followIndex = false;
        return next;
    }

    private boolean indexKnowsMore() throws IOException {
        long indexed = followIndex ? indexed(row + 1) : NOWHERE;
        return indexed != NOWHERE && isRecord(indexed);
    }

    private long indexed(long number) throws IOException {
        long entry = HEADER + (number - 1) * 8;
        return shx == null || entry + 8 > shx.size()
                ? NOWHERE
                : 2 * (shx.at(entry, 8).order(ByteOrder.BIG_ENDIAN).getInt() & 0xFFFF_FFFFL);
    }

    /** Whether what stands there bears this row's number and a known shape type. */
    private boolean isRecord(long at) throws IOException {
        if (at < HEADER || at + RECORD_HEADER + 4 > shp.size()) {
            return false;
        }
        return number(at) == (int) row && knownType(at);
    }

    private int number(long at) throws IOException {
        return shp.at(at, RECORD_HEADER).order(ByteOrder.BIG_ENDIAN).getInt();
    }

    private boolean knownType(long at) throws IOException {
        return ShapeType.of(shp.at(at + RECORD_HEADER, 4).getInt()).isPresent();
    }

    @Override
    public void close() throws IOException {
        try (shp) {
            if (shx != null) {
                shx.close();
            }
        }
    }
}
