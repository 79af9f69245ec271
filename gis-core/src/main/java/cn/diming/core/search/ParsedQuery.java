package cn.diming.core.search;

import java.util.List;
import java.util.Optional;

/**
 * A query as it may be understood.
 *
 * @param hypotheses the likeliest first; empty when nothing can be looked for
 * @param code digits of a division or place-name code, when the text is nothing else
 */
record ParsedQuery(List<Hypothesis> hypotheses, Optional<String> code) {

    /** Typed in letters only: such short texts have many meanings. */
    boolean isLatin() {
        return !hypotheses.isEmpty() && !hypotheses.getFirst().name().hasHan();
    }
}
