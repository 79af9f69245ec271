package cn.diming.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The figures of an evaluation by class, and their mean over the classes. */
public record EvaluationReport(List<Group> groups, Group all) {

    private static final double SURE = 0.8;
    private static final double Z = 1.96;

    static EvaluationReport of(Map<String, List<EvaluatedQuery>> byGroup) {
        List<Group> groups = new ArrayList<>();
        List<EvaluatedQuery> all = new ArrayList<>();
        byGroup.forEach((name, queries) -> {
            groups.add(Group.of(name, queries));
            all.addAll(queries);
        });
        return new EvaluationReport(List.copyOf(groups), Group.of("全部", all));
    }

    /** Mean over the classes, each counting alike. */
    public double mean(ToDoubleFunction<Group> figure) {
        return groups.stream().mapToDouble(figure).average().orElse(0);
    }

    /** The table as GitHub Markdown, as it stands in docs/benchmarks.md. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| 类别 | 条数 | recall@1（95% 区间） | recall@5 | MRR | 偏差中位/p90 米 | 可信度≥0.8：准确/占比 | CPU 毫秒 p50/p95/p99 | 墙钟毫秒 p50/p95/p99 |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        groups.forEach(group -> lines.add(group.line()));
        lines.add(all.line());
        lines.add(String.format(
                Locale.ROOT,
                "| 各类平均 | | %.3f | %.3f | %.3f | | | | |",
                mean(Group::recallAt1),
                mean(Group::recallAt5),
                mean(Group::meanReciprocalRank)));
        return lines;
    }

    /**
     * One class.
     *
     * @param low of the Wilson interval of recallAt1, as {@code high}
     * @param precision share of right answers among those whose confidence is at least 0.8
     * @param coverage share of queries that have such an answer
     */
    public record Group(
            String name,
            int queries,
            double recallAt1,
            double low,
            double high,
            double recallAt5,
            double meanReciprocalRank,
            double precision,
            double coverage,
            Spread errorMetres,
            Spread cpuMillis,
            Spread wallMillis) {

        static Group of(String name, List<EvaluatedQuery> queries) {
            double first = share(queries, EvaluatedQuery::first);
            double[] wilson = wilson(first, queries.size());
            List<EvaluatedQuery> sure =
                    queries.stream().filter(q -> q.confidence() >= SURE).toList();
            return new Group(
                    name,
                    queries.size(),
                    first,
                    wilson[0],
                    wilson[1],
                    share(queries, EvaluatedQuery::amongFive),
                    queries.stream()
                            .mapToDouble(q -> q.rank() < 0 ? 0 : 1.0 / (q.rank() + 1))
                            .average()
                            .orElse(0),
                    share(sure, EvaluatedQuery::first),
                    (double) sure.size() / queries.size(),
                    Spread.of(queries.stream()
                            .flatMapToDouble(q -> q.errorMetres().stream())
                            .toArray()),
                    Spread.of(queries.stream()
                            .mapToDouble(q -> q.cpuNanos() / 1e6)
                            .toArray()),
                    Spread.of(queries.stream()
                            .mapToDouble(q -> q.wallNanos() / 1e6)
                            .toArray()));
        }

        private static double share(List<EvaluatedQuery> queries, Predicate<EvaluatedQuery> held) {
            return queries.stream()
                    .mapToDouble(q -> held.test(q) ? 1 : 0)
                    .average()
                    .orElse(0);
        }

        /** The 95 % interval of a share; the usual one is useless near 1. */
        private static double[] wilson(double share, int n) {
            double z2 = Z * Z / n;
            double middle = (share + z2 / 2) / (1 + z2);
            double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n)) / (1 + z2);
            return new double[] {middle - half, middle + half};
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f（%.2f–%.2f） | %.3f | %.3f | %.0f/%.0f | %.3f/%.2f | %s | %s |",
                    name,
                    queries,
                    recallAt1,
                    low,
                    high,
                    recallAt5,
                    meanReciprocalRank,
                    errorMetres.p50,
                    errorMetres.p90,
                    precision,
                    coverage,
                    cpuMillis.words(),
                    wallMillis.words());
        }
    }

    /** Percentiles; 0 of nothing. */
    public record Spread(double p50, double p90, double p95, double p99) {

        static Spread of(double[] values) {
            double[] sorted = values.clone();
            java.util.Arrays.sort(sorted);
            return new Spread(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.95), at(sorted, 0.99));
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
        }

        String words() {
            return String.format(Locale.ROOT, "%.2f/%.2f/%.2f", p50, p95, p99);
        }
    }
}
