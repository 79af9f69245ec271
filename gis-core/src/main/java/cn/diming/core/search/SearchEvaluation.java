package cn.diming.core.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks queries whose answers are known and counts how often, how surely and how fast they are found. */
public final class SearchEvaluation {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ANSWERS = 10;
    private static final int WARM_UP_ROUNDS = 2;

    private final Function<EvaluationQuery, List<EvaluatedAnswer>> system;

    /** Any system that can answer. */
    SearchEvaluation(Function<EvaluationQuery, List<EvaluatedAnswer>> system) {
        this.system = system;
    }

    /** Our own. */
    public SearchEvaluation(PlaceSearch search) {
        this(query ->
                search.search(request(query)).stream().map(EvaluatedAnswer::of).toList());
    }

    static SearchRequest request(EvaluationQuery query) {
        SearchRequest request = SearchRequest.of(query.text(), ANSWERS);
        return query.near().map(request::near).orElse(request);
    }

    /** @param misses is told of every query that is not answered right in the first place */
    public EvaluationReport run(List<EvaluationQuery> queries, Consumer<EvaluationQuery> misses) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            queries.forEach(this::evaluate);
        }
        Map<String, List<EvaluatedQuery>> groups = new TreeMap<>();
        for (EvaluationQuery query : queries) {
            EvaluatedQuery evaluated = evaluate(query);
            groups.computeIfAbsent(query.group(), missing -> new ArrayList<>()).add(evaluated);
            if (!evaluated.first()) {
                misses.accept(query);
            }
        }
        return EvaluationReport.of(groups);
    }

    private EvaluatedQuery evaluate(EvaluationQuery query) {
        long cpu = CPU.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        List<EvaluatedAnswer> answers = system.apply(query);
        return EvaluatedQuery.of(query, answers, System.nanoTime() - wall, CPU.getCurrentThreadCpuTime() - cpu);
    }
}
