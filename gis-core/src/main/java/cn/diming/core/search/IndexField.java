package cn.diming.core.search;

/** The fields of an index document. All but the last four hold keyword tokens that this room makes itself. */
final class IndexField {

    /** The record's number: the key of updates. */
    static final String ID = "id";
    /** Whole names. */
    static final String NAME = "n";
    /** Names without their generic term. */
    static final String STEM = "s";
    /** The characters of a stem in fixed order: finds names with characters exchanged. */
    static final String LETTERS = "l";
    /** Pairs of characters. */
    static final String PAIRS = "h";
    /** Pairs of toneless syllables. */
    static final String SOUND_PAIRS = "p";
    /** Joined toneless pinyin of whole names and stems. */
    static final String SOUND = "y";
    /** First letters of whole names and stems. */
    static final String INITIALS = "i";
    /** Beginnings of names, of their pinyin, of their first letters. */
    static final String NAME_BEGINS = "f";

    static final String SOUND_BEGINS = "g";
    static final String INITIALS_BEGIN = "j";
    /** Significant digits of the division and of all above it. */
    static final String WITHIN = "a";
    /** Division codes, place-name codes. */
    static final String CODE = "c";
    /** The key a record was imported under. */
    static final String SOURCE_KEY = "sk";
    /** {@link SearchKind}. */
    static final String KIND = "k";
    /** {@link MatchLevel}. */
    static final String LEVEL = "v";
    /** Class code in the register or category. */
    static final String CLASS = "t";
    /** As in the register. */
    static final String STATUS = "u";
    /** Of door plates: the street's name, its pinyin, the number. */
    static final String STREET = "o";

    static final String STREET_SOUND = "os";
    static final String NUMBER = "hn";
    /** A point on or in it. */
    static final String POSITION = "pt";

    static final String PRIOR = "w";
    /** What re-ranking reads of each candidate: {@link RankRow}. */
    static final String RANK_ROW = "r";
    /** What an answer shows: {@link StoredAnswer}. */
    static final String ANSWER = "z";

    private IndexField() {}
}
