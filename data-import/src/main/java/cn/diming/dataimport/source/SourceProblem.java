package cn.diming.dataimport.source;

import java.util.Objects;

/** Something a person should know about a row or a file, in Chinese words. */
public record SourceProblem(Level level, String message) {
    /** How much is lost. */
    public enum Level {
        /** Nothing that is kept: a height that was dropped, a ring that was closed. */
        NOTE,
        /** The row is wrong or incomplete; the rows after it are not concerned. */
        ROW,
        /** The rest of the file cannot be read, or the file as a whole cannot be trusted. */
        FILE
    }

    public SourceProblem {
        Objects.requireNonNull(level);
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem needs words");
        }
    }

    public static SourceProblem note(String message) {
        return new SourceProblem(Level.NOTE, message);
    }

    public static SourceProblem row(String message) {
        return new SourceProblem(Level.ROW, message);
    }

    public static SourceProblem file(String message) {
        return new SourceProblem(Level.FILE, message);
    }
}
