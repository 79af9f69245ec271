package cn.diming.core.romanise;

import cn.diming.core.finding.Severity;

/**
 * What is wrong with a given spelling.
 *
 * @param message Chinese, for the person
 */
public record SpellingFinding(Fault fault, String message) {

    /** The kinds of fault. */
    public enum Fault {
        /** No Latin letters at all, or Chinese characters among them. */
        NOT_LATIN(Severity.ERROR),
        /** Road, River … : 地名管理条例 Art. 15 has 汉语拼音 for names, 民发〔2018〕146号 counts foreign spelling as a fault. */
        FOREIGN_GENERIC(Severity.ERROR),
        /** The letters are no reading of the characters. */
        OTHER_LETTERS(Severity.ERROR),
        /** Rule 11. */
        MISSING_APOSTROPHE(Severity.ERROR),
        STRAY_APOSTROPHE(Severity.ERROR),
        /** Rule 10: only the first letter of a segment is a capital. */
        INNER_CAPITAL(Severity.ERROR),
        SMALL_INITIAL(Severity.ERROR),
        /** Rules 1 to 4. */
        OTHER_SPACING(Severity.WARN),
        /** u, v or yu for ü. */
        UMLAUT(Severity.WARN),
        /** A reading the characters may have, but not the one in names here (rule 8). */
        UNREVIEWED_READING(Severity.WARN),
        OTHER_TONE(Severity.WARN),
        /** YILU for 1 LU (rule 7): found on signs. */
        SPELLED_ORDINAL(Severity.INFO);

        private final Severity severity;

        Fault(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }
}
