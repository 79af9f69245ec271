package cn.diming.dataimport.source;

/** A column of a layer. Text files have only {@link Type#TEXT}: a leading zero of a code is part of it. */
public record SourceField(String name, Type type) {
    /** What the file says the column holds. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        LOGICAL,
        DATE,
        TIMESTAMP,
        /** Nested objects and arrays. */
        JSON,
        /** Rows disagree. */
        MIXED
    }
}
