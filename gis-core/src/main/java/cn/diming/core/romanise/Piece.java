package cn.diming.core.romanise;

/** A part of a name that is written by itself. */
record Piece(String text, Kind kind) {

    enum Kind {
        /** A specific term or a word of one. */
        NAME,
        /** An ordinal in digits (rule 7), perhaps with 第. */
        ORDINAL,
        /** A generic term with what modifies it. */
        GENERIC,
        /** Digits and Latin letters as they stand. */
        LATIN
    }

    Piece {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("空的部分");
        }
    }
}
