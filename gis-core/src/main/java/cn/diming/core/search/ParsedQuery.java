package cn.diming.core.search;

import java.util.List;
import java.util.Optional;

/**
 * A query as it may be understood.
 *
 * @param hypotheses the likeliest first; empty when nothing can be looked for
 * @param code digits of a division or place-name code, when the text is nothing else
 * @param words the text without what stands around the place
 */
record ParsedQuery(List<Hypothesis> hypotheses, Optional<String> code, QueryWords words) {

    private static final int SHORT_LATIN = 5;
    private static final int SHORT_HAN = 2;

    /** Typed in letters only: such short texts have many meanings. */
    boolean isLatin() {
        return !hypotheses.isEmpty() && !hypotheses.getFirst().name().hasHan();
    }

    /** A few letters or one or two characters, and no division before them. */
    boolean isShort() {
        return !hypotheses.isEmpty()
                && hypotheses.getFirst().mentions().isEmpty()
                && hypotheses.getFirst().name().text().length() <= (isLatin() ? SHORT_LATIN : SHORT_HAN);
    }

    boolean isEmpty() {
        return hypotheses.isEmpty() && code.isEmpty();
    }
}
