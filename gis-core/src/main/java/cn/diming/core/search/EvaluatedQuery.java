package cn.diming.core.search;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How one query was answered.
 *
 * @param rank of the right answer from 0, -1 = not there; of what does not exist 0 when nothing claims to be it, else -1
 * @param confidence of the first answer, 0 without one
 * @param errorMetres from the first answer to the true position
 */
record EvaluatedQuery(int rank, double confidence, OptionalDouble errorMetres, long wallNanos, long cpuNanos) {

    /** Below this an answer says itself that it is rather something else. */
    static final double CLAIMED = 0.5;

    static EvaluatedQuery of(EvaluationQuery query, List<EvaluatedAnswer> answers, long wallNanos, long cpuNanos) {
        double confidence = answers.isEmpty() ? 0 : answers.getFirst().confidence();
        OptionalDouble error = query.position().isEmpty() || answers.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Ellipsoid.distanceMetres(
                        query.position().get(),
                        new LonLat(answers.getFirst().lon(), answers.getFirst().lat())));
        return new EvaluatedQuery(rank(query, answers), confidence, error, wallNanos, cpuNanos);
    }

    private static int rank(EvaluationQuery query, List<EvaluatedAnswer> answers) {
        if (query.expected().isEmpty()) {
            return answers.stream().allMatch(answer -> answer.confidence() < CLAIMED) ? 0 : -1;
        }
        for (int i = 0; i < answers.size(); i++) {
            if (query.accepts(answers.get(i))) {
                return i;
            }
        }
        return -1;
    }

    boolean first() {
        return rank == 0;
    }

    boolean amongFive() {
        return rank >= 0 && rank < 5;
    }
}
