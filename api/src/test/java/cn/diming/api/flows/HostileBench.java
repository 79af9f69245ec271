package cn.diming.api.flows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a running service takes for each hostile request, over HTTP, one after the other. Argument: its address. Each is asked
 * four times, the first round to warm up; of the others the fastest counts, for the machine may have other work.
 */
final class HostileBench {

    private static final int ROUNDS = 4;
    private static final double LONGEST_MILLIS = 50;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        List<HostileRequest> requests = HostileRequest.all();
        double[] times = new double[requests.size()];
        int[] statuses = new int[requests.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                HttpRequest request = request(arguments[0], requests.get(i));
                long start = System.nanoTime();
                statuses[i] = http.send(request, BodyHandlers.ofByteArray()).statusCode();
                double millis = (System.nanoTime() - start) / 1e6;
                times[i] = round < 2 ? millis : Math.min(times[i], millis);
            }
        }
        report(requests, times, statuses);
    }

    private static void report(List<HostileRequest> requests, double[] times, int[] statuses) {
        Map<String, List<Integer>> endpoints = new TreeMap<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            endpoints
                    .computeIfAbsent(requests.get(i).endpoint(), missing -> new ArrayList<>())
                    .add(i);
            all.add(i);
        }
        say("| interface | requests | 200 | 400 | 404 | 5xx | p50 ms | p99 ms | max ms |");
        say("|---|---|---|---|---|---|---|---|---|");
        endpoints.forEach((endpoint, which) -> say(line(endpoint, which, times, statuses)));
        say(line("all", all, times, statuses));
        all.stream()
                .filter(i -> times[i] > LONGEST_MILLIS)
                .sorted(Comparator.comparingDouble((Integer i) -> -times[i]))
                .limit(10)
                .forEach(i -> say(String.format(
                        Locale.ROOT,
                        "longer than %.0f ms: %.1f ms %.120s",
                        LONGEST_MILLIS,
                        times[i],
                        requests.get(i).path())));
    }

    private static String line(String name, List<Integer> which, double[] times, int[] statuses) {
        double[] sorted = which.stream().mapToDouble(i -> times[i]).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.1f | %.1f | %.1f |",
                name,
                sorted.length,
                count(which, statuses, 200, 200),
                count(which, statuses, 400, 400),
                count(which, statuses, 404, 404),
                count(which, statuses, 500, 599),
                sorted[sorted.length / 2],
                sorted[(int) Math.min(sorted.length - 1, sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    private static long count(List<Integer> which, int[] statuses, int from, int to) {
        return which.stream()
                .filter(i -> statuses[i] >= from && statuses[i] <= to)
                .count();
    }

    private static HttpRequest request(String base, HostileRequest hostile) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + hostile.path()));
        hostile.body()
                .ifPresent(body ->
                        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        return request.build();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private HostileBench() {}
}
