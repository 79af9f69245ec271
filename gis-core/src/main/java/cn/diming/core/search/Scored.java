package cn.diming.core.search;

/**
 * A candidate with its best understanding.
 *
 * @param certainty how well it fits, whatever it is and wherever it lies
 * @param nearness to where the person is: 1 = there, or nobody knows
 * @param name place in the list of its names
 */
record Scored(
        Candidate candidate,
        double score,
        double certainty,
        double nearness,
        Hypothesis hypothesis,
        int name,
        NameMatch match,
        String trace) {}
