package cn.diming.dataimport.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes a closeable, ordered, lazy stream from something that gives one row after the other. */
public final class FeatureStream extends Spliterators.AbstractSpliterator<SourceFeature> {
    /** Gives the next row, or null at the end. */
    @FunctionalInterface
    public interface Rows {
        @Nullable
        SourceFeature next() throws IOException;
    }

    private final Rows rows;
    private final long afterRow;
    private long last;
    private boolean ended;

    private FeatureStream(Rows rows, long afterRow) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.rows = rows;
        this.afterRow = afterRow;
    }

    /** The rows after {@code afterRow}; a failing disk or a cut archive becomes a last row that tells so. */
    public static Stream<SourceFeature> of(Rows rows, Closeable files, long afterRow) {
        return StreamSupport.stream(new FeatureStream(rows, afterRow), false).onClose(() -> close(files));
    }

    @Override
    public boolean tryAdvance(Consumer<? super SourceFeature> action) {
        SourceFeature next = advance();
        if (next == null) {
            ended = true;
            return false;
        }
        action.accept(next);
        return true;
    }

    private @Nullable SourceFeature advance() {
        SourceFeature next = read();
        while (next != null && next.row() <= afterRow) {
            next = read();
        }
        return next;
    }

    private @Nullable SourceFeature read() {
        try {
            SourceFeature next = ended ? null : rows.next();
            last = next == null ? last : next.row();
            return next;
        } catch (IOException | UncheckedIOException broken) {
            ended = true;
            return SourceFeature.broken(last + 1, SourceProblem.file("此后的内容无法读取：" + SourceBytes.words(broken)));
        }
    }

    private static void close(Closeable files) {
        try {
            files.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
