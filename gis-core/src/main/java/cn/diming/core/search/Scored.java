package cn.diming.core.search;

/**
 * A candidate with its best understanding.
 *
 * @param name place in the list of its names
 */
record Scored(Candidate candidate, double score, Hypothesis hypothesis, int name, NameMatch match, String trace) {}
