package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A query whose answer is known.
 *
 * @param group the class of perturbation it belongs to
 * @param expected codes or source keys of the records that count as the answer; empty when nothing of that name exists
 * @param near where the person is
 * @param position where the answer is
 */
public record EvaluationQuery(
        String group, String text, Set<String> expected, Optional<LonLat> near, Optional<LonLat> position) {

    public EvaluationQuery {
        expected = Set.copyOf(expected);
    }

    /**
     * Reads JSON lines with {@code cls}, {@code q}, {@code exp} (one key, a list or null), {@code bias} and {@code pt} (lon, lat).
     *
     * @throws IllegalArgumentException with a Chinese sentence for a line that is none
     */
    public static List<EvaluationQuery> read(Path file) throws IOException {
        List<EvaluationQuery> queries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                queries.add(parse(line, queries.size() + 1));
            }
        }
        return queries;
    }

    private static EvaluationQuery parse(String line, int number) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            return new EvaluationQuery(
                    json.path("cls").asString("all"),
                    json.get("q").asString(),
                    keys(json.get("exp")),
                    point(json.get("bias")),
                    point(json.get("pt")));
        } catch (JacksonException | NullPointerException wrong) {
            throw new IllegalArgumentException("第 " + number + " 行不是评测查询（应有 cls、q、exp）", wrong);
        }
    }

    private static Set<String> keys(@Nullable JsonNode node) {
        Set<String> keys = new LinkedHashSet<>();
        if (node != null && node.isArray()) {
            node.forEach(key -> keys.add(padded(key.asString())));
        } else if (node != null && !node.isNull()) {
            keys.add(padded(node.asString()));
        }
        return keys;
    }

    private static Optional<LonLat> point(@Nullable JsonNode node) {
        return node == null || !node.isArray()
                ? Optional.empty()
                : Optional.of(new LonLat(node.get(0).asDouble(), node.get(1).asDouble()));
    }

    /** Division codes are written with and without the zeros at their end. */
    static String padded(String code) {
        return code.matches("\\d{2,12}") ? code + "0".repeat(12 - code.length()) : code;
    }

    /** Whether a record with these keys is the answer. */
    boolean accepts(EvaluatedAnswer answer) {
        return answer.keys().stream().map(EvaluationQuery::padded).anyMatch(expected::contains);
    }
}
